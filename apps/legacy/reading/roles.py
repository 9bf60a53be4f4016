"""What the class, id or element of a block says about its part in the article."""

import re


def _named(words: str) -> re.Pattern:
    joined = "|".join(words.split())
    return re.compile(rf"(?:^|[\s_-])(?:{joined})(?:[\s_-]|$)", re.IGNORECASE)


_ROLES = (
    (
        "caption",
        _named(
            r"""caption\w* wp-caption-text chuthich chu-thich photocms_caption pcaption
            image-?desc\w* img-?(?:desc|note|cap)\w* anh-?note figcaption chuthichanh pic-?note"""
        ),
    ),
    (
        "lead",
        _named(
            r"""sapo lead chapeau hometext hot-?text summary tomtat tom-tat trichyeu trich-yeu
            trichdan introtext intro-text short-?desc\w* shortcontent (?<!site-)description desc
            mota mo-ta abstract excerpt article-?sapo news-?sapo h-?content"""
        ),
    ),
    (
        "author",
        _named(
            r"""author\w* tacgia tac-gia byline butdanh but-danh nguoiviet signature pauthor
            source nguon nguontin"""
        ),
    ),
    (
        "date",
        _named(
            r"""date\w* time datetime ngaydang ngay-dang publish\w* created post-?meta entry-meta
            meta news-?info pubdate"""
        ),
    ),
)
_ELEMENTS = {"figcaption": "caption", "caption": "caption", "time": "date"}
_LONGEST = 1500


def role_of(node) -> str:
    """caption, lead, author or date; '' for a block that is called nothing of the kind."""
    if node.tag in _ELEMENTS:
        return _ELEMENTS[node.tag]
    found = node.attributes
    names = " ".join(found.get(name) or "" for name in ("class", "id", "itemprop"))
    if not names.strip():
        return ""
    role = next((role for role, form in _ROLES if form.search(names)), "")
    return role if role and len(node.text()) <= _LONGEST else ""

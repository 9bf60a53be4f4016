"""The people of a text with all their titles."""

from collections.abc import Iterable

from .model import Mention, Official, Title


def officials(mentions: Iterable[Mention]) -> list[Official]:
    """Union over a text: people named with a title, in order of first mention.

    The same title said longer and shorter is one: the longer is kept. A title without a name
    counts for the one person named earlier who holds it, else for nobody.
    """
    held: dict[str, list[Title]] = {}
    for mention in mentions:
        name = _person(mention, held)
        if name is None:
            continue
        titles = held.setdefault(name, [])
        for title in mention.titles:
            _take(titles, title)
    return [_official(name, titles) for name, titles in held.items() if titles]


def _person(mention: Mention, held: dict[str, list[Title]]) -> str | None:
    if not mention.name:
        return holder(mention, held)
    if mention.name in held or " " in mention.name:
        return mention.name
    same = [name for name in held if name.split()[-1] == mention.name]
    return same[0] if len(same) == 1 else mention.name


def holder(mention: Mention, held: dict[str, list[Title]]) -> str | None:
    """The one person who holds the first title of a mention without a name."""
    if not mention.titles:
        return None
    first = mention.titles[0]
    found = [name for name, titles in held.items() if any(same_title(t, first) for t in titles)]
    return found[0] if len(found) == 1 else None


def _take(titles: list[Title], title: Title) -> None:
    for index, other in enumerate(titles):
        if same_title(other, title):
            if len(str(title)) > len(str(other)):
                titles[index] = title
            return
    titles.append(title)


def same_title(one: Title, other: Title) -> bool:
    """One said longer than the other: "HĐND xã" and "HĐND xã Hải Sậy", "Đảng ủy" and its xã."""
    if one.former != other.former:
        return False
    return _same_rank(one, other) and _within(one.body, other.body)


def _same_rank(one: Title, other: Title) -> bool:
    if one.rank == other.rank:
        return True
    shorter, longer = sorted((one.rank, other.rank), key=len)
    return longer == f"{shorter} Thường trực"


def _within(one: str, other: str) -> bool:
    one, other = _spelled(one), _spelled(other)
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    words = longer.split()
    return bool(shorter) and _in_order(shorter.split(), words) and shorter.split()[0] == words[0]


def _spelled(body: str) -> str:
    """Ban CHQS and Ban Chỉ huy Quân sự are one."""
    return body.replace("CHQS", "Chỉ huy Quân sự").replace("ĐBQH", "đại biểu Quốc hội")


def _in_order(shorter: list[str], longer: list[str]) -> bool:
    rest = iter(longer)
    return all(word in rest for word in shorter)


def _official(name: str, titles: list[Title]) -> Official:
    former = tuple(str(title) for title in titles if title.former)
    return Official(name, tuple(map(str, titles)), former)

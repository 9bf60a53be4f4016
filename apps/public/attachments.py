"""Documents under an article: what they are called, what they are, how heavy."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from django.template.defaultfilters import filesizeformat


@dataclass(frozen=True)
class Document:
    """`kind` is the ending in capitals ("PDF"), `size` as readers say it ("1,2 MB")."""

    title: str
    href: str
    kind: str
    size: str


def documents(values: dict) -> list[Document]:
    """The attachments of ArticleValues in their order; older cuts have none."""
    return [_document(row) for row in values.get("attachments") or []]


def _document(row):
    return Document(
        title=row.get("title") or row["name"],
        href=f"/tep/{row['sha256']}/{row['name']}",
        kind=PurePosixPath(row["name"]).suffix[1:].upper(),
        size=filesizeformat(row["size"]) if row.get("size") else "",
    )

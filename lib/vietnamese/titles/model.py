"""What reading a text gives."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Title:
    """One title in house form. `start`/`end`: code points of the given text, end exclusive.

    rank: spelled out, "nguyên" or "quyền" in front when so. body: as far as stated or filled in
    from a neighbour (then `body_stated` is False); "" when unknown.
    status: "" | "acting" (quyền) | "in_charge" (phụ trách) | "provisional" (lâm thời).
    """

    rank: str
    body: str
    former: bool
    status: str
    start: int
    end: int
    body_stated: bool

    def __str__(self) -> str:
        return f"{self.rank} | {self.body}"


@dataclass(frozen=True, slots=True)
class Mention:
    """A person as named at one place, or a title without a name (`name` "", both ends -1).

    name: NFC, as written, in title case if the text was all capitals. titles: may be empty.
    start/end: all of it, with the honour word. list_id: people enumerated in one list share a
    number, -1 otherwise. honour: "đồng chí" | "ông" | "bà" | words of rank or degree | "".
    """

    name: str
    name_start: int
    name_end: int
    titles: tuple[Title, ...]
    start: int
    end: int
    list_id: int
    honour: str


@dataclass(frozen=True, slots=True)
class Official:
    """A person with all titles a text gives, each as "RANK | BODY", in order of mention.

    former: the titles among them that were held earlier ("nguyên ...").
    """

    name: str
    titles: tuple[str, ...]
    former: tuple[str, ...] = ()

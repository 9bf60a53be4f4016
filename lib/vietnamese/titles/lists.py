"""People in one list: titles said once for all of them, and who stands with whom."""

from dataclasses import dataclass, field

from .candidates import TitleRead
from .honours import HONOURS
from .phrases import longest
from .text_view import View
from .tokens import NUMBER
from .wordlists import words

# What may stand between two people of one list.
_BETWEEN = words(", ; và cùng với - – — • * + : rồi hai là gồm có còn")
_CONTINUES = words(", ; và cùng với")


@dataclass(slots=True)
class Person:
    """A mention in token indices; `name` None for a title without a name."""

    first: int
    end: int
    name: tuple[int, int] | None
    titles: list[TitleRead]
    honour: str = ""
    plural: bool = False
    untitled_in_list: bool = False


@dataclass(slots=True)
class OpenList:
    """The list being read: titles for everybody in it, and where it was last continued.

    `bare`: its people are named without an honour word each, so that one ends it.
    """

    shared: list[TitleRead] = field(default_factory=list)
    at: int = -1
    open: bool = False
    for_untitled: bool = False
    bare: bool = False

    def begin(self, at: int, shared: list[TitleRead] = (), for_untitled: bool = False) -> None:
        """A list begins behind token `at`: "các đồng chí:", "các Phó Chủ tịch UBND tỉnh:".

        `for_untitled`: the shared titles are for those who have none of their own.
        """
        self.shared, self.at, self.open = list(shared), at, True
        self.for_untitled, self.bare = for_untitled, False

    def titles_for(self, own: list[TitleRead]) -> list[TitleRead]:
        """Shared and own titles of one person of the list."""
        return list(own) if own and self.for_untitled else [*self.shared, *own]

    def reaches(self, view: View, at: int) -> bool:
        """Whether only commas, "và" and honour words stand between the list and `at`."""
        return self.open and behind_separators(view, self.at) >= at


def behind_separators(view: View, at: int) -> int:
    """Index of the first token from `at` that is no separator and no honour word."""
    continued = False
    while at < len(view.tokens):
        key = view.key(at)
        if key == "\n" and not continued:
            return at
        if key in _BETWEEN or key == "\n":
            continued = continued or key in _CONTINUES
            at += 1
        elif _is_item_number(view, at):
            at += 2
        elif found := longest(HONOURS, view.tokens, at):
            at = found[1]
        else:
            return at
    return at


def _is_item_number(view: View, at: int) -> bool:
    """ "1." or "2)" before an item."""
    return view.tokens[at].kind == NUMBER and view.key(at + 1) in (".", ")")


def number_lists(view: View, people: list[Person]) -> list[int]:
    """For each person the number of its list, -1 for who stands alone."""
    numbers, count = [-1] * len(people), 0
    for index in range(1, len(people)):
        if not _together(view, people[index - 1], people[index]):
            continue
        if numbers[index - 1] < 0:
            numbers[index - 1] = count
            count += 1
        numbers[index] = numbers[index - 1]
    return numbers


def _together(view: View, one: Person, other: Person) -> bool:
    if not one.name or not other.name or other.first < one.end:
        return False
    return behind_separators(view, one.end) >= other.first > one.end


def share_backwards(
    view: View, people: list[Person], first: int, titles: list[TitleRead], several: bool
) -> None:
    """ "A, B và C, Phó Chủ tịch UBND tỉnh": untitled people just before `first` hold it too.

    Only when several people can hold it, or the text says so ("các", "đều là").
    """
    if not several and not all(holds_many(title) for title in titles):
        return
    for person in reversed(people):
        apart = behind_separators(view, person.end) < first
        if apart or person.titles or not person.untitled_in_list:
            return
        person.titles, first = list(titles), person.first


def holds_many(title: TitleRead) -> bool:
    """Whether several people hold this rank at once: deputies, members."""
    return title.core.many or title.rank.startswith("Phó ")

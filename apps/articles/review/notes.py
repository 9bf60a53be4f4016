"""The notes of a piece as a page shows them: values for templates."""

from dataclasses import dataclass, field

from apps.portals.seats import rights_of

from ..manuscripts import draft_of
from ..models import Note
from ..remaining import place_in_words
from .anchoring import Place, places
from .noting import may_note, may_settle

NEW = ("words", "field", "quote", "before", "after")


@dataclass(frozen=True)
class NoteLine:
    """One note. `gone`: its passage is not in the text any more; `typed`: an answer not kept."""

    note: Note
    number: int
    answers: list
    place: Place | None
    may_settle: bool
    typed: str = ""

    @property
    def gone(self) -> bool:
        return bool(self.note.field) and self.place is None

    @property
    def where(self) -> str:
        """The part of the form its passage stands, or stood, in."""
        return place_in_words(self.place.field if self.place else self.note.field)


@dataclass(frozen=True)
class NotePanel:
    """`open` and `resolved` lines in the order they were put; `typed`: a new note not kept."""

    open: list[NoteLine]
    resolved: list[NoteLine]
    may_note: bool
    typed: dict = field(default_factory=dict)

    @property
    def found(self) -> list[NoteLine]:
        """Open ones whose passage stands in the text."""
        return [line for line in self.open if line.place]


def note_panel(article, user, at, *, held=None, draft=None, typed=None) -> NotePanel:
    """Of an article loaded by `for_cutting`. Three queries, however many notes; two with none.

    `held` (rights) and `draft` spare asking again; `typed` is a QueryDict that was refused.
    """
    typed = typed or {}
    held = rights_of(user, article.portal, at) if held is None else held
    notes = list(
        Note.objects.filter(article=article)
        .select_related("by", "resolved_by", "opinion")
        .prefetch_related("answers__by")
    )
    draft = (draft or draft_of(article, at)) if any(note.quote for note in notes) else None
    where = places(notes, draft.pieces) if draft else {}
    lines = [
        NoteLine(
            note=note,
            number=number,
            answers=list(note.answers.all()),
            place=where.get(note.pk),
            may_settle=may_settle(note, article, user, held),
            typed=typed.get(f"answer-{note.pk}", ""),
        )
        for number, note in enumerate(notes, 1)
    ]
    return NotePanel(
        open=[line for line in lines if line.note.resolved_at is None],
        resolved=[line for line in lines if line.note.resolved_at],
        may_note=may_note(article, user, held),
        typed={name: typed.get(name, "") for name in NEW},
    )

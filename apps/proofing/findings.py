"""What proofreading says: kinds, how grave they are, and one finding with its place and fix."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Severity(models.TextChoices):
    """`error` and `warning` count as findings (CONTRACTS, proofread); a hint only advises."""

    ERROR = "error", _("must be mended")
    WARNING = "warning", _("look again")
    HINT = "hint", pgettext_lazy("severity", "note")


class Kind(models.TextChoices):
    """The kinds of CONTRACTS, then the hints of this project; words on the screen of GLOSSARY."""

    WRONG_TITLE = "wrong_title", _("Wrong title")
    EXPIRED_TITLE = "expired_title", _("Title no longer held")
    FUTURE_TITLE = "future_title", _("Title not yet held")
    MISSPELLED_NAME = "misspelled_name", _("Name perhaps misspelled")
    MISSPELLED_TITLE = "misspelled_title", _("Title misspelled")
    WRONG_BODY = "wrong_body", _("Wrong body or level")
    DISSOLVED_BODY = "dissolved_body", _("Body did not exist on this day")
    PROTOCOL_ORDER = "protocol_order", _("Order of people")
    TITLE_ORDER = "title_order", _("Order of titles")
    SECRECY_MARK = "secrecy_mark", _("Mark of secrecy")
    PERSONAL_DATA = "personal_data", _("Personal data")
    WEEKDAY = "weekday", _("Weekday and date disagree")
    QUARTER = "quarter", _("Quarter and date disagree")
    TERM_YEARS = "term_years", _("Years of a term")
    DOUBLE_TITLE = "double_title", _("One title twice")
    MEETING_CHAIR = "meeting_chair", _("The meeting names another chair")
    CAPTION = "caption", _("Caption and text disagree")
    DOUBLE_WORD = "double_word", _("Doubled word")
    SPACING = "spacing", _("Spaces")
    TONE_STYLE = "tone_style", _("Mixed tone marks")
    ABBREVIATION = "abbreviation", _("Abbreviation never spelled out")
    END_MARK = "end_mark", _("End mark")
    NEAR_NAME = "near_name", _("Name written in two ways")
    UNREAD_FILE = "unread_file", _("File not read")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at, at a place of the text.

    `start`/`end` count code points of the text exactly as given, end exclusive; `quote` is that
    slice. `person` is the id of the register's Person, None without one. `expected` is what should
    stand there in house form, '' when that cannot be told. `fix` replaces the slice in one step;
    None where nothing can be replaced safely ('' deletes it). `evidence` says where the register
    has it (term, days, document). `message` is one Vietnamese sentence for the person writing.
    """

    kind: str
    start: int
    end: int
    quote: str
    message: str
    severity: str = Severity.ERROR
    person: int | None = None
    expected: str = ""
    evidence: str = ""
    fix: str | None = None

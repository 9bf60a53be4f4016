"""What a reader chooses beside the words: every choice is a parameter, every wrong one is none."""

import re
from dataclasses import dataclass, replace

from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.editions.search import Filters, Question, without_quotes
from lib.vietnamese.days import FIRST_YEAR, HO_CHI_MINH, LAST_YEAR
from lib.vietnamese.text import clean

LONGEST = 200
SLUG = re.compile(r"[a-z0-9-]{1,60}")
NUMBER = re.compile(r"[1-9][0-9]{0,17}")
EXAMPLE = "“chuyển đổi số”"
YEARS = 20  # so many to choose from; an address may name any
NEWEST_FIRST = "moi"
SUBJECTS = {"nguoi": "person", "co-quan": "body"}
# What `?loai=` says: kind of page, genre, the words on the screen.
KINDS = {
    "tin-bai": ("article", "", gettext_lazy("All articles")),
    "tin": ("article", "news", gettext_lazy("News")),
    "tin-van": ("article", "brief", gettext_lazy("News in brief")),
    "tin-anh": ("article", "photo_news", gettext_lazy("Photo news")),
    "bai-phan-anh": ("article", "feature", gettext_lazy("Feature")),
    "phong-su": ("article", "reportage", gettext_lazy("Reportage")),
    "phong-su-anh": ("article", "photo_story", gettext_lazy("Photo story")),
    "phong-van": ("article", "interview", gettext_lazy("Interview")),
    "guong-dien-hinh": ("article", "role_model", gettext_lazy("Role model")),
    "chinh-luan": ("article", "commentary", gettext_lazy("Political commentary")),
    "nghien-cuu": ("article", "study", gettext_lazy("Studies and exchange")),
    "video": ("article", "video", gettext_lazy("Video")),
    "do-hoa": ("article", "infographic", gettext_lazy("Infographic")),
    "thong-bao": ("article", "announcement", gettext_lazy("Announcement")),
    "thong-cao": ("article", "press_release", gettext_lazy("Press release")),
    "dang-lai": ("article", "repost", gettext_lazy("Repost")),
    "tong-hop": ("article", "digest", gettext_lazy("Digest")),
    "tin-buon": ("article", "obituary", gettext_lazy("Obituary")),
    "hoi-nghi": ("meeting", "", gettext_lazy("Meetings")),
    "can-bo": ("person", "", gettext_lazy("Officials")),
    "co-quan": ("body", "", gettext_lazy("Bodies and organizations")),
}
# What a result is, where it is no article.
ABOUT = {
    "meeting": gettext_lazy("Meeting"),
    "person": gettext_lazy("Official"),
    "body": gettext_lazy("Body, organization"),
}


@dataclass(frozen=True)
class Choices:
    """The parameters that were read; '' is no choice."""

    query: str = ""
    section: str = ""
    year: str = ""
    kind: str = ""
    person: str = ""
    body: str = ""
    sort: str = ""
    cursor: str = ""

    @property
    def best(self):
        return self.sort != NEWEST_FIRST

    @property
    def is_register(self):
        """People and bodies belong to no portal."""
        return bool(self.kind) and KINDS[self.kind][0] in ("person", "body")

    def filters(self) -> Filters:
        kind, genre, _label = KINDS.get(self.kind, ("", "", ""))
        year = int(self.year or 0)
        return Filters(self.section, year, kind, genre, tuple(self.subjects()))

    def subjects(self) -> list[str]:
        numbers = {"person": self.person, "body": self.body}
        return [f"{kind}:{number}" for kind, number in numbers.items() if number]

    def parameters(self) -> dict[str, str]:
        """Without the page of the list."""
        named = {
            "q": self.query, "muc": self.section, "nam": self.year, "loai": self.kind,
            "nguoi": self.person, "co-quan": self.body, "xep": self.sort,
        }  # fmt: skip
        return {name: value for name, value in named.items() if value}

    def link(self, **more: str) -> str:
        """The query string of the same search; a parameter given as '' is left out."""
        chosen = {**self.parameters(), **more}
        return urlencode({name: value for name, value in chosen.items() if value})

    def about(self, showing) -> str:
        """The query string of all articles about a person or body; '' for anything else."""
        kind, _colon, number = showing.key.partition(":")
        name = next((name for name, each in SUBJECTS.items() if each == kind), "")
        return urlencode({name: number}) if name else ""

    def fields(self, frame, now) -> list[dict]:
        """The lists to choose from, as a form shows them: [{name, label, options}, …]."""
        here = now.astimezone(HO_CHI_MINH).year
        years = [str(year) for year in range(here, here - YEARS, -1)]
        if self.year and self.year not in years:
            years.append(self.year)
        sections = list(_indented(frame))
        if self.section and self.section not in dict(sections):
            sections.append((self.section, self.section))
        kinds = [(name, str(label)) for name, (_kind, _genre, label) in KINDS.items()]
        sorts = [(NEWEST_FIRST, _("Newest first"))]
        return [
            _field("muc", _("Section"), _("Every section"), sections, self.section),
            _field("nam", _("Year"), _("All years"), [(y, y) for y in years], self.year),
            _field("loai", _("What it is"), _("Everything"), kinds, self.kind),
            _field("xep", _("Order"), _("Closest first"), sorts, self.sort),
        ]

    def sorts(self) -> list[tuple[str, str, bool]]:
        """[(words, query string, whether it is so now)]."""
        return [
            (_("Closest first"), self.link(xep=""), self.best),
            (_("Newest first"), self.link(xep=NEWEST_FIRST), not self.best),
        ]

    def chips(self, frame, live) -> list[tuple[str, str]]:
        """Choices that narrow the search: [(words, query string without it)]."""
        section = frame.sections.get(self.section, {}).get("title") or self.section
        kind = KINDS[self.kind][2] if self.kind else ""
        named = {f"{SUBJECTS[name]}": name for name in SUBJECTS}
        rows = [("muc", section), ("nam", self.year and _("Year %(year)s") % {"year": self.year}),
                ("loai", kind)]  # fmt: skip
        for key in self.subjects():
            kind, _colon, _number = key.partition(":")
            words = live[key].cut.title if key in live else ABOUT[kind]
            rows.append((named[kind], _("About %(name)s") % {"name": words}))
        return [(str(words), self.link(**{name: ""})) for name, words in rows if words]

    def ways(self, question: Question) -> list[tuple[str, "Choices"]]:
        """What else to try where nothing was found: [(words, what to choose)]; an example where
        nothing was asked.
        """
        if not (question or self.filters().marks()):
            return [(EXAMPLE, Choices(query=EXAMPLE))]
        found, here = [], replace(self, cursor="")
        everything = replace(here, section="", year="", kind="", person="", body="")
        if self.query and everything != here:
            found.append((_("Look in everything, without the filters"), everything))
        plain = " ".join(exact for exact, _folded in question.words)
        if question.phrases and without_quotes(self.query) != self.query:
            found.append((_("Look for the words without quotes"), replace(here, query=plain)))
        for few in _parts(question):
            less = " ".join(exact for exact, _folded in few)
            asked = f'"{less}"' if few in question.phrases else less
            words = _("Look for “%(words)s” only") % {"words": less}
            found.append((words, replace(here, query=asked)))
        return found


def _parts(question):
    """What was asked for in two or more: what stood in quotes by itself, else the halves."""
    if len(question.runs) > 1:
        return question.runs[:3]
    words = tuple(question.words)
    half = len(words) // 2
    return [words[:half], words[half:]] if half else []


def _field(name, label, everything, options, chosen):
    rows = [("", everything), *options]
    return {
        "name": name,
        "label": label,
        "options": [(value, words, value == chosen) for value, words in rows],
    }


def _indented(frame):
    """Sections with those beneath them."""
    for top in frame.top_sections():
        yield top["slug"], top["title"]
        for child in frame.children_of(top["slug"]):
            yield child["slug"], f"\u2013 {child['title']}"


def read_choices(asked) -> Choices:
    """The parameters of a request (a QueryDict)."""

    def one(name, form):
        value = asked.get(name, "")
        return value if form.fullmatch(value) else ""

    year = one("nam", NUMBER)
    kind = asked.get("loai", "")
    return Choices(
        query=clean(asked.get("q", "")[:LONGEST]),
        section=one("muc", SLUG),
        year=year if year and FIRST_YEAR <= int(year) <= LAST_YEAR else "",
        kind=kind if kind in KINDS else "",
        person=one("nguoi", NUMBER),
        body=one("co-quan", NUMBER),
        sort=NEWEST_FIRST if asked.get("xep") == NEWEST_FIRST else "",
        cursor=asked.get("truoc", "")[:40],
    )

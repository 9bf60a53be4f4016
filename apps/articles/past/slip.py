"""“Phiếu duyệt tin, bài”: one sheet of paper that says who wrote, edited and approved a piece."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from apps.newsroom.models import Act
from apps.newsroom.signing import signer
from apps.portals.roles import Role
from apps.proofing.models import said
from apps.proofing.overriding import passed_over

from ..models import Article, ArticlePicture, Byline, Version
from ..release import grades
from .dossier import Shown, shown_version, signatures_on
from .timeline import timeline
from .versions import values_of

ROLES = dict(Byline.Role.choices)
GENRES = dict(Article.Genre.choices)
PLACES = dict(ArticlePicture.Placement.choices)
SENT = "submit"


@dataclass(frozen=True)
class Line:
    """Who did his part, as what, when; `how` when it was not at his own screen."""

    name: str
    role: str
    at: object
    how: str = ""


@dataclass
class Slip:
    """The values of the sheet. `blanked`: of the text nothing may be printed any more."""

    shown: Shown
    headline: str = ""
    genre: str = ""
    event_date: str = ""
    bylines: list[str] = field(default_factory=list)
    office_line: str = ""
    source: str = ""
    pictures: list[dict] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)
    written: list[Line] = field(default_factory=list)
    edited: list[Line] = field(default_factory=list)
    signed: list[Line] = field(default_factory=list)
    approved: list[Line] = field(default_factory=list)
    opinions: list = field(default_factory=list)
    passed: list[dict] = field(default_factory=list)
    corrections: list[str] = field(default_factory=list)

    @property
    def version(self) -> Version:
        return self.shown.version

    @property
    def blanked(self) -> bool:
        return bool(self.version.blanked_at)

    @property
    def code(self) -> str:
        """The check code as people read it out: its first twelve digits in fours."""
        digest = self.version.digest
        return " ".join(digest[n : n + 4] for n in range(0, 12, 4))


def slip(article, at, number: int | None = None) -> Slip:
    """Of the version `dossier.shown_version` chooses; ten queries, however long the life."""
    told = timeline(article)
    rows = signatures_on(article)
    found = Slip(shown_version(article, told, rows, at, number))
    version = found.version
    upto = [each for each in told.versions if each.number <= version.number]
    _people(found, article, upto)
    for row in (row for row in rows if row.digest == version.digest):
        (found.approved if row.approves else found.signed).append(_signed(row))
    if not found.blanked:
        _text(found, article, version)
    found.opinions = list(
        article.opinions.filter(text_digest=version.digest)
        .select_related("reported_by")
        .order_by("said_at", "pk")
    )
    if found.blanked:
        found.opinions = []
    else:
        found.passed = [
            {"what": said(row.kind), "quote": row.quote, "why": row.reason, "by": row.by}
            for row in passed_over(article.key).values()
        ]
    return found


def _people(found, article, upto):
    """Who typed at it, each once with the time he last did; who handed it in."""
    last = {version.by_id: version for version in reversed(upto) if version.by_id}
    for version in sorted(last.values(), key=lambda each: each.at):
        mine = version.by_id == article.author_id
        line = Line(str(version.by), str(version), version.at)
        (found.written if mine else found.edited).append(line)
    if not found.written:
        found.written.append(Line(str(article.author), "", article.created_at))
    sent = Act.objects.filter(key=article.key, verb=SENT, after__digest=found.version.digest)
    if act := sent.select_related("by").first():
        found.written.append(Line(str(act.by), _("handed in"), act.at))


def _signed(row) -> Line:
    role = Role(row.role).label if row.role in Role.values else ""
    how = ""
    if row.handed_by_id:
        how = _("by the link and PIN %(name)s handed over") % {"name": row.handed_by}
    return Line(signer(row), str(role), row.at, how)


def _text(found, article, version):
    text = _stored(article, version)["text"]
    found.headline = text["headline"]
    found.genre = str(GENRES.get(text["genre"], ""))
    day = text["event_date"]
    found.event_date = "/".join(reversed(day.split("-"))) if day else ""
    found.bylines = [
        f"{name} ({office})" if office else name for name, office, _role in text["bylines"]
    ]
    found.bylines = [
        f"{who} – {ROLES[row[2]]}" if row[2] in ROLES else who
        for who, row in zip(found.bylines, text["bylines"], strict=True)
    ]
    found.office_line = text["byline_office"]
    found.source = text["outside_source"]
    found.pictures = [
        {"place": PLACES.get(row["placement"], ""), "caption": row["caption"],
         "credit": row["credit"], "lost": row["sha256"] is None}
        for row in text["pictures"]
    ]  # fmt: skip
    found.attachments = [title for _sha, title in text["attachments"]]
    found.corrections = [grades.in_words(*notice) for notice in text["corrections"]]


def _stored(article, version):
    if version.pk:
        version.packed = article.versions.values_list("packed", flat=True).get(pk=version.pk)
    return values_of(version)

"""The dossier of a piece: for each sentence who typed it, who changed it, who signed it, and why a
finding about it was passed over. Found from versions, signatures and acts; nothing is stored.
"""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from apps.editions.models import Showing
from apps.newsroom.models import Act, Signature
from apps.newsroom.signing import signer
from apps.proofing.models import said
from apps.proofing.overriding import passed_over
from lib.vietnamese.text import clean
from lib.vietnamese.worddiff import differences, tokens

from ..models import Version
from . import tracing
from .timeline import Timeline, timeline
from .tracing import Trace
from .versions import values_of


@dataclass(frozen=True)
class Signed:
    """One signature on a version that holds these very words; `here`: on the version shown."""

    name: str
    at: object
    version: int
    code: str
    here: bool
    approves: bool
    handed_by: str = ""


@dataclass(frozen=True)
class Passed:
    kind: str
    quote: str
    reason: str
    by: str
    at: object


@dataclass(frozen=True)
class Sentence:
    """`typed` and `changed` are versions; `changed` None when the wording is the first one."""

    number: int
    text: str
    typed: Version
    origin: str  # where it came from when nobody here typed it, in words; else ''
    unsure: str  # a blanked version stands before: in words; else ''
    changed: Version | None
    pieces: list  # the wording before and this one, as `worddiff.differences` gives them
    back: Version | None
    signed: list[Signed]
    passed: list[Passed]

    @property
    def here(self) -> bool:
        return any(line.here for line in self.signed)


@dataclass(frozen=True)
class Shown:
    """Which version the dossier is about, and why this one, in words."""

    version: Version
    why: str
    live: bool = False


@dataclass
class Dossier:
    """passages: [(kind, [Sentence])]; none when the version was blanked."""

    shown: Shown
    told: Timeline
    passages: list[tuple[str, list[Sentence]]] = field(default_factory=list)

    @property
    def sentences(self) -> list[Sentence]:
        return [sentence for _kind, found in self.passages for sentence in found]


def dossier(article, at, number: int | None = None) -> Dossier:
    """Of what readers have at `at`, else of what was signed last, else of the present text.

    `number` asks for a version by its number; a number that is none counts as not given. The
    article comes `for_cutting`; nine queries, however long the life.
    """
    told = timeline(article)
    rows = signatures_on(article)
    shown = shown_version(article, told, rows, at, number)
    found = Dossier(shown, told)
    if shown.version.blanked_at:
        return found
    texts = _texts(article, told)
    upto = [(n, tracing.flat(texts[n])) for n in sorted(texts) if n <= shown.version.number]
    traces = iter(tracing.trace(upto))
    about = _About(article, told, shown, rows, texts)
    count = 0
    for passage in texts[shown.version.number]:
        line = []
        for _words in passage.sentences:
            count += 1
            line.append(about.sentence(count, next(traces)))
        found.passages.append((passage.kind, line))
    return found


def signatures_on(article) -> list[Signature]:
    """All of the piece's, oldest first, with their people."""
    rows = Signature.objects.filter(key=article.key)
    return list(rows.select_related("user", "handed_by", "delegated_by"))


def shown_version(article, told, rows, at, number=None) -> Shown:
    """See `dossier`; one query."""
    usual = _usual(article, told, rows, at)
    asked = told.numbered(number) if number else None
    if asked and asked.number != usual.version.number:
        return Shown(asked, _("The version you chose."))
    return usual


def _usual(article, told, rows, at) -> Shown:
    live = Showing.objects.of(article.portal.key, article.key).live_at(at)
    cut = live.values_list("cut__text_digest", "cut__cut_at").first()
    if cut:
        same = [each for each in told.versions if each.digest == cut[0]]
        if same:
            return Shown(same[0], _("What readers have now."), live=True)
        older = [each for each in told.versions if each.at <= cut[1]] or told.versions[-1:]
        return Shown(
            older[0], _("The version nearest to what readers have; theirs is older than versions.")
        )
    signed = {row.digest for row in rows}
    last = next((each for each in told.versions if each.digest in signed), None)
    if last:
        return Shown(last, _("The version signed last; readers have none now."))
    return Shown(told.present, _("The present text; nobody has signed it yet."))


def _texts(article, told):
    """{number: passages} of all versions that are not blank; one query."""
    packed = dict(article.versions.filter(blanked_at=None).values_list("number", "packed"))
    found = {}
    for version in told.versions:
        if version.number in packed:
            version.packed = packed[version.number]
        elif version.pk:
            continue
        found[version.number] = tracing.passages(values_of(version))
    return found


class _About:
    """What is the same for all sentences of one piece, asked once."""

    def __init__(self, article, told, shown, rows, texts):
        self.shown, self.told = shown, told
        self.versions = {version.number: version for version in told.versions}
        self.oldest = min(self.versions)
        self.imported = Act.objects.filter(key=article.key, verb="import").exists()
        self.holding: dict[tuple, set] = {}
        for number, found in texts.items():
            for _kind, words in tracing.flat(found):
                held = self.holding.setdefault(tracing.same_as(words), set())
                held.add(self.versions[number].digest)
        self.rows = rows
        self.number_of = {version.digest: version.number for version in told.versions}
        self.passed = [(clean(row.quote), row) for row in passed_over(article.key).values()]

    def sentence(self, number, found: Trace) -> Sentence:
        return Sentence(
            number=number,
            text=found.text,
            typed=self.versions[found.first],
            origin=self._origin(found.first),
            unsure=self._unsure(found.first),
            changed=self.versions[found.last] if found.last != found.first else None,
            pieces=differences(tokens(found.was), tokens(found.text)) if found.was else [],
            back=self.versions.get(found.back),
            signed=self._signed(found.text),
            passed=self._passed(found.text),
        )

    def _origin(self, first):
        if first != self.oldest:
            return ""
        if self.imported:
            return _("imported from the old portal")
        if self.versions[first].revision > 1:
            return _("there before versions were kept; who typed it is not known")
        return ""

    def _unsure(self, first):
        before = self.versions.get(first - 1)
        if before is None or not before.blanked_at:
            return ""
        return _("%(version)s was blanked: the sentence may have stood there already.") % {
            "version": before
        }

    def _signed(self, words):
        """One line for each person: his signature on the version shown, else his last one."""
        held = self.holding.get(tracing.same_as(words), set())
        found = {}
        for row in self.rows:
            if row.digest not in held:
                continue
            line = Signed(
                name=signer(row),
                at=row.at,
                version=self.number_of[row.digest],
                code=row.digest[:8],
                here=row.digest == self.shown.version.digest,
                approves=row.approves,
                handed_by=str(row.handed_by or ""),
            )
            if row.user_id not in found or not found[row.user_id].here:
                found[row.user_id] = line
        return sorted(found.values(), key=lambda line: line.at)

    def _passed(self, words):
        words = clean(words)
        return [
            Passed(said(row.kind), row.quote, row.reason, str(row.by), row.at)
            for quote, row in self.passed
            if quote and quote in words
        ]

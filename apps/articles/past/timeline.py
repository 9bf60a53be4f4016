"""One line of time for one piece: what was done, by whom, and which version it was done to.

Versions bear the names of what happened to them. A name is found, not stored: the act keeps the
digest of the text it was about.
"""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.newsroom.history import acts_about
from apps.newsroom.models import Act, Signature
from apps.proofing.models import PassedOver

from ..leaders import links as leader_links
from ..leaders import outside as outside_opinions
from ..models import Article, Note, Version
from ..offers import LABELS
from ..quick import sending as quick_sending
from ..release.grades import Grade
from ..review import noting
from ..workflow import SIGNING
from .versions import versions_of

State = Article.State
MILESTONES = {
    "submit": gettext_lazy("handed in"),
    "send_back": gettext_lazy("sent back"),
    "agree": gettext_lazy("agreed to by the author"),
    "approve": gettext_lazy("approved"),
    "publish": gettext_lazy("published"),
    "schedule": gettext_lazy("scheduled"),
}
VERBS = {
    "start": gettext_lazy("Started"),
    "open_word": gettext_lazy("Opened from a Word file"),
    "give_review": gettext_lazy("Gave to a reviewer"),
    "hand_over": gettext_lazy("Handed over to a colleague"),
    "edit": gettext_lazy("Edited"),
    "import": gettext_lazy("Imported from the old portal"),
    "pin": gettext_lazy("Pinned to the front page"),
    "unpin": gettext_lazy("Took off the head of the front page"),
    "list_in": gettext_lazy("Changed the further sections"),
    "ask_redaction": gettext_lazy("Asked for a published version to be blanked"),
    "redact": gettext_lazy("Blanked a published version"),
    "pass_over": gettext_lazy("Passed over a finding"),
    "take_back": gettext_lazy("Took back passing over a finding"),
    **noting.VERBS,
    quick_sending.VERB: gettext_lazy("Sent from the phone"),
    **leader_links.VERBS,
    **outside_opinions.VERBS,
}
EDITED_IN = (State.IN_REVIEW, State.SENT_BACK, State.APPROVED)
WRITING = {"start", "open_word", "edit", "restore", "import"}


@dataclass
class Entry:
    """One line. `version`: the one it made (`made`), or the one it was about."""

    at: object
    by: object
    label: str
    reason: str = ""
    about: str = ""
    ordered_by: str = ""
    delegated_by: str = ""
    signed: str = ""  # the beginning of the check code that was signed
    version: Version | None = None
    made: bool = False


@dataclass
class Timeline:
    """entries and versions, newest first; names: {version number: [what happened to it]}."""

    entries: list[Entry]
    versions: list[Version]
    names: dict[int, list[str]] = field(default_factory=dict)

    @property
    def present(self) -> Version:
        return self.versions[0]

    def numbered(self, number) -> Version | None:
        return next((each for each in self.versions if each.number == number), None)

    def named(self) -> list[dict]:
        """[{"version", "names"}] for a list to choose from."""
        return [
            {"version": each, "names": self.names.get(each.number, [])} for each in self.versions
        ]


def timeline(article) -> Timeline:
    """Four queries, however long the life."""
    acts = list(reversed(acts_about(article.key)))
    found = Timeline([], versions_of(article))
    passed = {row.pk: str(row) for row in PassedOver.objects.filter(key=article.key)}
    quoted = dict(Note.objects.filter(article=article).values_list("pk", "quote"))
    made = {version.revision: version for version in reversed(found.versions) if version.by_id}
    for act in acts:
        version = _made_by(act, made) or _about(act, found.versions)
        found.entries.append(_entry(act, version, passed, quoted))
        if version and (name := _milestone(act)):
            names = found.names.setdefault(version.number, [])
            names += [] if name in names else [name]
    told = {id(entry.version) for entry in found.entries if entry.made}
    kept = [_kept(version) for version in reversed(found.versions) if id(version) not in told]
    found.entries = sorted([*kept, *found.entries], key=lambda entry: entry.at)[::-1]
    return found


def _made_by(act, made) -> Version | None:
    if act.verb not in WRITING:
        return None
    return made.get(act.after.get("revision", 1))


def _about(act, versions) -> Version | None:
    """The newest version with the act's text that stood when it was done."""
    digest = act.after.get("digest")
    same = [version for version in versions if version.digest == digest]
    return next((version for version in same if version.at <= act.at), same[-1] if same else None)


def _milestone(act) -> str:
    if act.verb in ("edit", "restore") and act.before.get("state") == State.PUBLISHED:
        return _("edited after publication")
    if act.verb == "approve" and act.after.get("state") != State.APPROVED:
        return _("signed")
    return str(MILESTONES.get(act.verb, ""))


def _entry(act: Act, version, passed, quoted) -> Entry:
    return Entry(
        at=act.at,
        by=act.by,
        label=_label(act),
        reason=act.reason,
        about=passed.get(act.after.get("passed_over")) or _about_what(act, quoted),
        ordered_by=act.after.get("ordered_by", ""),
        delegated_by=act.after.get("delegated_by", ""),
        signed=act.after.get("digest", "")[:8] if act.verb in SIGNING else "",
        version=version,
        made=act.verb in WRITING,
    )


def _about_what(act, quoted) -> str:
    """Whom it went to, the passage of a note, the time it is wanted."""
    quote = quoted.get(act.after.get("note"), "")
    passage = f"“{quote[:60]}{'…' * (len(quote) > 60)}”" if quote else ""
    return act.after.get("to") or passage or act.after.get("about", "")


def _label(act) -> str:
    if act.verb == "restore":
        return _("Restored version %(number)s") % {"number": act.after.get("version", "")}
    if act.verb == "edit" and act.before.get("state") == State.PUBLISHED:
        return _("Edited after publication")
    if grade := act.after.get("grade"):
        return f"{LABELS[act.verb]} ({Grade(grade).label})"
    return str(VERBS.get(act.verb) or LABELS.get(act.verb, act.verb))


def _kept(version) -> Entry:
    """A version no act tells of: older than versions are kept, or changed in the library."""
    label = _("Kept as it stood")
    if version.by is None:
        label = _("A picture's credit or point in sight was changed in the library")
    return Entry(at=version.at, by=version.by, label=label, version=version, made=True)


def edited_for(article, user) -> bool:
    """Is this the person's own text, handed in, changed since by somebody else, and still open?"""
    changed = article.last_edited_by_id not in (None, user.pk)
    return changed and article.author_id == user.pk and article.state in EDITED_IN


def sent_by(article, user, found: Timeline) -> Version | None:
    """The newest version the person signed that is not the present text; one query."""
    signed = Signature.objects.filter(key=article.key, user=user).values_list("digest", flat=True)
    digests = {*signed} - {found.present.digest}
    return next((version for version in found.versions if version.digest in digests), None)

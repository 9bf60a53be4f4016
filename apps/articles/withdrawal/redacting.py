"""Blanking a published version that holds a secret or personal data.

A chief asks, a technical administrator carries it out: two people, a reason, both on record. What
was in the version is gone from the editions and from the newsroom's versions for good; digest,
signers and times stay.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from apps.editions.models import Cut
from apps.editions.redaction import redact
from apps.newsroom import history, signing
from apps.newsroom.models import Act
from apps.newsroom.refusals import OutOfSight, Refused
from apps.portals.roles import Right
from apps.portals.seats import seat_for

from ..models import Article, Sending
from ..past import versions
from ..publishing import sweep
from ..review import noting
from ..sending import following
from ..typed import keeping

ASKED, DONE = "ask_redaction", "redact"


def key_of(cut) -> str:
    return f"cut:{cut.pk}"


@transaction.atomic
def ask(article, cut, *, by, at, reason):
    """The chief's half. Raises Refused without a reason or for a version already blank."""
    seat = seat_for(by, article.portal, Right.TAKE_DOWN, at)
    if (cut.portal, cut.key) != (article.portal.key, article.key):
        raise OutOfSight
    if not reason.strip():
        raise Refused(_("Write why this version must be blanked."))
    if cut.redacted_at:
        raise Refused(_("This version is blank already."))
    signing.sign(key_of(cut), cut.page_digest, by=by, role=seat.role, approves=True, at=at)
    for key in (key_of(cut), article.key):
        history.record(
            key, ASKED, by=by, at=at, portal=cut.portal, after={"cut": cut.pk},
            reason=reason.strip(),
        )  # fmt: skip


@transaction.atomic
def carry_out(cut, *, by, at):
    """The administrator's half: the version becomes blank, its readers get 410."""
    if not by.is_administrator or not by.is_active:
        raise OutOfSight
    asked = Act.objects.filter(key=key_of(cut), verb=ASKED).first()
    if asked is None or cut.redacted_at:
        raise Refused(_("Nobody has asked for this version to be blanked."))
    if asked.by_id == by.pk:
        raise Refused(_("Another person must carry out what you asked for."))
    role = "administrator"
    signing.sign(key_of(cut), cut.page_digest, by=by, role=role, approves=False, at=at)
    title, unused = cut.title, set(redact(cut, at=at))
    for copy in _copies(cut):
        unused |= set(redact(copy, at=at))
        history.record(
            cut.key, DONE, by=by, at=at, portal=cut.portal, after={"cut": copy.pk}
        )  # fmt: skip
    article_id = int(cut.key.removeprefix("article:"))
    versions.blank(article_id, cut.text_digest, at=at)
    noting.blank(article_id, cut.text_digest)
    keeping.forget(article_id)
    for key in (key_of(cut), cut.key):
        history.record(key, DONE, by=by, at=at, portal=cut.portal, after={"cut": cut.pk})
    article = Article.objects.filter(pk=article_id).first()
    if article is not None:
        Sending.objects.filter(article=article, headline=title).update(headline="", folded="")
        following.tell(article, following.BLANKED, by=by, at=at)
    transaction.on_commit(lambda: sweep(sorted(unused)))


def _copies(cut) -> list[Cut]:
    """The same text on the pages of portals that received it: the secret is there, too."""
    same = Cut.objects.filter(key=cut.key, text_digest=cut.text_digest, redacted_at=None)
    return list(same.exclude(portal=cut.portal).order_by("pk"))


def waiting() -> list[tuple[Cut, Act]]:
    """What chiefs have asked for and nobody has carried out, oldest first."""
    asked = {
        act.key: act
        for act in Act.objects.filter(verb=ASKED, key__startswith="cut:").select_related("by")
    }
    ids = [int(key.removeprefix("cut:")) for key in asked]
    cuts = Cut.objects.filter(pk__in=ids, redacted_at=None).defer("values").order_by("pk")
    return [(cut, asked[key_of(cut)]) for cut in cuts]

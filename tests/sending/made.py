"""What the tests of “Gửi các trang” do again and again."""

from apps.articles import workflow
from apps.articles.models import Sending
from apps.articles.sending import receiving
from apps.articles.sending.original import stand, with_readers
from apps.editions.models import Showing
from apps.newsroom.models import Notice
from tests import make
from tests.make import DAY, HOUR, NOON

LATER = NOON + HOUR
HOURS = {"live_from": NOON + DAY, "expires_at": NOON + 2 * DAY}


def sign(who, office, sending, at=LATER, section=None, **hours):
    digest = live(sending.article).text_digest
    return receiving.receive(
        sending, section or office.section, by=who, at=at, digest=digest, **hours
    )  # fmt: skip


def live(article, portal=None, at=LATER):
    """The cut readers have there, or None."""
    key = (portal or article.portal).key
    shown = Showing.objects.of(key, article.key).live_at(at).select_related("cut").first()
    return shown and shown.cut


def corrected(office, article, at=LATER):
    changed = office.edit(
        article, office.reporter, at=at, body="<p>Sáng nay, Tỉnh ủy họp báo.</p>",
        notice=("correction", "chiều nay", "sáng nay"),
    )  # fmt: skip
    workflow.submit(changed, by=office.reporter, at=at)
    return workflow.publish(changed, by=office.editor, at=at, digest=make.digest(changed))


def stands(sending, at=LATER):
    return stand(with_readers(Sending.objects.filter(pk=sending.pk), at).get())


def told(user):
    return list(Notice.objects.filter(user=user).order_by("pk").values_list("kind", flat=True))

"""Rows of story 3: a piece for tomorrow with a title, and the decision that ends it today.

Run on a served site's data: `python -m tests.browser.old_title make`, and afterwards `undo`.
"""

import datetime as dt
import json
import sys

import django
from django.utils import timezone

django.setup()

from apps.accounts.models import User  # noqa: E402
from apps.articles import publishing, workflow, writing  # noqa: E402
from apps.articles.models import Article  # noqa: E402
from apps.people import decisions  # noqa: E402
from apps.people.models import Decision, Term  # noqa: E402
from apps.portals.models import Portal  # noqa: E402
from tests import make  # noqa: E402

HEADLINE = "Phường Sông Vân phát động tháng cao điểm vì người nghèo"
SUBJECT = "Kiện toàn chức danh Chủ tịch Ủy ban MTTQ phường"
WHO, RANK = "Triệu Mùi Nái", "Chủ tịch"
TEXT = "Đồng chí Triệu Mùi Nái, Chủ tịch Ủy ban MTTQ Việt Nam phường phát biểu tại lễ phát động."


def main(what):
    by = {user.username: user for user in User.objects.all()}
    sys.stdout.write(json.dumps({"make": made, "undo": undone}[what](by, timezone.now())))


def made(by, now):
    portal = Portal.objects.get(key="song-van")
    tomorrow = timezone.localtime(now + make.DAY).replace(hour=7, minute=0)
    text = writing.Text(
        {
            "headline": HEADLINE, "sapo": TEXT, "section": portal.sections.first(),
            "event_date": tomorrow.date(),
        }
    )  # fmt: skip
    article = writing.start(portal, text, by=by["phongvien"], at=now)
    workflow.submit(article, by=by["phongvien"], at=now)
    digest = make.digest(article)
    workflow.schedule(article, by=by["thuky"], at=now, digest=digest, live_from=tomorrow)
    held = Term.objects.get(person__name=WHO, position__rank=RANK, ends_on=None)
    lines = [{"act": "end", "term": held.pk, "on": timezone.localdate(now).isoformat()}]
    decision = decisions.draft(subject=SUBJECT, changes=lines, by=by["thuky"], at=now)
    decisions.propose(decision, by=by["thuky"], at=now)
    return {"article": article.pk, "decision": decision.pk}


def undone(by, now):
    """The register as it was; the piece is no longer scheduled."""
    later = now + dt.timedelta(seconds=1)
    for decision in Decision.objects.filter(subject=SUBJECT, state=Decision.State.IN_FORCE):
        decisions.revoke(decision, by=by["thuky"], at=now)
        decisions.revoke(decision, by=by["truongban"], at=later)
    for article in Article.objects.filter(headline=HEADLINE, state=Article.State.PUBLISHED):
        publishing.unschedule(article, by=by["thuky"], at=later)
    return {}


if __name__ == "__main__":
    main(sys.argv[1])

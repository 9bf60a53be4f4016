"""Five portals in the house styles of the five seed pages; each page imported, signed, published.

Run on a served site's data: `python -m tests.browser.seed_portals FOLDER`.
"""

import io
import json
import sys
from pathlib import Path

import django
from django.core.management import call_command
from django.utils import timezone

django.setup()

from apps.articles import workflow  # noqa: E402
from apps.articles.models import Article  # noqa: E402
from apps.media.uploads import add_picture  # noqa: E402
from apps.portals import frame  # noqa: E402
from config.demo.drawing import draw_masthead  # noqa: E402
from tests import make  # noqa: E402

PRESETS = ["name-over-office", "updated-at", "prefixed", "posted-with-views", "posted-am-pm"]
WELCOME = "Chào mừng quý bạn đọc đến với Trang thông tin điện tử thị xã Mường Lay"


def main(folder):
    files = sorted(Path(folder).glob("0*.txt"))
    pages = [publish_seed(number, file) for number, file in enumerate(files)]
    sys.stdout.write(json.dumps(pages))


def publish_seed(number, file):
    now = timezone.now()
    office = make.Office(f"seed-{number}", PRESETS[number])
    make.section(office.portal, "tin-tuc-thanh-pho", title="Tin tức thành phố")
    dress(office, number, now)
    call_command(
        "import_pages", str(file), portal=office.portal.key, verbosity=0, stdout=io.StringIO()
    )
    article = Article.objects.get(portal=office.portal)
    if article.section_id is None:
        office.edit(article, office.editor, at=now, section=office.section)
    workflow.submit(article, by=office.editor, at=now)
    article = make.fresh(article)
    workflow.publish(article, by=office.chief, at=now, digest=make.digest(article))
    return {"host": f"seed-{number}.localhost", "address": make.fresh(article).address}


def dress(office, number, now):
    """Masthead and welcome line, in a frame signed by two."""
    portal = office.portal
    file = io.BytesIO(draw_masthead(f"Trang {number}"))
    file.name = "masthead.jpg"
    portal.masthead = add_picture(
        portal=portal.key, file=file, by=office.manager, at=now, alt="Ảnh đầu trang"
    )
    portal.welcome = WELCOME
    portal.save()
    frame.sign_frame(portal, by=office.chief, at=now)
    frame.publish_frame(portal, by=office.manager, at=now)


if __name__ == "__main__":
    main(sys.argv[1])

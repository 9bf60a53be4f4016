"""Kills a publishing newsroom again and again and looks at what it left behind.

`python -m tests.editions.crash KILLS`, in a process of its own (see test_crash): the database and
the files are those of DATABASE_URL and TOASOAN_VAR, with the settings of `make run`. A child
process publishes, schedules, corrects and takes down real articles with pictures without a pause;
SIGKILL takes it at a random point. Says in JSON what happened; exit 1 if anything was torn.
"""

import contextlib
import datetime as dt
import io
import json
import os
import random
import signal
import sys
import time
import traceback
from collections import defaultdict

import django

django.setup()

from django.core.files.storage import storages  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connections  # noqa: E402
from PIL import Image  # noqa: E402

from apps.articles import content, publishing, workflow, writing  # noqa: E402
from apps.articles.models import Article, ArticlePicture  # noqa: E402
from apps.editions.models import Cut, FileUse, Showing  # noqa: E402
from apps.media.files import sha256_of  # noqa: E402
from apps.media.publishing import missing_public_files  # noqa: E402
from apps.media.uploads import add_picture  # noqa: E402
from apps.newsroom.models import Act  # noqa: E402
from tests import make  # noqa: E402

ARTICLES = 6
MOST_ACTS = 4  # a child begins before it is killed in the middle of the last
PUBLISHING = ("publish", "schedule")
State = Article.State


def now():
    return dt.datetime.now(dt.UTC)


def furnish(dice):
    """An office with handed-in articles, each with a picture of its own."""
    office = make.Office("songvan")
    for number in range(ARTICLES):
        file = io.BytesIO()
        Image.effect_noise((640, 480), 20 + number).convert("RGB").save(file, "JPEG")
        file.seek(0)
        file.name = f"anh-{number}.jpg"
        picture = add_picture(portal=office.portal.key, file=file, by=office.reporter, at=now())
        article = office.draft(at=now())
        lead = [(picture, ArticlePicture.Placement.LEAD, "Chú thích", "Ảnh", "An")]
        writing.save(article, writing.Text({}, pictures=lead), by=office.reporter, at=now(),
                     revision=article.revision)  # fmt: skip
        workflow.submit(article, by=office.reporter, at=now())
    _publish(article, office, dice)  # also loads all that is loaded at first use
    return office


def publish_without_end(office, dice, begin):
    """Writes a byte to `begin` before each act."""
    while True:
        os.write(begin, b".")
        article = _not_taken_down(dice) or office.submitted(at=now())
        if article.state == State.IN_REVIEW:
            _publish(article, office, dice)
        elif dice.random() < 0.2 and _is_out(article):
            publishing.take_down(article, by=office.chief, at=now(), reason="Thử")
        else:
            _correct(article, office)


def _not_taken_down(dice):
    articles = list(Article.objects.select_related("portal", "section"))
    dice.shuffle(articles)
    return next((each for each in articles if not publishing.is_taken_down(each)), None)


def _publish(article, office, dice):
    signed = {"by": office.editor, "at": now(), "digest": make.digest(article)}
    if dice.random() < 0.3:
        signed["by"] = office.manager
        soon = now() + dt.timedelta(seconds=dice.choice([0.05, 3600]))
        workflow.schedule(article, **signed, live_from=soon)
    else:
        workflow.publish(article, **signed)


def _correct(article, office):
    if article.state == State.PUBLISHED:
        changed = {"sapo": f"Sáng nay, Thị ủy họp lần thứ {time.monotonic_ns()}."}
        office.edit(article, by=office.editor, at=now(), **changed)
    workflow.submit(make.fresh(article), by=office.reporter, at=now())


def _is_out(article):
    return article.state == State.PUBLISHED and Showing.objects.of("songvan", article.key).exists()


def kill_once(office, dice):
    """Fork, let it publish, kill it in the middle of an act. The child never returns from here."""
    connections.close_all()
    begun, begin = os.pipe()
    seed = dice.random()
    child = os.fork()
    if not child:
        try:
            publish_without_end(office, random.Random(seed), begin)
        except BaseException:
            traceback.print_exc()
        os._exit(1)
    os.close(begin)
    pace = _pace(begun, dice.randint(1, MOST_ACTS))
    time.sleep(dice.uniform(0, pace))
    os.kill(child, signal.SIGKILL)
    _pid, status = os.waitpid(child, 0)
    os.close(begun)
    return os.WIFSIGNALED(status)


def _pace(begun, acts):
    """Wait until so many acts have begun; how long one takes on this machine now, in seconds."""
    start = time.monotonic()
    for _ in range(acts):
        os.read(begun, 1)
    return max((time.monotonic() - start) / acts, 0.05)


def torn():
    """What is neither whole nor untouched, in words."""
    all_cuts, all_shown = by_key(Cut.objects), by_key(Showing.objects)
    all_acts = by_key(Act.objects.filter(verb__in=PUBLISHING))
    used = set(FileUse.objects.values_list("showing__key", "sha256"))
    for article in Article.objects.for_cutting():
        cuts, acts, shown = (rows[article.key] for rows in (all_cuts, all_acts, all_shown))
        if not len(cuts) == len(acts) == len(shown):
            yield f"{article.key}: {len(cuts)} cuts, {len(acts)} acts, {len(shown)} showings"
        elif [cut.text_digest for cut in cuts] != [act.after["digest"] for act in acts]:
            yield f"{article.key}: cuts and acts name different texts"
        if article.state == State.PUBLISHED and (
            not cuts or cuts[-1].text_digest != content.text_digest(article)
        ):
            yield f"{article.key}: published, but its text was not cut"
        if any(len(cut.signers) < 2 for cut in cuts):
            yield f"{article.key}: cut without two signers"
        yield from _torn_files(article, used)


def by_key(rows):
    """{key: its rows, the oldest first}; asked once for all articles."""
    found = defaultdict(list)
    for row in rows.order_by("pk"):
        found[row.key].append(row)
    return found


def _torn_files(article, used):
    pictures = [row.picture for row in article.pictures.all()]
    needed = [(each.sha256, each.widths) for each in pictures if (article.key, each.sha256) in used]
    for name in missing_public_files(needed):
        yield f"{article.key}: {name} is not there"


def half_files():
    """Public files whose bytes are not those of the private rendition they were copied from."""
    public, private = storages["public"], storages["default"]
    for folder in public.listdir("")[0] if public.exists("") else ():
        for name in public.listdir(folder)[1]:
            if name.startswith("."):
                continue
            name = f"{folder}/{name}"
            if not private.exists(f"renditions/{name}"):  # drawn at the cut, named by its bytes
                with public.open(name) as drawn:
                    if sha256_of(drawn) != folder:
                        yield f"{name} is half a file"
                continue
            with public.open(name) as one, private.open(f"renditions/{name}") as other:
                if sha256_of(one) != sha256_of(other):
                    yield f"{name} is half a file"


def verified():
    said, faults = io.StringIO(), io.StringIO()
    with contextlib.suppress(SystemExit):
        call_command("verify_editions", stdout=said, stderr=faults)
    return faults.getvalue().splitlines()


def main(kills):
    dice = random.Random(kills)
    call_command("migrate", verbosity=0)
    office = furnish(dice)
    complaints, killed, moved = [], 0, set()
    for _ in range(kills):
        killed += kill_once(office, dice)
        complaints += [*torn(), *half_files(), *verified()]
        moved.add((Cut.objects.count(), Act.objects.count()))
    told = {"killed": killed, "cuts": Cut.objects.count(), "different": len(moved),
            "complaints": complaints}  # fmt: skip
    sys.stdout.write(json.dumps(told))
    return 1 if complaints or killed < kills else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))

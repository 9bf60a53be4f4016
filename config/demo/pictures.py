"""The demo office's drawn pictures, mastheads and banners."""

import io

from apps.media.uploads import add_picture
from apps.portals import frame
from apps.portals.holidays import BY_CODE
from apps.portals.models import Banner, Portal, TopicPage

from .drawing import draw_banner, draw_many, draw_masthead
from .files import read

WIDE, LOW, NARROW = (1600, 320), (1600, 200), (960, 400)  # low: nothing comes before the lead
DRAWN = 100  # days before today: the pictures and frames of all that follows
CHIEFS = {"song-van": ("truongban", "thuky"), "ben-do": ("bendo-truongban", "bendo-bientap")}


def make_pictures(users, calendar):
    """Every drawn picture, in the library of the portals that use it: {(portal, id): Picture}."""
    drawn = _draw_all(read("pictures")["pictures"])
    wanted = {row["id"]: row for row in read("pictures")["pictures"]}
    library = {}
    for article in read("articles")["articles"]:
        author = users[article["author"]]
        for number in _picture_ids(article):
            place = article["portal"], number
            if place not in library:
                library[place] = _picture(wanted[number], drawn[number], place[0], author, calendar)
    return library


def _picture_ids(article):
    blocks = [block["picture"] for block in article["body"] if "picture" in block]
    lead = [article["lead_picture"]] if article["lead_picture"] else []
    return [*lead, *article["gallery"], *blocks]


def _draw_all(rows) -> dict[str, bytes]:
    """{picture id: JPEG}."""
    arts = [(row["scene"], row["palette"], row["seed"]) for row in rows]
    return dict(zip([row["id"] for row in rows], draw_many(arts), strict=True))


def _picture(row, data, portal, by, calendar):
    file = io.BytesIO(data)
    file.name = f"{row['id']}.jpg"
    return add_picture(
        portal=portal,
        file=file,
        by=by,
        at=calendar.at(DRAWN),
        caption=calendar.fill(row["caption"]),
        credit=row["credit"],
        alt=calendar.fill(row["alt"]),
    )


def make_frames(users, calendar):
    """Mastheads and banners, then each frame signed by two and published."""
    at = calendar.at(DRAWN + 1)
    for row in read("office")["portals"]:
        portal = Portal.objects.get(key=row["key"])
        first, second = (users[name] for name in CHIEFS[portal.key])
        portal.masthead = _drawn(
            draw_masthead(portal.name), "masthead", portal, first, at, alt=portal.name
        )
        portal.save()
        for banner in row["banners"]:
            _banner(portal, banner, first, calendar)
        for topic in row.get("topics", []):
            _topic(portal, topic, first, calendar)
        frame.sign_frame(portal, by=second, at=at)
        frame.publish_frame(portal, by=first, at=at)


def _topic(portal, row, by, calendar):
    """The page of a topic, in the menu now."""
    lines, art = row["lines"], (row["scene"], row["palette"], row["seed"])
    at = calendar.at(DRAWN + 1)
    TopicPage.objects.create(
        portal=portal,
        title=row["title"],
        slug=row["slug"],
        tag=row["tag"],
        lead_in="\n".join(calendar.fill(line) for line in row["lead_in"]),
        wide=_drawn(draw_banner(lines, *art), f"{row['slug']}-wide", portal, by, at, row["alt"]),
        narrow=_drawn(
            draw_banner(lines, *art, size=NARROW), f"{row['slug']}-narrow", portal, by, at,
            row["alt"],
        ),
        alt=row["alt"],
        shows_from=calendar.at(30, "00:00"),
        shows_until=calendar.at(-60, "23:59"),
    )  # fmt: skip


def _banner(portal, row, by, calendar):
    lines = [calendar.fill(line) for line in row["lines"]]
    art = (row["scene"], row["palette"], row["seed"])
    times = _times(row, calendar)
    alt = times.get("alt") or calendar.fill(row["alt"])
    at = calendar.at(DRAWN + 1)
    Banner.objects.create(
        portal=portal,
        slot=row["slot"],
        wide=_drawn(
            draw_banner(lines, *art, size=LOW if row["slot"] == "top" else WIDE),
            f"{row['id']}-wide",
            portal,
            by,
            at,
            alt,
        ),
        narrow=_drawn(
            draw_banner(lines, *art, size=NARROW), f"{row['id']}-narrow", portal, by, at, alt
        ),
        address=row.get("link") or "",
        sober=row.get("sober", False),
        **{"alt": alt, **times},
    )


def _times(row, calendar) -> dict:
    """When it shows; one for a holiday also what it says: the next that is still to come."""
    if "holiday" not in row:
        return {
            "shows_from": calendar.at(-row["from_offset"], "00:00"),
            "shows_until": calendar.at(-row["until_offset"], "23:59"),
        }
    holiday = BY_CODE[row["holiday"]]
    year = calendar.today.year + (holiday.on(calendar.today.year) <= calendar.today)
    begins, ends = holiday.span(year)
    return {
        "alt": holiday.said(year), "occasion": holiday.occasion(year), "shows_from": begins,
        "shows_until": ends,
    }  # fmt: skip


def _drawn(data, name, portal, by, at, alt):
    file = io.BytesIO(data)
    file.name = f"{name}.jpg"
    return add_picture(portal=portal.key, file=file, by=by, at=at, alt=alt)

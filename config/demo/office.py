"""The demo office's people, portals, pictures and frames."""

import io

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

from apps.accounts.models import User
from apps.articles.models import Contributor
from apps.media.uploads import add_picture
from apps.portals import frame
from apps.portals.appointing import give_seat
from apps.portals.models import Banner, Domain, HouseStyle, MenuItem, Portal, Section
from apps.portals.presets import apply_preset

from .drawing import draw_banner, draw_many, draw_masthead
from .files import read

PASSWORD = "toasoan-demo"
DOMAINS = {
    "song-van": ["*", "127.0.0.1", "localhost"],
    "ben-do": ["ben-do.localhost"],
}
DRAWN = 100  # days before today: the pictures and frames of all that follows
CHIEFS = {"song-van": ("truongban", "thuky"), "ben-do": ("bendo-truongban", "bendo-bientap")}


def make_people(calendar):
    """Accounts and their seats; returns {username: User}."""
    people = read("people")
    password = make_password(PASSWORD)  # once: a hash costs half a second, accounts are a dozen
    users = {row["username"]: _account(row, password) for row in people["accounts"]}
    administrator = next(user for user in users.values() if user.is_administrator)
    portals = {portal.key: portal for portal in Portal.objects.all()}
    for row in people["accounts"]:
        for seat in row["seats"]:
            give_seat(
                users[row["username"]],
                portals[seat["portal"]],
                seat["role"],
                by=administrator,
                at=calendar.now,
                starts_on=calendar.founded,
            )
    for row in people["contributors"]:
        Contributor.objects.create(
            portal=portals[row["portal"]],
            name=row["pen_name"],
            office=row.get("office") or "",
            account=users.get(row.get("account")),
        )
    return users


def _account(row, password):
    roles = row["global_roles"]
    user = User(
        username=row["username"],
        display_name=row["display_name"],
        phone=row.get("phone", ""),
        is_staff=True,
        is_administrator="administrator" in roles,
        keeps_register="register_keeper" in roles,
        password=password,
    )
    user.save()
    for flag, group in [
        (user.is_administrator, "Quản trị kỹ thuật"),
        (user.keeps_register, "Cán bộ quản lý chức danh"),
    ]:
        if flag:
            user.groups.add(Group.objects.get(name=group))
    return user


def make_portals():
    """Portals with style, sections, menu and domains; banners come with the pictures."""
    for row in read("office")["portals"]:
        portal = Portal.objects.create(
            key=row["key"],
            name=row["name"],
            short_name=row["short_name"],
            welcome=row["welcome"],
            contact="\n".join(row["contact"]),
            responsibility=row["responsibility"],
            editors_approve=True,
        )
        style = apply_preset(HouseStyle(portal=portal), "default")
        style.save()
        for name in DOMAINS[portal.key]:
            Domain.objects.create(portal=portal, name=name)
        sections = _sections(portal, row["sections"])
        for position, line in enumerate(row["menu"]):
            _menu_line(portal, sections, position, line)


def _sections(portal, rows):
    made = {}
    for position, row in enumerate(rows):
        section = Section(
            portal=portal,
            slug=row["slug"],
            title=row["name"],
            parent=made.get(row["parent"]),
            description=row.get("description") or "",
            position=position,
        )
        section.full_clean()
        section.save()
        made[section.slug] = section
    return made


def _menu_line(portal, sections, position, line):
    section = sections.get(line.get("section"))
    MenuItem.objects.create(
        portal=portal,
        title=section.title if section else line["name"],
        section=section,
        address=line.get("path", ""),
        position=position,
    )


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
        frame.sign_frame(portal, by=second, at=at)
        frame.publish_frame(portal, by=first, at=at)


def _banner(portal, row, by, calendar):
    lines = [calendar.fill(line) for line in row["lines"]]
    art = (row["scene"], row["palette"], row["seed"])
    alt = calendar.fill(row["alt"])
    at = calendar.at(DRAWN + 1)
    Banner.objects.create(
        portal=portal,
        slot=row["slot"],
        wide=_drawn(draw_banner(lines, *art), f"{row['id']}-wide", portal, by, at, alt),
        narrow=_drawn(
            draw_banner(lines, *art, size=(960, 400)), f"{row['id']}-narrow", portal, by, at, alt
        ),
        alt=alt,
        address=row.get("link") or "",
        shows_from=calendar.at(-row["from_offset"], "00:00"),
        shows_until=calendar.at(-row["until_offset"], "23:59"),
    )


def _drawn(data, name, portal, by, at, alt):
    file = io.BytesIO(data)
    file.name = f"{name}.jpg"
    return add_picture(portal=portal.key, file=file, by=by, at=at, alt=alt)

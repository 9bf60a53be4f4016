"""The demo office's people and portals."""

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

from apps.accounts.models import User
from apps.articles.models import Contributor
from apps.portals.appointing import give_seat
from apps.portals.models import Domain, HouseStyle, MenuItem, Portal, Section
from apps.portals.presets import apply_preset

from .files import read

PASSWORD = "toasoan-demo"
DOMAINS = {
    "song-van": ["*", "127.0.0.1", "localhost"],
    "ben-do": ["ben-do.localhost"],
}


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
            about="\n\n".join(row.get("about", [])),
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

"""The log's words for things of every noun, and who may read whose acts."""

from django.db.models import CharField, Q, Value
from django.db.models.functions import Cast, Concat
from django.urls import reverse

from apps.accounts.models import User
from apps.articles.models import Article, Contributor
from apps.media.models import Attachment, Picture
from apps.meetings.models import Meeting
from apps.newsroom.log import Scope
from apps.portals.held import portals_held, rights_held
from apps.portals.models import Banner, HouseStyle, MenuItem, Portal, Seat, Section
from apps.portals.roles import Right

CHANGE = {
    "article": "admin:articles_article_change",
    "contributor": "admin:articles_contributor_change",
    "meeting": "admin:meetings_meeting_change",
    "picture": "admin:media_picture_change",
    "attachment": "admin:media_attachment_change",
    "user": "admin:accounts_user_change",
}


def scope(request) -> Scope:
    """Chiefs and inspectors: their portals. Technical administrators: accounts and roles."""
    portals = {
        portal.key: portal.name
        for portal in portals_held(request)
        if Right.READ_LOG in rights_held(request, portal)
    }
    accounts = bool(request.user.is_active and getattr(request.user, "is_administrator", False))
    if not portals and not accounts:
        return Scope()
    return Scope(portals, accounts, lambda: _people(portals, accounts))


def _people(portals, accounts) -> list[tuple[int, str]]:
    """Everybody for an administrator, else who holds or held a seat there."""
    found = User.objects.order_by("display_name", "username").only("display_name", "username")
    if not accounts:
        seats = Seat.objects.filter(portal__key__in=portals)
        found = found.filter(pk__in=seats.values("user"))
    return [(person.pk, str(person)) for person in found]


def names(keys) -> dict[str, tuple[str, str]]:
    """{key: (name, address)}; one query for each kind of thing among the keys."""
    ids: dict[str, dict] = {kind: {} for kind in CHANGE}
    for key in keys:
        kind, _colon, number = key.partition(":")
        if kind in ids and number.isascii() and number.isdigit():
            ids[kind][int(number)] = key
    found = {}
    for kind, wanted in ids.items():
        for row in _rows(kind, wanted) if wanted else ():
            number = row.number if kind == "meeting" else row.pk
            address = reverse(CHANGE[kind], args=[row.pk])
            found[wanted[number]] = (str(row), "" if kind == "user" else address)
    return found


def _rows(kind, wanted):
    if kind == "article":
        return Article.objects.filter(pk__in=wanted).only("headline")
    if kind == "meeting":
        return Meeting.objects.filter(number__in=wanted)
    model = {
        "contributor": Contributor,
        "picture": Picture,
        "attachment": Attachment,
        "user": User,
    }[kind]
    return model.objects.filter(pk__in=wanted)


def called(words, portals) -> list:
    """Keys of articles, meetings, pictures and documents of these portals with these words, as
    querysets: the log asks all of them within its own query."""
    named = Q()
    for word in words:
        named &= Q(folded__contains=word)
    sources = [
        ("article", Article.objects.filter(portal__key__in=portals), "pk"),
        ("meeting", Meeting.objects.filter(portal__key__in=portals), "number"),
        ("picture", Picture.objects.filter(portal__in=portals), "pk"),
        ("attachment", Attachment.objects.filter(portal__in=portals), "pk"),
    ]
    return [
        rows.filter(named).order_by().values_list(_key(kind, number))
        for kind, rows, number in sources
    ]


def _key(kind, number):
    return Concat(Value(f"{kind}:"), Cast(number, CharField()))


def models() -> dict[str, tuple]:
    """Which models' fields the acts about a thing mention."""
    return {
        "article": (Article,),
        "contributor": (Contributor,),
        "meeting": (Meeting,),
        "picture": (Picture,),
        "attachment": (Attachment,),
        "user": (User, Seat),
        "delegation": (Seat,),
        "frame": (Portal, HouseStyle, Section, MenuItem, Banner),
    }

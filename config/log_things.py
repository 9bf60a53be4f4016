"""The log's words for things of every noun, and who may read whose acts."""

from django.db.models import CharField, Q, Value
from django.db.models.functions import Cast, Concat
from django.urls import reverse

from apps.accounts.models import User
from apps.articles.models import Article, Contributor, Sending
from apps.media.models import Attachment, Picture
from apps.meetings.models import Meeting
from apps.newsroom.log import Scope
from apps.organizations.models import Organization, Succession
from apps.people.keepers import SIGNS
from apps.people.models import Decision, Person, Term
from apps.portals.held import portals_held, rights_held
from apps.portals.models import Banner, HouseStyle, MenuItem, Portal, Seat, Section
from apps.portals.roles import Right

CHANGE = {
    "article": "admin:articles_article_change",
    "contributor": "admin:articles_contributor_change",
    "sending": "admin:articles_sending_change",
    "meeting": "admin:meetings_meeting_change",
    "picture": "admin:media_picture_change",
    "attachment": "admin:media_attachment_change",
    "decision": "admin:people_decision_change",
    "person": "admin:people_person_change",
    "organization": "admin:organizations_organization_change",
    "user": "admin:accounts_user_change",
}


def scope(request) -> Scope:
    """Chiefs and inspectors: their portals and the register. Keepers: the register. Technical
    administrators: accounts and roles."""
    portals = {
        portal.key: portal.name
        for portal in portals_held(request)
        if Right.READ_LOG in rights_held(request, portal)
    }
    accounts = bool(request.user.is_active and getattr(request.user, "is_administrator", False))
    register = bool(portals) or bool(
        request.user.is_active and getattr(request.user, "keeps_register", False)
    )
    if not register and not accounts:
        return Scope()
    return Scope(portals, accounts, lambda: _people(portals, accounts), register)


def _people(portals, accounts) -> list[tuple[int, str]]:
    """Everybody for an administrator, else who holds or held a seat there, and who keeps or signs
    the register."""
    found = User.objects.order_by("display_name", "username").only("display_name", "username")
    if not accounts:
        seats = Seat.objects.filter(Q(portal__key__in=portals) | Q(role__in=SIGNS))
        found = found.filter(Q(pk__in=seats.values("user")) | Q(keeps_register=True))
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
        "sending": Sending,
        "picture": Picture,
        "attachment": Attachment,
        "decision": Decision,
        "person": Person,
        "organization": Organization,
        "user": User,
    }[kind]
    rows = model.objects.filter(pk__in=wanted)
    return rows.only("subject") if kind == "decision" else rows


def called(words, portals) -> list:
    """Keys of articles, meetings, pictures and documents of these portals, and of what stands in
    the register, with these words, as querysets: the log asks all within its own query."""
    named = Q()
    for word in words:
        named &= Q(folded__contains=word)
    sources = [
        ("article", Article.objects.filter(portal__key__in=portals), "pk"),
        ("sending", Sending.objects.filter(to__key__in=portals), "pk"),
        ("meeting", Meeting.objects.filter(portal__key__in=portals), "number"),
        ("picture", Picture.objects.filter(portal__in=portals), "pk"),
        ("attachment", Attachment.objects.filter(portal__in=portals), "pk"),
        ("decision", Decision.objects, "pk"),
        ("person", Person.objects, "pk"),
        ("organization", Organization.objects, "pk"),
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
        "sending": (Sending,),
        "meeting": (Meeting,),
        "picture": (Picture,),
        "attachment": (Attachment,),
        "decision": (Decision,),
        "person": (Person, Term),
        "organization": (Organization, Succession),
        "user": (User, Seat),
        "delegation": (Seat,),
        "frame": (Portal, HouseStyle, Section, MenuItem, Banner),
    }

"""What people do on the practice page: open the portal, take the sample piece, begin anew."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.articles import writing
from apps.articles.models import Article, Contributor
from apps.articles.remaining import remarks_on
from apps.articles.whole import whole
from apps.newsroom import history
from apps.newsroom.refusals import OutOfSight, Refused
from apps.newsroom.telling import name_verbs
from apps.organizations.models import Organization
from apps.people import titles
from apps.portals import practice
from apps.portals.models import Portal
from apps.portals.roles import Right
from apps.portals.seats import rights_of, seat_for
from apps.proofing.findings import Kind

from .progress import BEGIN_AGAIN, TAKE_SAMPLE, is_mended, key_of, own_pieces, practice_record
from .progress import sample_of as sample_in

TRIED = 6  # people of the committee, for a title that is surely wrong
name_verbs(
    {
        BEGIN_AGAIN: gettext_lazy("began the lessons again"),
        TAKE_SAMPLE: gettext_lazy("took the piece with a wrong title"),
    }
)


@transaction.atomic
def open_for(portal: Portal, *, by, at) -> Portal:
    """The practice portal of the office, with its pen names. Raises OutOfSight, Refused."""
    made = practice.open_practice(portal, by=by, at=at)
    known = set(made.contributors.values_list("name", "office"))
    Contributor.objects.bulk_create(
        Contributor(portal=made, name=row.name, office=row.office, account=row.account)
        for row in portal.contributors.select_related("account")
        if (row.name, row.office) not in known
    )
    return made


@transaction.atomic
def take_sample(place: Portal, *, by, at) -> Article:
    """A piece of this person's in which a real official has another's title.

    The one taken before, as long as it is not mended. Raises OutOfSight, Refused.
    """
    seat_for(by, place, Right.WRITE, at)
    if not place.is_practice:
        raise OutOfSight
    record = practice_record(place)
    for pk in sorted(own_pieces(record, by.pk)):
        if sample_in(record, pk) and not is_mended(record, pk):
            return record.pieces[pk]
    for name, wrong in _pairs(place, timezone.localdate(at)):
        article = _write(place, name, wrong, by, at)
        if article is not None:
            return article
    raise Refused(
        _("The register names no two leaders of this office yet: this lesson waits for them.")
    )


@transaction.atomic
def begin_again(place: Portal, *, by, at) -> None:
    """For this person all five lessons are open again; his earlier pieces no longer count."""
    if not place.is_practice or not rights_of(by, place, at):
        raise OutOfSight
    history.record(key_of(place), BEGIN_AGAIN, by=by, at=at, portal=place.key)


def _write(place, name, wrong, by, at):
    """The piece, or None (and nothing written) where the proofreader sees nothing wrong in it."""
    day = timezone.localdate(at)
    words = {"name": name, "title": wrong, "day": f"{day.day}/{day.month}"}
    body = _("The briefing heard the report of the week and agreed on the next.")
    fields = {
        "headline": _("Practice: the briefing of this week"),
        "sapo": _("On %(day)s, comrade %(name)s, %(title)s, chaired the briefing.") % words,
        "body": f"<p>{body}</p>",
        "section": place.sections.first(),
        "event_date": day,
    }
    with transaction.atomic():
        article = writing.start(place, writing.Text(fields), by=by, at=at)
        stored = whole(article.pk)
        if any(remark.finding.kind == Kind.WRONG_TITLE for remark in remarks_on(stored, at)):
            after = {"name": name, "wrong": wrong}
            history.record(article.key, TAKE_SAMPLE, by=by, at=at, portal=place.key, after=after)
            return article
        transaction.set_rollback(True)
    return None


def _pairs(place, day):
    """(name, a title that another of them has), the first likely to be surely wrong."""
    body = place.committee and (
        Organization.objects.filter(Q(slug=place.committee) | Q(ref=place.committee)).first()
    )
    if not body:
        return
    held = titles.people_of(body, day)[:TRIED]
    home = titles.home_of(place.key)
    people = {one.person.pk: one.person for one in held}
    forms = {
        pk: titles.short_form(rows, home=home) for pk, rows in titles.titles_on(people, day).items()
    }
    for pk, person in people.items():
        for other, form in forms.items():
            if other != pk and form and form != forms[pk]:
                yield person.name, form

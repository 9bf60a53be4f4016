"""Smallest valid rows. A test names only what it is about."""

import datetime as dt
import itertools

from apps.accounts.models import User
from apps.articles import content, workflow, writing
from apps.articles.whole import whole
from apps.portals import frame
from apps.portals.models import Domain, HouseStyle, Portal, Seat, Section
from apps.portals.presets import apply_preset

NOON = dt.datetime(2026, 4, 30, 5, tzinfo=dt.UTC)  # 12:00 in Vietnam
HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)
_serial = itertools.count(1)


def user(username=None, **fields):
    made = _somebody(username, **fields)
    made.save(force_insert=True)
    return made


def _somebody(username=None, **fields):
    username = username or f"nguoi-{next(_serial)}"
    fields.setdefault("display_name", f"Đồng chí {username}")
    return User(username=username, is_staff=True, **fields)


def portal(key=None, preset="default", **fields):
    key = key or f"trang-{next(_serial)}"
    fields.setdefault("name", f"Trang thông tin {key}")
    fields.setdefault("editors_approve", True)
    made = Portal.objects.create(key=key, **fields)
    style = apply_preset(HouseStyle(portal=made), preset)
    style.save()
    Domain.objects.create(portal=made, name=f"{key}.localhost")
    return made


def section(of, slug="tin-tuc", **fields):
    fields.setdefault("title", "Tin tức")
    return Section.objects.create(portal=of, slug=slug, **fields)


def seat(who, of, role="reporter", **fields):
    made = _place(who, of, role, **fields)
    made.save(force_insert=True)
    return made


def _place(who, of, role, **fields):
    fields.setdefault("starts_on", dt.date(2020, 1, 1))
    return Seat(user=who, portal=of, role=role, **fields)


def seated(role, of, username=None, **fields):
    who = user(username, **fields)
    seat(who, of, role)
    return who


def staff(of, *roles):
    """Somebody in each of these roles; in two questions, for nearly every test asks for them."""
    people = User.objects.bulk_create(_somebody() for _role in roles)
    Seat.objects.bulk_create(_place(who, of, role) for who, role in zip(people, roles, strict=True))
    return people


class Office:
    """A portal with a section and the people who sign."""

    def __init__(self, key=None, preset="default"):
        self.portal = portal(key, preset)
        self.section = section(self.portal)
        self.reporter, self.editor, self.manager, self.chief = staff(
            self.portal, "reporter", "editor", "managing_editor", "chief"
        )

    def draft(self, by=None, at=NOON, **fields):
        fields.setdefault("headline", f"Thường vụ họp phiên {next(_serial)}")
        fields.setdefault("sapo", "Sáng 30/4, Thị ủy họp.")
        fields.setdefault("body", "<p>Hội nghị đã nghe báo cáo.</p>")
        fields.setdefault("section", self.section)
        return writing.start(self.portal, writing.Text(fields), by=by or self.reporter, at=at)

    def submitted(self, at=NOON, **fields):
        return workflow.submit(self.draft(at=at, **fields), by=self.reporter, at=at)

    def published(self, at=NOON, **fields):
        article = self.submitted(at=at, **fields)
        read = content.text_digest(article)  # as it was handed in: nothing is read again
        return workflow.publish(article, by=self.editor, at=at, digest=read)

    def edit(self, article, by, at=NOON, notice=("fix", "", ""), **fields):
        """`notice` counts where the piece was out already."""
        article = fresh(article)
        fields = {name: getattr(article, name) for name in writing.FIELDS} | fields
        text = writing.Text(fields, notice=notice)
        return writing.save(article, text, by=by, at=at, revision=article.revision)

    def with_frame(self, at=NOON):
        """Readers get pages only inside a signed frame."""
        frame.sign_frame(self.portal, by=self.chief, at=at)
        frame.publish_frame(self.portal, by=self.manager, at=at)
        return self


def fresh(article):
    return whole(article.pk)


def digest(article):
    return content.text_digest(fresh(article))

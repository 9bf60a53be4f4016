"""A portal on which every panel of the desk's first page has something to say, `n` times over."""

import datetime as dt

from django.utils import timezone

from apps.articles import publishing as taking
from apps.articles import workflow
from apps.articles.models import Article
from apps.articles.quick import sending as quick_sending
from apps.articles.quick.sending import FromPhone
from apps.articles.sending import offering
from apps.media.models import Attachment
from apps.meetings import publishing
from apps.meetings.asked import mondays_near
from apps.meetings.assigning import Sent, assign, sent_to
from apps.meetings.models import Meeting, MeetingDocument, random_number
from apps.newsroom import history
from apps.people import decisions, suggestions, versions
from apps.portals import mourning
from apps.proofing.models import PassedOver
from lib.vietnamese.days import midnight
from tests import make
from tests.meetings.make import attends, meeting
from tests.people.deciding import body, person, term
from tests.portals.desk import picture

State = Article.State
TEXT = "<p>Đồng chí Hà Văn Minh, Chủ tịch UBND xã Nà Khoang chủ trì.</p>"
ALT = "Chủ tịch UBND xã Nà Khoang Hà Văn Minh chúc mừng"
ROLES = ("reporter", "editor", "managing_editor", "deputy_chief", "chief")


class FullDesk:
    """`people` by role; each call of `add` makes one more of everything for each of them."""

    def __init__(self):
        self.now = timezone.now()
        self.office = make.Office()
        self.other = make.Office()
        self.people = {role: make.seated(role, self.office.portal) for role in ROLES}
        self.people["keeper"] = make.seated("chief", self.office.portal, keeps_register=True)
        self.people["contributor"] = make.seated("contributor", self.office.portal)
        self.people["inspector"] = make.seated("inspector", self.office.portal)
        self.keeper = make.user(keeps_register=True)
        commune = body("Ủy ban nhân dân xã Nà Khoang", kind="people_committee", level="commune")
        self.official = person("Hà Văn Minh")
        last = timezone.localdate(self.now) + dt.timedelta(days=9)
        term(self.official, "Chủ tịch", commune, ends=f"{last:%d/%m/%Y}")
        versions.moved()

    def writers(self):
        return [who for role, who in self.people.items() if role != "inspector"]

    def add(self):
        self.articles()
        self.weeks()
        for who in self.writers():
            self.of(who)
        self.register()
        wide = picture(self.office.portal, self.office.manager)
        self.office.portal.banners.create(wide=wide, alt=ALT)
        mourning.begin(
            self.office.portal, by=self.office.editor, at=self.now, ends_at=self.now + make.DAY
        )
        today = timezone.localdate(self.now)
        for giver in ("chief", "deputy_chief"):
            make.seat(
                self.people["reporter"], self.office.portal, "delegate", starts_on=today,
                ends_on=today, delegated_by=self.people[giver], reason="Đi công tác",
            )  # fmt: skip
        return self

    def articles(self):
        office, now = self.office, self.now
        office.submitted(at=now)
        office.submitted(at=now, body=TEXT)
        approved = office.submitted(at=now)
        workflow.approve(approved, by=office.chief, at=now, digest=make.digest(approved))
        later = office.submitted(at=now, headline="Khai mạc lễ hội", body=TEXT)
        soon = min(now + dt.timedelta(minutes=5), midnight(timezone.localdate(now)) + make.DAY)
        workflow.schedule(
            later, by=office.chief, at=now, digest=make.digest(later),
            live_from=soon - dt.timedelta(seconds=1),
        )  # fmt: skip
        hidden = office.published(at=now - make.DAY)
        taking.hide(hidden, by=office.editor, at=now)
        theirs = self.other.published(at=now - make.DAY)
        offering.send(theirs, [office.portal], by=self.other.chief, at=now)

    def of(self, who):
        """What lies with one person."""
        office, now = self.office, self.now
        draft = office.draft(by=who, at=now, body=TEXT)
        PassedOver.objects.create(
            key=draft.key, portal=office.portal.key, kind="title", quote="Chủ tịch", expected="",
            reason="Đúng như vậy", by=office.chief, at=now,
        )  # fmt: skip
        back = self.stands(who, state=State.SENT_BACK)
        history.record(back.key, "send_back", by=office.editor, at=now, reason="Thiếu tên.")
        self.stands(who, state=State.IN_REVIEW, last_edited_by=office.editor)
        self.stands(who, state=State.PUBLISHED, published_at=now)
        self.stands(who, came_from=office.reporter, came_at=now + make.DAY)
        mine = meeting(office.portal, "Họp hôm nay", starts_at=now)
        sent = Sent(reporter=who.pk, photographer=who.pk)
        assign(mine, sent, seen=sent_to(mine).mark, by=office.chief, at=now)
        quick = FromPhone(f"{random_number():032x}", mine.key, "Ghi nhanh")
        quick_sending.receive(quick, by=who, at=now)
        asked = suggestions.suggest(text="Đồng chí Minh nay là Bí thư.", by=who, at=now)
        suggestions.refuse(asked, answer="Chưa có quyết định.", by=self.keeper, at=now)
        suggestions.suggest(text="Đồng chí Minh nay là Phó Bí thư.", by=who, at=now)

    def stands(self, who, **fields):
        """A piece of the person's as it stands after its way; the way itself is told elsewhere."""
        article = self.office.draft(by=who, at=self.now)
        Article.objects.filter(pk=article.pk).update(**fields)
        return article

    def weeks(self):
        """This week and the next are on readers' screens and changed, the third is signed once."""
        office, now = self.office, self.now
        two, mondays = (office.manager, office.editor), mondays_near(now)
        for monday in mondays:
            line = meeting(office.portal, "Giao ban", starts_at=midnight(monday) + make.HOUR * 8)
            attends(line, self.official, role="chair")
            for by in two[: 1 if monday == mondays[-1] else 2]:
                publishing.sign_schedule(office.portal, monday, by=by, at=now)
            Meeting.objects.filter(pk=line.pk).update(place="Phòng khác")
        page = meeting(office.portal, "Sơ kết", starts_at=now + make.DAY, needs_reporter=True)
        attends(page, self.official)
        attends(page, label="Các xã, phường")
        paper = Attachment.objects.create(
            portal=office.portal.key, sha256=f"{page.number:064x}", name="bao-cao.pdf",
            title="Báo cáo", type="application/pdf", size=1, uploaded_by=office.manager,
            uploaded_at=now,
        )  # fmt: skip
        for by in two:
            publishing.sign_meeting(page, by=by, at=now)
        MeetingDocument.objects.create(meeting=page, attachment=paper, is_public=True)
        gone = meeting(office.portal, "Bỏ", starts_at=now + make.DAY)
        for by in two:
            publishing.sign_meeting(gone, by=by, at=now)
        publishing.hide_meeting(gone, by=office.editor, at=now)

    def register(self):
        line = {"act": "person", "ref": "new:1", "name": "Lò Thị Pành"}
        draft = {"subject": "Quyết định", "changes": [line], "by": self.keeper, "at": self.now}
        decisions.draft(**draft)
        decisions.propose(decisions.draft(**draft), by=self.keeper, at=self.now)

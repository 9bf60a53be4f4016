"""“Thiết lập trang mới”: from an empty installation to a portal that can publish."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from apps.accounts.models import User
from apps.articles.release import checklist
from apps.newsroom.models import Act
from apps.opening.people import free_user_name
from apps.opening.steps import LAST, STEPS
from apps.people.models import Decision
from apps.portals.models import Portal, Section
from apps.proofing.findings import Kind
from apps.proofing.stopping import stopping_kinds
from tests import make
from tests.media.samples import photo, upload
from tests.newsroom.people import client_of

from .desk import BODY, DESK, NEW, addresses, errors, make_body, step, whole

pytestmark = pytest.mark.django_db


def test_an_empty_installation_offers_to_set_up(desk):
    assert NEW in desk.get(DESK).text


def test_a_new_body_makes_a_portal_and_a_draft_for_the_keepers(desk, admin):
    answer = desk.post(NEW, BODY)
    portal = Portal.objects.get()
    assert answer["Location"] == step(portal, "dia-chi")
    assert portal.name == "Trang thông tin điện tử Đảng ủy xã Bản Mây"
    assert (portal.key, portal.committee) == ("dang-uy-xa-ban-may", "dang-uy-xa-ban-may")
    draft = Decision.objects.get()
    assert draft.state == Decision.State.DRAFT
    assert draft.changes[0]["level"] == "commune"
    assert Act.objects.filter(verb="set_up", by=admin).count() == 1


def test_the_register_is_looked_through_before_a_body_is_new(desk):
    body = make_body("Đảng ủy xã Bản Mây", "dang-uy-xa-ban-may-1")
    found = desk.post(NEW, {"body": "bản mây", "go": "o-lai"})
    assert [row.pk for row in found.context["found"]] == [body.pk]
    assert not found.context["form"].errors
    asked = desk.post(NEW, {"body": "bản mây"})
    assert "danh sách" in errors(asked)["body"]
    desk.post(NEW, {"body": "bản mây", "chosen": str(body.pk)})
    assert Portal.objects.get().committee == body.slug
    assert not Decision.objects.exists()


def test_a_name_that_tells_no_level_asks_for_it(desk):
    assert set(errors(desk.post(NEW, {"body": "Ban Quản lý khu di tích", "chosen": "moi"}))) == {
        "level"
    }
    assert not Portal.objects.exists()


@pytest.mark.parametrize(
    ("code", "typed", "field"),
    [("dia-chi", {"domains": "không phải tên"}, "domains"),
     ("trinh-bay", {"style": "lạ"}, "style"),
     ("trinh-bay", {"masthead": upload(b"text"), "masthead_alt": "Ảnh"}, "__all__"),
     ("lien-he", {"responsibility": "x" * 301}, "responsibility"),
     ("lien-he", {"contact": "\x00"}, "contact"),
     ("lien-he", {"about": "x" * 4001}, "about"),
     ("chuyen-muc", {}, "kept"),
     ("chuyen-muc", {"more": "Cán bộ"}, "more"),
     ("chuyen-muc", {"more": "Chuyên mục 12"}, "more"),
     ("nguoi", {"display_name": "Lê Thắng"}, "role"),
     ("nguoi", {"role": "editor"}, "display_name"),
     ("nguoi", {"role": "editor", "display_name": "Lê Thắng", "username": "lê"}, "username"),
     ("nguoi", {"role": "editor", "display_name": "Lê", "way": "typed"}, "password"),
     ("nguoi", {"role": "editor", "display_name": "Lê", "way": "typed", "password": "12345678"},
      "password"),
     ("nguoi", {"role": "adviser", "display_name": "Lê Thắng"}, "role"),
     ("nguoi", {"role": "editor", "account": "99999"}, "account"),
     ("duyet-bai", {}, "strict")],
)  # fmt: skip
def test_bad_input_is_said_at_the_field_and_saves_nothing(desk, portal, code, typed, field):
    make.user()
    before = (Act.objects.count(), User.objects.count())
    answer = desk.post(step(portal, code), typed)
    assert answer.status_code == 200
    assert field in errors(answer)
    assert (Act.objects.count(), User.objects.count()) == before


def test_what_cannot_be_saved_is_there_when_one_comes_back(desk, portal):
    back = desk.post(step(portal, "dia-chi"), {"domains": "không phải tên", "go": "co-quan"})
    assert back["Location"] == step(portal, "co-quan")
    again = desk.get(step(portal, "dia-chi"))
    assert "không phải tên" in again.text
    assert "domains" in errors(again)
    desk.post(step(portal, "dia-chi"), {"domains": "banmay.vn", "go": "lui"})
    assert "không phải tên" not in desk.get(step(portal, "dia-chi")).text
    assert portal.domains.get().name == "banmay.vn"


def test_a_password_typed_never_stays_in_the_session(desk, portal):
    typed = {"display_name": "Lê Thắng", "password": "bí mật của Thắng", "go": "lui"}
    desk.post(step(portal, "nguoi"), typed)
    again = desk.get(step(portal, "nguoi")).text
    assert "Lê Thắng" in again
    assert "bí mật" not in again


def test_one_goes_on_where_one_stopped(desk, portal):
    later = desk.post(step(portal, "dia-chi"), {"domains": "banmay.vn", "go": "de-sau"})
    assert later["Location"] == DESK
    assert f"{DESK}thiet-lap/{portal.key}/" in desk.get(DESK).text
    assert desk.get(f"{DESK}thiet-lap/{portal.key}/")["Location"] == step(portal, "trinh-bay")


def test_style_end_mark_and_masthead_are_the_portals(desk, portal, admin):
    image = upload(photo(size=(1600, 300)))
    fields = {"welcome": "Chào bạn đọc", "style": "updated-at", "end_mark": "./.",
              "masthead": image, "masthead_alt": "Đảng bộ xã Bản Mây"}  # fmt: skip
    assert desk.post(step(portal, "trinh-bay"), fields).status_code == 302
    portal.refresh_from_db()
    assert (portal.style.dateline, portal.style.end_mark) == ("updated", "./.")
    assert portal.masthead.alt == "Đảng bộ xã Bản Mây"
    shown = desk.get(step(portal, "trinh-bay"))
    assert shown.context["form"].initial["end_mark"] == "./."
    picture = desk.get(shown.context["picture_at"])
    assert picture.status_code == 200
    assert b"".join(picture.streaming_content)
    assert client_of(make.user()).get(shown.context["picture_at"]).status_code == 404


def test_the_foot_of_the_page_begins_with_the_body(desk, portal):
    contact = desk.get(step(portal, "lien-he")).context["form"]["contact"].value()
    assert contact.startswith("Cơ quan quản lý: Đảng ủy xã Bản Mây")
    about = "\r\n Đảng ủy xã  lãnh đạo.\r\n\r\nTrụ sở ở bản Mây. "
    # labels alone say nothing
    desk.post(step(portal, "lien-he"), {"contact": contact, "about": about})
    portal.refresh_from_db()
    assert portal.about == "Đảng ủy xã lãnh đạo.\n\nTrụ sở ở bản Mây."
    assert portal.contact == "Cơ quan quản lý: Đảng ủy xã Bản Mây"


def test_sections_are_ticked_added_and_taken_away(desk, portal):
    page = desk.get(step(portal, "chuyen-muc"))
    usual = page.context["form"]["kept"].value()
    assert len(usual) == 9
    fields = {"kept": usual[:3], "more": "Chuyển đổi số\nChuyển đổi số\n\nNông thôn mới"}
    desk.post(step(portal, "chuyen-muc"), fields)
    titles = list(Section.objects.filter(portal=portal).values_list("title", flat=True))
    assert titles[1:] == ["Tin tức – Sự kiện", "Xây dựng Đảng", "Chuyển đổi số", "Nông thôn mới"]
    first = Section.objects.get(title="Giới thiệu")
    kept = [f"s{row.pk}" for row in Section.objects.exclude(pk=first.pk)]
    desk.post(step(portal, "chuyen-muc"), {"kept": kept})
    assert not Section.objects.filter(pk=first.pk).exists()


def test_a_link_sets_the_first_password_once(desk, portal):
    fields = {"display_name": "Khuất Thị Minh Hạnh", "role": "chief", "way": "link"}
    answer = desk.post(step(portal, "nguoi"), {**fields, "go": "o-lai"})
    chief = User.objects.get(username="hanhktm")
    address = answer.context["link"].removeprefix("http://testserver")
    reader = Client()
    assert reader.get(address).status_code == 302  # also a chat's preview: nothing is changed
    chief.refresh_from_db()
    assert chief.password_is_temporary
    page = reader.get(address, follow=True)
    form_at = page.redirect_chain[-1][0]
    typed = {"new_password1": "đường-dài-7", "new_password2": "khác"}
    assert "errorlist" in reader.post(form_at, typed).text
    typed["new_password2"] = typed["new_password1"]
    assert reader.post(form_at, typed).status_code == 302
    chief.refresh_from_db()
    assert not chief.password_is_temporary
    assert chief.check_password("đường-dài-7")
    assert "form" not in Client().get(address, follow=True).text.split("<main>")[1]


def test_a_password_may_be_drawn_or_typed(desk, portal):
    drawn = {"display_name": "Lê Thắng", "role": "editor", "way": "drawn"}
    answer = desk.post(step(portal, "nguoi"), drawn)
    assert answer.context["made"]["password"] in answer.text
    typed = {"display_name": "An Thu", "role": "reporter", "way": "typed",
             "password": "mùa xuân 1975", "keeps_register": "on"}  # fmt: skip
    desk.post(step(portal, "nguoi"), typed)
    made = User.objects.get(display_name="An Thu")
    assert made.check_password("mùa xuân 1975")
    assert made.keeps_register
    assert made.password_is_temporary


def test_somebody_who_is_there_gets_a_role(desk, portal):
    known = make.user(display_name="Vàng A Páo")
    desk.post(step(portal, "nguoi"), {"account": str(known.pk), "role": "editor"})
    assert known.seats.get().role == "editor"


def test_one_approver_is_told_to_be_too_few(desk, portal):
    fields = {"display_name": "Lê Thắng", "role": "chief", "way": "drawn"}
    assert "Lê Thắng" in " ".join(desk.post(step(portal, "nguoi"), fields).context["warnings"])


def test_two_of_one_name_have_two_user_names():
    make.user("thangl")
    assert free_user_name("Lê Thắng") == "thangl2"


def test_the_lists_and_the_strictness_are_the_portals(desk, portal):
    offered = desk.get(step(portal, "duyet-bai")).context["form"].initial
    assert offered["lists"] == "thuong"
    fields = {"approves": "bien-tap", "lists": "thuong", "strict": "chuc-danh"}
    desk.post(step(portal, "duyet-bai"), fields)
    portal.refresh_from_db()
    assert portal.editors_approve
    assert ("", "caption") in checklist.needed(portal)
    assert Kind.WRONG_TITLE in stopping_kinds(portal)
    assert Kind.PROTOCOL_ORDER not in stopping_kinds(portal)
    again = desk.get(step(portal, "duyet-bai")).context["form"].initial
    assert again == {"approves": "bien-tap", "lists": "thuong", "strict": "chuc-danh"}


def test_the_last_page_says_what_is_missing_and_three_next_things(desk, portal):
    bare = desk.get(step(portal, LAST)).context
    assert len(bare["stopping"]) >= 4
    assert whole(desk, portal)["Location"] == step(portal, LAST)
    ready = desk.get(step(portal, LAST))
    assert ready.context["stopping"] == []
    assert len(ready.context["next_things"]) == 3
    assert not [lack for lack in ready.context["wanting"] if "chưa xem" in lack.words.lower()]


@pytest.mark.sqlite_only
def test_no_step_costs_more_with_more_sections_or_people(desk, portal):
    def cost(code):
        with CaptureQueriesContext(connection) as queries:
            assert desk.get(step(portal, code)).status_code == 200
        return len(queries)

    before = {each.code: cost(each.code) for each in STEPS} | {LAST: cost(LAST)}
    for number in range(6):
        make.section(portal, f"muc-{'abcdef'[number]}")
        make.seated("editor", portal)
    after = {code: cost(code) for code in before}
    assert max(after.values()) < 30
    assert {code: after[code] for code in before if after[code] > before[code] + 2} == {}


def test_every_word_on_the_screens_is_vietnamese(desk, portal):
    for address in (NEW, *addresses(portal)):
        text = re.sub(r"<[^>]*>", " ", desk.get(address).text.partition('id="content"')[2])
        assert not re.search(r"\b(the|and|with|save|step|people|portal)\b", text, re.I), address

"""Desk pages as a screen reader takes them: parts have names, what points at a part finds it."""

import json
import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from apps.articles.sending import offering
from tests import make
from tests.newsroom.people import client_of

pytestmark = pytest.mark.django_db
PAGES = [
    "", "articles/article/", "articles/article/?viec=xem", "articles/article/add/",
    "articles/article/{draft}/change/", "articles/article/{waiting}/change/",
    "articles/article/{waiting}/duyet/", "articles/article/{waiting}/act/send_back/",
    "articles/article/{waiting}/history/", "articles/article/{waiting}/ho-so/",
    "articles/article/{waiting}/leaders/", "media/picture/", "media/picture/add/", "anh/chon/",
    "meetings/meeting/", "meetings/meeting/add/", "meetings/scheduleline/", "people/person/",
    "people/suggestion/add/", "organizations/organization/", "portals/delegation/add/",
    "articles/article/{out}/act/send_on/", "articles/sending/", "articles/sending/{sent}/change/",
    "newsroom/act/", "articles/plannedpiece/", "thong-bao/", "thong-bao/cach-nhan/", "huong-dan/",
]  # fmt: skip
POINTING = ("for", "aria-describedby", "aria-labelledby", "aria-controls", "list")


def faults(answer):
    """What is wrong with the page, in words."""
    if answer.status_code != 200:
        return [f"answers {answer.status_code}"]
    tree = LexborHTMLParser(answer.content.decode())
    for template in tree.css("template"):
        template.decompose()
    ids = [part.attributes["id"] for part in tree.css("[id]")]
    found = [f"{name} stands twice" for name in {name for name in ids if ids.count(name) > 1}]
    for attribute in POINTING:
        for part in tree.css(f"[{attribute}]"):
            lost = set((part.attributes[attribute] or "").split()) - set(ids)
            found += [f"{attribute} points at {name}, which is not there" for name in lost]
    if len(tree.css("h1")) != 1:
        found.append(f"{len(tree.css('h1'))} first headings")
    if tree.css_first("body > a.skip-to-content-link[href='#content-start']") is None:
        found.append("no link past the menu")
    scripts = re.search(r"script-src ([^;]*)", answer["Content-Security-Policy"])[1]
    if "unsafe" in scripts:
        found.append(f"scripts may come from {scripts}")
    return found


def test_parts_have_names_and_the_policy_forbids_scripts_in_the_page():
    office = make.Office()
    client = client_of(office.chief)
    numbers = {"draft": office.draft().pk, "waiting": office.submitted().pk}
    out, other = office.published(), make.Office()
    (sent,) = offering.send(other.published(), [office.portal], by=other.chief, at=make.NOON)
    numbers |= {"out": out.pk, "sent": sent.pk}
    wrong = {page: faults(client.get("/toa-soan/" + page.format(**numbers))) for page in PAGES}
    assert {page: found for page, found in wrong.items() if found} == {}


def test_what_is_wrong_in_a_field_is_read_out_with_the_field():
    office = make.Office()
    answer = client_of(office.reporter).post(
        f"/toa-soan/articles/article/add/?portal={office.portal.key}",
        {"headline": "Bài có ngày sai", "event_date": "31/2/2021", "act": "save"},
    )
    tree = LexborHTMLParser(answer.content.decode())
    field = tree.css_first("#id_event_date")
    assert field.attributes["aria-invalid"] == "true"
    said = [
        tree.css_first(f"#{name}").text() for name in field.attributes["aria-describedby"].split()
    ]
    assert "Chức danh được kiểm tra theo ngày này" in said[0]
    assert said[1].strip()
    assert tree.css_first(".errornote").attributes["role"] == "alert"


def test_the_editors_page_has_a_name_and_writes_no_style_of_its_own(settings):
    office = make.Office()
    answer = client_of(office.reporter).get("/toa-soan/articles/article/add/")
    text = LexborHTMLParser(answer.content.decode()).css_first("#id_body")
    config = json.loads(text.attributes["data-django-prose-editor-configurable"])
    assert config["extensions"]["DeskPage"] == {"label": "Nội dung", "described": "leave-text"}
    assert config["js_modules"] == ["/static/articles/editor-page.js"]
    script = (settings.BASE_DIR / "static/articles/editor-page.js").read_text()
    assert "injectCSS: false" in script

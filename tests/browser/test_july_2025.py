"""1 July 2025 by a keeper's hand: two boards merge, the town ends, three communes begin.

A step is one form sent. Then all is undone by two people, and done again.
"""

import datetime as dt
import json
import re
import sqlite3

import pytest

from lib.vietnamese.fold import fold
from tests.people.july import NEW, OLD, SOURCE, register

SCREEN = "/toa-soan/organizations/organization/sap-xep/"
MERGED = "Ban Tuyên giáo và Dân vận Thị ủy Phiêng Lanh"
PLACES = ["thị xã Phiêng Lanh", *OLD]
# (title now, holder's body now, new rank, new body): what the decision says of the town's leaders.
LEADERS = [
    ("Bí thư", "Thị ủy Phiêng Lanh", "Bí thư", "Đảng ủy phường Phiêng Lanh"),
    ("Phó Bí thư Thường trực", "Thị ủy Phiêng Lanh", "Bí thư", "Đảng ủy xã Mường Khoa"),
    ("Phó Bí thư", "Thị ủy Phiêng Lanh", "Bí thư", "Đảng ủy xã Huổi Lếch"),
    ("Chủ tịch", "Ủy ban nhân dân thị xã Phiêng Lanh", "Chủ tịch",
     "Ủy ban nhân dân phường Phiêng Lanh"),
]  # fmt: skip
MOST_STEPS = 12


class Clerk:
    """Somebody at the screen, whose forms are counted."""

    steps = 0

    def __init__(self, person):
        self.person, self.page = person, person.page

    def send(self, selector):
        Clerk.steps += 1
        with self.page.expect_navigation():
            self.page.click(selector)

    def act(self, decision, act):
        """A button under the decision."""
        self.person.go(decision)
        self.send(f"button[name=act][value={act}]")

    def choose(self, field, *names):
        """Type each name without marks and take it from what is offered."""
        for name in names:
            self.page.click(f".field-{field} .select2-search__field")
            self.page.keyboard.type(fold(name))
            self.page.locator(".select2-results__option", has_text=name).first.click()
            self.page.locator(".select2-selection__choice", has_text=name).wait_for()

    def carry(self, rank, body, new_rank, new_body):
        """Tick one holder's row in the group of his body."""
        group = self.page.locator("fieldset.holders tbody").filter(
            has=self.page.get_by_role("rowheader", name=body, exact=True)
        )
        row = group.locator("tr[data-term]").filter(
            has=self.page.locator(f"input[type=text][value='{rank}']")
        ).first  # fmt: skip
        row.locator("input[type=checkbox]").check()
        row.locator("select").select_option(label=new_body)
        row.locator("input[type=text]").fill(new_rank)

    def uncarry(self, body):
        """Nobody of that body goes on there as its head: another is named."""
        group = self.page.locator("fieldset.holders tbody").filter(
            has=self.page.get_by_role("rowheader", name=body, exact=True)
        )
        group.locator("tr[data-term] input[type=checkbox]").first.uncheck()

    def save(self):
        """Save, see the consequences of what was changed last, save."""
        self.send("button[value=save]")
        if SCREEN in self.page.url:
            self.send("button[value=save]")
        return self.page.url

    def consequence(self, code):
        found = self.page.locator(f".consequence[data-code={code}] li")
        return found.all_text_contents()


@pytest.fixture(scope="module")
def town(site, tmp_path_factory):
    file = tmp_path_factory.mktemp("july") / "register.json"
    file.write_text(json.dumps(register(), ensure_ascii=False), encoding="utf-8")
    site.run("manage.py", "load_register", str(file))
    return site


def rows(site, question, *values):
    with sqlite3.connect(f"file:{site.var / 'db.sqlite3'}?mode=ro", uri=True) as database:
        return database.execute(question, values).fetchall()


def state(site):
    """The register of this town: bodies with their last days, titles with theirs."""
    bodies = rows(site, "select name, valid_to from organizations_organization where source = ? "
                        "or name = ? or valid_from = '2025-07-01' and place in (?, ?, ?) "
                        "order by id", SOURCE, MERGED, *NEW)  # fmt: skip
    terms = rows(site, "select t.id, t.starts_on, t.ends_on from people_term t join people_person "
                       "p on p.id = t.person_id where p.source = ? order by 1", SOURCE)  # fmt: skip
    return bodies, terms


def merge_boards(clerk):
    clerk.person.go(SCREEN)
    clerk.choose("ending", "Ban Tuyên giáo Thị ủy Phiêng Lanh", "Ban Dân vận Thị ủy Phiêng Lanh")
    clerk.page.fill("#id_names", MERGED)
    clerk.page.fill("#id_day", "1/3/2025")
    clerk.page.fill("#id_number", "983-QĐ/TU")
    clerk.send("button[value=look]")
    clerk.carry("Trưởng ban", "Ban Tuyên giáo Thị ủy Phiêng Lanh", "Trưởng ban", MERGED)
    return clerk.save()


def end_town(clerk):
    clerk.person.go(SCREEN)
    clerk.page.fill("#id_places", "\n".join(PLACES))
    clerk.page.fill("#id_names", "\n".join(NEW))
    clerk.page.fill("#id_day", "1/7/2025")
    clerk.page.fill("#id_number", "1656/NQ-UBTVQH15")
    clerk.send("button[value=look]")
    for place in NEW:
        clerk.uncarry(f"Đảng ủy {place}")
    clerk.uncarry("Ủy ban nhân dân phường Phiêng Lanh")
    for leader in LEADERS:
        clerk.carry(*leader)
    return clerk.save()


def again(clerk, decision):
    """A revoked decision, from its own lines."""
    number = re.search(r"/decision/(\d+)/", decision)[1]
    clerk.person.go(f"{SCREEN}?theo={number}")
    return clerk.save()


def in_force(clerk, chief, decision):
    clerk.act(decision, "propose")
    chief.act(decision, "sign")


def check_new_order(site):
    last = dict(state(site)[0])
    assert last["Thị ủy Phiêng Lanh"] == last["Hội Nông dân thị xã Phiêng Lanh"] == "2025-06-30"
    assert last["Ban Dân vận Thị ủy Phiêng Lanh"] == "2025-02-28"
    begun = rows(site, "select count(*) from organizations_organization where "
                       "valid_from = '2025-07-01' and place in (?, ?, ?)", *NEW)  # fmt: skip
    assert begun == [(12,)]
    open_in_ended = rows(site, "select count(*) from people_term t join people_position p on "
                               "p.id = t.position_id join organizations_organization o on "
                               "o.id = p.body_id where o.valid_to is not null and "
                               "(t.ends_on is null or t.ends_on > o.valid_to)")  # fmt: skip
    assert open_in_ended == [(0,)]
    for _rank, _body, rank, body in LEADERS:
        held = rows(site, "select t.starts_on from people_term t join people_position p on "
                          "p.id = t.position_id join organizations_organization o on "
                          "o.id = p.body_id where p.rank = ? and o.name = ? and "
                          "o.valid_from = ?", rank, body, "2025-07-01")  # fmt: skip
        assert held == [("2025-07-01",)]


def test_july_2025_is_done_undone_and_done_again(town, person):
    before = state(town)
    clerk, chief = Clerk(person("thuky")), Clerk(person("truongban"))
    merged = merge_boards(clerk)
    in_force(clerk, chief, merged)
    ended = end_town(clerk)
    in_force(clerk, chief, ended)
    assert Clerk.steps <= MOST_STEPS
    check_new_order(town)
    for decision in (ended, merged):
        clerk.act(decision, "revoke")
        chief.act(decision, "revoke")
    assert state(town) == before
    for decision in (merged, ended):
        in_force(clerk, chief, again(clerk, decision))
    check_new_order(town)
    check_page_of_the_town(town, person("phongvien", width=360))
    assert clerk.person.errors == chief.person.errors == []


def check_page_of_the_town(town, reader):
    """What has ended is shown with its heirs, on a phone too."""
    found = rows(town, "select id from organizations_organization where name = ?",
                 "Thị ủy Phiêng Lanh")  # fmt: skip
    reader.go(f"/toa-soan/organizations/organization/{found[0][0]}/change/")
    assert "Đảng ủy xã Mường Khoa" in reader.text()
    assert dt.date(2025, 6, 30).strftime("%-d/%-m/%Y") in reader.text()
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 360

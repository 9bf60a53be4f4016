"""What the tests of setting up share."""

from apps.opening.steps import LAST, STEPS
from apps.organizations.models import Organization

DESK = "/toa-soan/"
NEW = f"{DESK}thiet-lap/moi/"
BODY = {"body": "Đảng ủy xã Bản Mây", "chosen": "moi"}


def step(portal, code):
    return f"{DESK}thiet-lap/{portal.key}/{code}/"


def errors(answer):
    """{field: words} of a step that came back."""
    return {name: " ".join(each) for name, each in answer.context["form"].errors.items()}


def whole(desk, portal):
    """All steps, with three people."""
    desk.post(step(portal, "dia-chi"), {"domains": "banmay.vn", "every": "on"})
    desk.post(step(portal, "trinh-bay"), {"style": "default", "end_mark": "theo"})
    desk.post(step(portal, "lien-he"), {"contact": "Địa chỉ: Bản Mây", "responsibility": "An Thu"})
    kept = desk.get(step(portal, "chuyen-muc")).context["form"]["kept"].value()
    desk.post(step(portal, "chuyen-muc"), {"kept": kept})
    for name, role in (("Lê Thắng", "chief"), ("An Thu", "deputy_chief"), ("Vàng Páo", "reporter")):
        person = {"display_name": name, "role": role, "way": "drawn", "keeps_register": "on"}
        desk.post(step(portal, "nguoi"), {**person, "go": "o-lai"})
    desk.post(step(portal, "nguoi"), {})
    fields = {"approves": "lanh-dao", "lists": "it", "strict": "mat"}
    return desk.post(step(portal, "duyet-bai"), fields)


def addresses(portal):
    return [step(portal, code) for code in [*(each.code for each in STEPS), LAST]]


def make_body(name, slug):
    return Organization.objects.create(
        name=name, slug=slug, level="commune", kind="party_committee", place="xã Bản Mây"
    )

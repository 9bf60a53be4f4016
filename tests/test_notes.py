"""Notes on a piece: where they stand, who may, what is kept."""

import pytest
from django.utils import translation

from apps.articles import workflow
from apps.articles.leaders import links as leader_links
from apps.articles.manuscripts import draft_of
from apps.articles.models import Article, Note, NoteAnswer
from apps.articles.past.timeline import timeline
from apps.articles.review import noting
from apps.articles.review.anchoring import places
from apps.articles.review.notes import note_panel
from apps.newsroom.models import Act, Signature
from apps.newsroom.refusals import OutOfSight, Refused

from . import make
from .make import DAY, HOUR, NOON

pytestmark = pytest.mark.django_db
BODY = "<p>Hội nghị đã nghe báo cáo.</p><p>Đồng chí Bí thư kết luận hội nghị, giao nhiệm vụ.</p>"


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture
def office():
    return make.Office()


def noted(office, article, quote="kết luận hội nghị", field="block:1", by=None, **fields):
    return noting.put(
        article, by=by or office.editor, at=NOON, words="Nêu rõ nội dung kết luận.", field=field,
        quote=quote, **fields,
    )  # fmt: skip


def found(note):
    """The words the note stands on now, and where; None when they have gone."""
    article = make.fresh(note.article)
    pieces = draft_of(article, NOON).pieces
    place = places([note], pieces).get(note.pk)
    text = {piece.field: piece.text for piece in pieces}
    return place and (place.field, text[place.field][place.start : place.end])


# -- where a passage is --


def test_a_note_keeps_its_passage_and_what_stands_around(office):
    note = noted(office, office.submitted(body=BODY))
    assert (note.before, note.after) == ("Đồng chí Bí thư ", ", giao nhiệm vụ.")
    assert found(note) == ("block:1", "kết luận hội nghị")


LISTED = BODY.replace("<p>Đồng", "<ul><li><p>Đồng").replace("vụ.</p>", "vụ.</p></li></ul>")
EDITS = {
    "a paragraph comes above": ("<p>Thêm một đoạn.</p>" + BODY, "block:2"),
    "the paragraph is written on": (BODY.replace("vụ.", "vụ cho các phường."), "block:1"),
    "words before it change": (BODY.replace("Đồng chí Bí thư", "Bí thư Thị ủy"), "block:1"),
    "a list is made of it": (LISTED, "block:1"),
    "a part becomes bold": (BODY.replace("luận hội", "<strong>luận</strong> hội"), "block:1"),
    "two spaces come between": (BODY.replace("kết luận", "kết  luận"), "block:1"),
}  # fmt: skip


@pytest.mark.parametrize("name", EDITS)
def test_a_passage_is_found_again_when(office, name):
    body, field = EDITS[name]
    note = noted(office, office.submitted(body=BODY))
    office.edit(note.article, office.editor, body=body)
    place, words = found(note)
    assert (place, " ".join(words.split())) == (field, "kết luận hội nghị")


@pytest.mark.parametrize(
    "body",
    ["", "<p>Khác hẳn.</p>", BODY.replace("kết luận hội nghị", "kết luận")],
)
def test_a_passage_that_has_gone_is_nowhere(office, body):
    note = noted(office, office.submitted(body=BODY))
    office.edit(note.article, office.editor, body=body)
    assert found(note) is None
    panel = note_panel(make.fresh(note.article), office.editor, NOON)
    assert panel.open[0].gone


def test_a_short_word_is_not_found_in_another_place(office):
    note = noted(office, office.submitted(body=BODY), quote="giao")
    gone = BODY.replace(", giao nhiệm vụ", "")
    office.edit(note.article, office.editor, body=gone + "<p>Bộ phận giao thông.</p>")
    assert found(note) is None


def test_of_two_alike_the_neighbours_decide(office):
    body = "<p>Ông An dự họp tại phường Một.</p><p>Ông Bình dự họp tại phường Hai.</p>"
    note = noted(office, office.submitted(body=body), quote="dự họp tại phường Hai")
    note = Note.objects.get(pk=note.pk)
    again = noting.put(
        note.article, by=office.editor, at=NOON, words="x", field="block:0", quote="dự họp",
        before="Ông Bình ", after=" tại phường Hai.",
    )  # fmt: skip
    assert found(again)[0] == "block:1"


def test_headline_lead_and_captions_can_be_noted(office):
    article = office.submitted(headline="Thị ủy họp bàn nhiệm vụ quý II", body=BODY)
    note = noted(office, article, quote="nhiệm vụ quý II", field="headline")
    assert found(note) == ("headline", "nhiệm vụ quý II")


def test_a_passage_changed_meanwhile_is_kept_as_quoted(office):
    note = noted(office, office.submitted(body=BODY), quote="lời không còn trong bài")
    assert (note.quote, found(note)) == ("lời không còn trong bài", None)


@pytest.mark.parametrize("quote", ["", "   ", "\x00", " "])
def test_without_words_quoted_it_is_on_the_whole(office, quote):
    note = noted(office, office.submitted(), quote=quote, field="block:9", before="a")
    assert (note.quote, note.field, note.before) == ("", "", "")


def test_what_a_browser_sends_fits_always(office):
    note = noted(office, office.submitted(), quote="x" * 9000, field="y" * 900, before="z" * 99)
    assert (len(note.quote), len(note.field), len(note.before)) == (500, 40, 40)


# -- who may --


def delegate_of(office):
    """Reads by a seat of his own; approves in the chief's name for a day."""
    who, day = make.seated("inspector", office.portal), NOON.date()
    make.seat(who, office.portal, "delegate", delegated_by=office.chief, starts_on=day,
              ends_on=day + DAY)  # fmt: skip
    return who


def people(office):
    return {
        "author": office.reporter,
        "colleague": make.seated("reporter", office.portal),
        "editor": office.editor,
        "chief": office.chief,
        "delegate": delegate_of(office),
        "inspector": make.seated("inspector", office.portal),
        "contributor": make.seated("contributor", office.portal),
        "stranger": make.Office().chief,
    }


MAY = {
    "draft": {"author", "editor", "chief"},
    "in_review": {"author", "editor", "chief", "delegate"},
    "sent_back": {"author", "editor", "chief", "delegate"},
    "published": {"author", "editor", "chief", "delegate"},
}


@pytest.mark.parametrize("state", MAY)
def test_who_may_put_a_note(office, state):
    article = office.submitted()
    Article.objects.filter(pk=article.pk).update(state=state)
    may = set()
    for name, user in people(office).items():
        try:
            noting.put(article, by=user, at=NOON, words="Xem lại.")
        except (Refused, OutOfSight):
            continue
        may.add(name)
    assert may == MAY[state]


def test_who_may_settle(office):
    article = office.submitted()
    note = noting.put(article, by=office.editor, at=NOON, words="Xem lại.")
    own = noting.put(article, by=office.reporter, at=NOON, words="Nhờ xem giúp số liệu.")
    held = people(office)
    for name in ("author", "colleague", "inspector"):
        with pytest.raises(Refused):
            noting.resolve(note, by=held[name], at=NOON)
    for name in ("stranger", "contributor"):
        with pytest.raises(OutOfSight):
            noting.resolve(note, by=held[name], at=NOON)
    noting.resolve(own, by=office.reporter, at=NOON)
    noting.resolve(note, by=held["delegate"], at=NOON)
    assert noting.open_notes(article) == 0


@pytest.mark.parametrize("verb", ["put", "answer", "resolve", "reopen"])
@pytest.mark.parametrize("who", ["stranger", "administrator"])
def test_other_portals_notes_do_not_exist(office, verb, who):
    note = noting.put(office.submitted(), by=office.editor, at=NOON, words="Xem lại.")
    by = make.Office().chief if who == "stranger" else make.user(is_administrator=True)
    words = {"words": "x"} if verb in ("put", "answer") else {}
    about = note.article if verb == "put" else note
    with pytest.raises(OutOfSight):
        getattr(noting, verb)(about, by=by, at=NOON, **words)


def test_another_articles_note_does_not_exist(office):
    note = noting.put(office.submitted(), by=office.editor, at=NOON, words="Xem lại.")
    with pytest.raises(OutOfSight):
        noting.note_of(office.submitted(), note.pk)


# -- what is kept --


def test_notes_void_no_signature_and_stop_nothing(office):
    article = office.submitted()
    before = make.digest(article)
    noting.put(article, by=office.editor, at=NOON, words="Xem lại.")
    assert make.digest(article) == before
    done = workflow.approve(article, by=office.editor, at=NOON, digest=before)
    assert done.state == Article.State.APPROVED
    assert Signature.objects.filter(digest=before).count() == 2


def test_each_step_is_in_the_history(office):
    article = office.submitted(body=BODY)
    note = noted(office, article)
    noting.answer(note, by=office.reporter, at=NOON + HOUR, words="Đã bổ sung.")
    noting.resolve(note, by=office.editor, at=NOON + 2 * HOUR)
    noting.resolve(note, by=office.chief, at=NOON + 2 * HOUR)
    noting.reopen(note, by=office.editor, at=NOON + 3 * HOUR)
    acts = Act.objects.filter(key=article.key, verb__contains="note").order_by("at")
    assert [act.verb for act in acts] == ["note", "answer_note", "resolve_note", "reopen_note"]
    labels = {(entry.label, entry.about) for entry in timeline(make.fresh(article)).entries}
    assert ("Put a note", "“kết luận hội nghị”") in labels
    assert (acts[1].reason, acts[1].by) == ("Đã bổ sung.", office.reporter)


def test_pressed_twice_is_answered_once(office):
    note = noting.put(office.submitted(), by=office.editor, at=NOON, words="Xem lại.")
    for _time in range(2):
        noting.answer(note, by=office.reporter, at=NOON, words="Đã sửa.")
    assert NoteAnswer.objects.count() == 1


@pytest.mark.parametrize("words", ["", "  \n", "\x00", "x" * 4001])
def test_no_words_and_too_many_are_refused(office, words):
    with pytest.raises(Refused):
        noting.put(office.submitted(), by=office.editor, at=NOON, words=words)
    assert not Note.objects.exists()


def test_blanking_a_version_blanks_what_notes_quote_of_it(office):
    article = office.submitted(body=BODY)
    note = noted(office, article)
    noting.blank(article.pk, make.digest(article))
    note.refresh_from_db()
    assert (note.quote, note.before, note.after) == ("", "", "")
    assert note.words and note_panel(make.fresh(article), office.editor, NOON).open[0].gone


def test_a_delegates_note_says_on_whose_behalf(office):
    chief = office.chief
    delegate = delegate_of(office)
    noting.put(office.submitted(), by=delegate, at=NOON, words="Xem lại.")
    assert Act.objects.get(verb="note").after["delegated_by"] == str(chief)


def test_a_leaders_words_by_link_are_an_open_note(office):
    leader = make.seated("adviser", office.portal)
    article = office.submitted()
    link = leader_links.make_link(article, leader, by=office.manager, at=NOON, days=3).link
    for _time in range(2):
        leader_links.say(link, "Bỏ đoạn cuối.", at=NOON + HOUR)
    note = Note.objects.get()
    assert (note.by, note.words, note.quote) == (leader, "Bỏ đoạn cuối.", "")
    assert note.opinion.link == link
    noting.resolve(note, by=office.editor, at=NOON + 2 * HOUR)
    assert noting.open_notes(article) == 0

"""Officials and meetings of an old page, joined to the register and the list of meetings."""

from django.test import TestCase

from apps.legacy.models import Sighting
from apps.meetings.models import Meeting
from tests import make
from tests.people import register

from .archive import bring

WHO = "Đồng chí Đoàn Thị Sen, Phó Bí thư Thường trực Thị ủy"


class LinkingTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.portal = make.portal()

    def known(self):
        town = register.body("Thị ủy Sông Vân", short_names=["Thị ủy"])
        sen = register.person("Đoàn Thị Sen")
        register.holds(sen, "Phó Bí thư Thường trực", town, "2020-08-01")
        return sen

    def test_page_makes_a_meeting_with_its_chair(self):
        article = bring(self.portal, "11/10/2021", WHO)
        meeting = article.meeting
        assert (meeting.kind, meeting.period) == ("hội nghị giao ban", "quý III/2021")
        assert [row.label for row in meeting.attendance.all()] == ["Đoàn Thị Sen"]
        assert not meeting.is_public

    def test_second_page_finds_the_meeting_again(self):
        one = bring(self.portal, "11/10/2021", WHO, title="Thị ủy giao ban quý III")
        other = bring(self.portal, "11/10/2021", WHO, title="Hội nghị giao ban của Thị ủy")
        assert one.pk != other.pk and one.meeting == other.meeting

    def test_another_chair_is_another_meeting(self):
        one = bring(self.portal, "11/10/2021", WHO, title="Thị ủy giao ban quý III")
        other = bring(
            self.portal, "11/10/2021", "Đồng chí Lò Văn Chiêm, Bí thư Thị ủy",
            title="Bí thư giao ban",
        )  # fmt: skip
        assert one.meeting != other.meeting

    def test_official_of_the_register_is_linked(self):
        sen = self.known()
        article = bring(self.portal, "11/10/2021", WHO)
        assert Sighting.objects.get().person == sen
        assert article.meeting.attendance.get().person == sen
        assert article.note == ""

    def test_stranger_is_named_to_the_editor(self):
        article = bring(self.portal, "11/10/2021", WHO)
        assert "Đoàn Thị Sen (Phó Bí thư Thường trực Thị ủy)" in article.note
        assert Sighting.objects.get().person is None

    def test_importing_twice_keeps_one_meeting_and_one_list(self):
        bring(self.portal, "11/10/2021", WHO)
        bring(self.portal, "11/10/2021", WHO)
        assert Meeting.objects.count() == Sighting.objects.count() == 1

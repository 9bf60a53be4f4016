"""What the archive proposes to the register."""

import datetime as dt

import pytest
from django.core.management import call_command
from django.test import TestCase

from apps.legacy.proposing import propose
from apps.newsroom.refusals import Refused
from apps.people import decisions, proposals
from apps.people.models import Decision, Person, Proposal, Term
from tests import make
from tests.make import NOON
from tests.people import register

from .archive import bring

WHO = "Đồng chí Đoàn Thị Hòa, Bí thư Thị ủy"


class ProposingTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.portal = make.portal()
        cls.town = register.body("Thị ủy Sông Vân", short_names=["Thị ủy"])
        cls.portal.committee = cls.town.slug
        cls.portal.save()
        cls.keeper = make.user("keeper", keeps_register=True)
        cls.chief = make.seated("chief", cls.portal)

    def archive(self, *days, who=WHO):
        for day in days:
            bring(self.portal, day, who)
        return propose(self.portal, at=NOON)

    def test_titles_are_gathered_with_their_evidence(self):
        self.archive("6/10/2021", "15/12/2021", "15/3/2022")
        proposal = Proposal.objects.get()
        assert (proposal.name, proposal.rank, proposal.times) == ("Đoàn Thị Hòa", "Bí thư", 3)
        assert proposal.first_seen == dt.date(2021, 10, 6)
        assert proposal.last_seen == dt.date(2022, 3, 15)
        assert proposal.body == self.town
        assert [row["day"] for row in proposal.evidence][0] == "2021-10-06"

    def test_spellings_of_one_name_fold_together(self):
        self.archive("6/10/2021", "7/10/2021", "8/10/2021", "9/10/2021", "11/10/2021")
        bring(self.portal, "12/10/2021", WHO.replace("Hòa", "Hoà"))
        bring(self.portal, "13/10/2021", WHO.replace("Hòa", "Hóa"))
        propose(self.portal, at=NOON)
        assert [(row.name, row.times) for row in Proposal.objects.all()] == [("Đoàn Thị Hòa", 7)]

    def test_two_names_as_frequent_stay_two_people(self):
        self.archive("6/10/2021", "7/10/2021")
        self.archive("8/10/2021", "9/10/2021", who=WHO.replace("Hòa", "Hóa"))
        assert Proposal.objects.count() == 2

    def test_what_the_register_has_is_not_proposed(self):
        hoa = register.person("Đoàn Thị Hòa")
        register.holds(hoa, "Bí thư", self.town, "2020-08-01")
        counts = self.archive("6/10/2021")
        assert counts["known"] == 1 and not Proposal.objects.exists()

    def test_running_again_proposes_nothing_twice(self):
        self.archive("6/10/2021")
        counts = propose(self.portal, at=NOON)
        assert (counts["new"], counts["same"], Proposal.objects.count()) == (0, 1, 1)

    def test_refused_stays_refused(self):
        self.archive("6/10/2021")
        proposals.refuse(Proposal.objects.get(), by=self.keeper, at=NOON)
        counts = propose(self.portal, at=NOON)
        assert counts["settled"] == 1
        assert Proposal.objects.get().state == Proposal.State.REFUSED

    def test_accepted_becomes_a_term_when_two_have_signed(self):
        self.archive("6/10/2021")
        draft = self.accept(Proposal.objects.get(), starts_on=dt.date(2020, 8, 1))
        assert not Term.objects.exists()
        decisions.propose(draft, by=self.keeper, at=NOON)
        decisions.sign(draft, by=self.chief, at=NOON)
        term = Term.objects.get()
        assert (str(term.person), term.starts_on) == ("Đoàn Thị Hòa", dt.date(2020, 8, 1))

    def test_second_title_of_a_new_person_joins_the_first(self):
        who = WHO + ", Chủ tịch HĐND thị xã"
        council = register.body("Hội đồng nhân dân thị xã Sông Vân")
        self.archive("6/10/2021", who=who)
        for proposal in Proposal.objects.all():
            draft = self.accept(proposal, body=proposal.body or council)
        decisions.propose(draft, by=self.keeper, at=NOON)
        decisions.sign(draft, by=self.chief, at=NOON)
        assert Decision.objects.count() == Person.objects.count() == 1
        assert Term.objects.count() == 2

    def test_contradiction_is_refused_in_words(self):
        other = register.person("Lò Văn Chiêm")
        register.holds(other, "Bí thư", self.town, "2020-08-01")
        self.archive("6/10/2021")
        with pytest.raises(Refused):
            self.accept(Proposal.objects.get())
        assert Proposal.objects.get().state == Proposal.State.OPEN

    def test_nobody_else_accepts(self):
        self.archive("6/10/2021")
        with pytest.raises(Refused):
            self.accept(Proposal.objects.get(), by=self.chief)

    def test_command_tells_what_it_found(self):
        bring(self.portal, "6/10/2021", WHO)
        call_command("propose_terms", "--dry-run")
        assert not Proposal.objects.exists()
        call_command("propose_terms", "--portal", self.portal.key)
        assert Proposal.objects.count() == 1

    def accept(self, proposal, by=None, **fields):
        values = {"name": proposal.name, "rank": proposal.rank, "body": proposal.body,
                  "person": proposal.person, **fields}  # fmt: skip
        return proposals.accept(proposal, by=by or self.keeper, at=NOON, **values)

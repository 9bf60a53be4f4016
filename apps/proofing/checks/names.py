"""misspelled_name: not a known name, a syllable away from one whom the stated title fits."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from apps.proofing.findings import Finding, Kind
from apps.proofing.saying import terms_spoken_of
from apps.proofing.wording import evidence

from .matter import Matter


def name_findings(matter: Matter) -> Iterator[Finding]:
    for known in matter.known:
        mention = known.mention
        if not known.misspelled or matter.reading.is_quoted(mention.start, mention.end):
            continue
        (person,) = known.people
        yield matter.finding(
            Kind.MISSPELLED_NAME, mention.name_start, mention.name_end,
            _("The register has “%(name)s” with this title: check the name.")
            % {"name": person.name},
            person=person.pk, expected=person.name, fix=person.name,
            evidence=evidence(next(_fitting(known, person), None)),
        )  # fmt: skip


def _fitting(known, person):
    """Terms that the stated titles speak of, for a title of today or a former one."""
    return (term for title in known.mention.titles for term in terms_spoken_of(title, person))

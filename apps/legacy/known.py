"""What a run of imports need not ask the database for again."""

from functools import cached_property

from apps.articles.models import Contributor
from apps.people.models import Person
from lib.vietnamese.fold import fold


class Known:
    """Sections and pen names of one portal, names of the register.

    A pen name made for a page is remembered only when that page is in (`keep`), and forgotten
    with it (`forget`), since its row is rolled back too.
    """

    def __init__(self, portal):
        self.portal = portal
        self._sections = {}
        self.slugs = set()
        for section in portal.sections.all():
            self._sections.setdefault(fold(section.title), section)
            self.slugs.add(section.slug)
        self._contributors, self._new = {}, {}

    @cached_property
    def officials(self) -> frozenset[str]:
        """Folded names and other spellings of everybody in the register when the run began."""
        rows = Person.objects.order_by().values_list("name", "other_spellings")
        return frozenset(fold(name) for name, others in rows.iterator() for name in (name, *others))

    def section(self, label: str | None):
        """The section with that title, whatever its case and tone style; else None."""
        return self._sections.get(fold(label)) if label else None

    def contributor(self, name: str, office: str) -> Contributor:
        """The portal's row for a name under a text, made when it is new."""
        key = (name, office)
        found = self._contributors.get(key) or self._new.get(key)
        if found is None:
            found, _made = Contributor.objects.get_or_create(
                portal=self.portal, name=name, office=office
            )
            self._new[key] = found
        return found

    def keep(self):
        self._contributors |= self._new
        self._new = {}

    def forget(self):
        self._new = {}

"""Pages of lists. Of what a search has found the table is read once, and no further than anybody
looks."""

from django.contrib.admin.views.main import ChangeList
from django.core.paginator import Paginator
from django.utils.functional import cached_property

MOST = 1000


class NumbersFirst(Paginator):
    """A page far behind passes over numbers, not over whole rows with all that is told of them."""

    def page(self, number):
        number = self.validate_number(number)
        if self.num_pages == 1:
            return super().page(number)
        first = (number - 1) * self.per_page
        here = self.object_list.values_list("pk", flat=True)[first : first + self.per_page]
        return self._get_page(self.object_list.filter(pk__in=list(here)), number, self)


class FoundPaginator(Paginator):
    """The first `MOST` rows found, in the order of the list; `is_cut` says that there are more.

    Words within texts are sought row by row: counting and showing would read everything twice.
    """

    @cached_property
    def _found(self) -> list:
        return list(self.object_list.values_list("pk", flat=True)[: MOST + 1])

    @property
    def is_cut(self) -> bool:
        return len(self._found) > MOST

    @cached_property
    def count(self) -> int:
        return min(len(self._found), MOST)

    def page(self, number):
        number = self.validate_number(number)
        last = number * self.per_page
        return self._get_page(self.rows(last - self.per_page, last), number, self)

    def rows(self, first=0, last=None):
        """Those found from one place to another, by their numbers."""
        here = self._found[: self.count][first:last]
        return self.object_list.filter(pk__in=here)


class FoundChangeList(ChangeList):
    """What fits on one page is not sought a second time either."""

    def get_results(self, request):
        super().get_results(request)
        whole = self.show_all and self.can_show_all
        if isinstance(self.paginator, FoundPaginator) and (whole or not self.multi_page):
            self.result_list = self.paginator.rows()

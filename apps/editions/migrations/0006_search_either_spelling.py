"""1400 finds 1.400, Hloan H'Loan, and a decision the bodies it made: such pages are read anew."""

from django.db import migrations
from django.db.models import Q

from apps.editions import search
from apps.editions.snapshots import in_chunks

# What a point between thousands and a parted name have become among the words kept so far.
KEPT_APART = r" [0-9]{1,3} [0-9]{3} | [bcdghklmnpqrstvx] [a-z]"


def fill(apps, schema_editor):
    SearchRow = apps.get_model("editions", "SearchRow")
    Showing = apps.get_model("editions", "Showing")
    maybe = Q(cut__kind="body") | Q(search_row__words__regex=KEPT_APART)
    found = Showing.objects.filter(maybe, search_row__isnull=False)
    for pks in in_chunks(list(found.values_list("pk", flat=True)), 100):
        showings = Showing.objects.filter(pk__in=pks).select_related("cut")
        SearchRow.objects.filter(showing__in=pks).delete()
        SearchRow.objects.bulk_create(search.row(showing, SearchRow) for showing in showings)


class Migration(migrations.Migration):
    dependencies = [("editions", "0005_search_finds_what_is_said")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]

"""What is said in a video is found: pages cut with a transcript are taken into search anew."""

from django.db import migrations

from apps.editions import search
from apps.editions.snapshots import in_chunks


def fill(apps, schema_editor):
    SearchRow = apps.get_model("editions", "SearchRow")
    Showing = apps.get_model("editions", "Showing")
    found = Showing.objects.filter(
        cut__values__has_key="transcript", search_row__isnull=False
    ).order_by("pk")
    for showings in in_chunks(found.select_related("cut").iterator(100), 100):
        SearchRow.objects.filter(showing__in=showings).delete()
        SearchRow.objects.bulk_create(search.row(showing, SearchRow) for showing in showings)


class Migration(migrations.Migration):
    dependencies = [("editions", "0004_lists_at_any_size")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]

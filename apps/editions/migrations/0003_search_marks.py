"""Search keeps marks: its table is made anew and filled from what readers get or will get."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q
from django.utils import timezone

from apps.editions import search
from apps.editions.guards import install
from apps.editions.snapshots import in_chunks


def fill(apps, schema_editor):
    Showing = apps.get_model("editions", "Showing")
    SearchRow = apps.get_model("editions", "SearchRow")
    now = timezone.now()
    open_ones = Showing.objects.filter(
        Q(expires_at=None) | Q(expires_at__gt=now) & Q(expires_at__gt=F("live_from")),
        Q(ended_at=None) | Q(ended_at__gt=now) & Q(ended_at__gt=F("live_from")),
        cut__kind__in=list(search.WORDS),
    ).select_related("cut")
    for showings in in_chunks(open_ones.order_by("pk").iterator(500), 500):
        SearchRow.objects.bulk_create(search.row(showing, SearchRow) for showing in showings)


class Migration(migrations.Migration):
    dependencies = [("editions", "0002_about_newest")]

    operations = [
        migrations.DeleteModel("SearchRow"),
        migrations.CreateModel(
            name="SearchRow",
            fields=[
                ("place", models.BigIntegerField(primary_key=True, serialize=False)),
                ("words", models.TextField(blank=True)),
                ("marks", models.TextField(blank=True)),
                (
                    "showing",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="search_row",
                        to="editions.showing",
                    ),
                ),
            ],
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunPython(install, migrations.RunPython.noop),
    ]

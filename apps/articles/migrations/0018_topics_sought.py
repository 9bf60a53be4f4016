"""The list is searched by topics too: they join the folded words of what has any.

The column stays as it is: only its sources change, so no table is made anew.
"""

from django.db import migrations

import apps.newsroom.fields
from lib.vietnamese.fold import fold

SOURCES = ("headline", "sapo", "imported_section", "tags")
BATCH = 500


def fold_anew(apps, schema_editor):
    rows = apps.get_model("articles", "Article").objects.exclude(tags="").order_by("pk")
    last = 0
    while found := list(rows.filter(pk__gt=last).only("pk", *SOURCES)[:BATCH]):
        for row in found:
            row.folded = fold(" ".join(getattr(row, name) or "" for name in SOURCES))
        rows.model.objects.bulk_update(found, ["folded"])
        last = found[-1].pk


class Migration(migrations.Migration):

    dependencies = [("articles", "0017_lists")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    model_name="article",
                    name="folded",
                    field=apps.newsroom.fields.FoldedField(
                        *SOURCES, blank=True, default="", editable=False
                    ),
                ),
            ],
        ),
        migrations.RunPython(fold_anew, migrations.RunPython.noop, elidable=True),
    ]

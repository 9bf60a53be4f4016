"""Reasons written before the log could be searched."""

from django.db import migrations

from lib.vietnamese.fold import fold

BATCH = 2000


def fold_reasons(apps, schema_editor):
    Act = apps.get_model("newsroom", "Act")
    told = Act.objects.exclude(reason="").only("reason").order_by("pk")
    last = 0
    while found := list(told.filter(pk__gt=last)[:BATCH]):
        for act in found:
            act.folded = fold(act.reason)
        Act.objects.bulk_update(found, ["folded"])
        last = found[-1].pk


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0005_log_of_acts")]

    operations = [migrations.RunPython(fold_reasons, migrations.RunPython.noop)]

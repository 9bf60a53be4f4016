"""What articles were filed under so far becomes the portals' topics; the first spelling stays."""

from django.db import migrations

from apps.articles.topics import LONGEST, names_in
from lib.vietnamese.fold import fold


def gather(apps, schema_editor):
    Article = apps.get_model("articles", "Article")
    Topic = apps.get_model("articles", "Topic")
    found = {}
    typed = Article.objects.exclude(tags="").order_by("pk").values_list("portal_id", "tags")
    for portal, tags in typed.iterator(chunk_size=2000):
        for name in names_in(tags):
            found.setdefault((portal, fold(name)), name[:LONGEST])
    Topic.objects.bulk_create(
        (Topic(portal_id=portal, name=name) for (portal, _key), name in found.items()),
        ignore_conflicts=True,
        batch_size=500,
    )


class Migration(migrations.Migration):

    dependencies = [("articles", "0014_topic")]

    operations = [migrations.RunPython(gather, migrations.RunPython.noop, elidable=True)]

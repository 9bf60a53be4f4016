"""Articles in work or scheduled are read once; all others are read when somebody saves them."""

from django.db import migrations
from django.db.models import Q
from django.utils import timezone

from apps.articles.carrying import LONG_PAST, carried_in, texts_of


def read(apps, schema_editor):
    Article = apps.get_model("articles", "Article")
    Showing = apps.get_model("editions", "Showing")
    now = timezone.now()
    keys = Showing.objects.filter(live_from__gt=now, key__startswith="article:").values_list("key", flat=True)
    coming = {int(key.partition(":")[2]) for key in keys}
    # About older days nothing near now can turn.
    recent = Q(event_date__gte=(now - LONG_PAST).date()) | Q(event_date=None) & (
        Q(published_at=None) | Q(published_at__gte=now - LONG_PAST)
    )
    in_work = Article.objects.filter(~Q(state="published") | Q(pk__in=coming), recent)
    for article in in_work.prefetch_related("pictures").iterator(chunk_size=500):
        captions = [row.caption for row in article.pictures.all() if row.placement != "body"]
        article.carries = carried_in(texts_of(article, captions))
        Article.objects.filter(pk=article.pk).update(carries=article.carries)


class Migration(migrations.Migration):

    dependencies = [
        ("articles", "0004_article_carries"),
        ("editions", "0001_initial"),
    ]

    operations = [migrations.RunPython(read, migrations.RunPython.noop, elidable=True)]

from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models

import apps.newsroom.indexes


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0001_squashed'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='article',
            name='article_desk',
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(fields=['portal', 'state', '-changed_at', '-id'], name='article_desk'),
        ),
        migrations.RemoveIndex(
            model_name='article',
            name='article_mine_in_work',
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(fields=['author', 'state', '-changed_at', '-id'], name='article_mine_in_work'),
        ),
        TrigramExtension(),
        migrations.AddIndex(
            model_name='article',
            index=apps.newsroom.indexes.SoughtIndex(fields=['portal', '-changed_at', '-id', 'author', 'folded'], name='article_sought'),
        ),
    ]

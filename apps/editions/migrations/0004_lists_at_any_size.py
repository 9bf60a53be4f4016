from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('editions', '0003_search_marks'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='cut',
            index=models.Index(fields=['portal', 'key'], name='cut_key'),
        ),
    ]

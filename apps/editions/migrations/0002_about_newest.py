from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def repeat_dates(apps, schema_editor):
    """Each subject of a showing bears its cut's date in lists."""
    showing = apps.get_model("editions", "Showing")
    about = apps.get_model("editions", "About")
    dates = showing.objects.filter(pk=OuterRef("showing")).values("cut__listed_at")
    about.objects.update(listed_at=Subquery(dates[:1]))


class Migration(migrations.Migration):
    dependencies = [("editions", "0001_squashed")]

    operations = [
        migrations.AddField(
            model_name="about",
            name="listed_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.RunPython(repeat_dates, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="about",
            name="subject",
            field=models.CharField(max_length=80),
        ),
        migrations.AddIndex(
            model_name="about",
            index=models.Index(fields=["subject", "-listed_at"], name="about_newest"),
        ),
    ]

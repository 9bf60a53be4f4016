"""The guards and the search index, so that a fresh database has them with any settings."""

from django.db import migrations

from apps.editions.guards import drop, install


class Migration(migrations.Migration):
    dependencies = [("editions", "0001_initial")]

    operations = [migrations.RunPython(install, drop)]

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='user',
            name='password_is_temporary',
            field=models.BooleanField(default=False, editable=False, help_text='Somebody else has seen the password: it opens nothing but its own change.', verbose_name='must choose a password'),
        ),
    ]

"""`manage.py load_demo`: the demo office, once."""

from datetime import timedelta

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from apps.accounts.models import User
from apps.newsroom.models import Notice
from apps.portals.models import Portal
from config.demo.dates import Calendar
from config.demo.meetings import Scheduler
from config.demo.office import make_people, make_portals
from config.demo.pictures import make_frames, make_pictures
from config.demo.register import Registrar, name_committees
from config.demo.stories import Storyteller


class Command(BaseCommand):
    help = "Loads the demo office into an empty database; a second call changes nothing."

    @transaction.atomic
    def handle(self, *args, **options):
        if Portal.objects.exists():
            if User.objects.filter(username="phongvien").exists():
                return
            raise CommandError("This database is in use; the demo office needs an empty one.")
        calendar = Calendar(timezone.now())
        make_portals()
        users = make_people(calendar)
        registrar = Registrar(users, calendar)
        registrar.enter_all()
        name_committees(registrar)
        library = make_pictures(users, calendar)
        make_frames(users, calendar)
        meetings = Scheduler(users, registrar, calendar).keep_all()
        Storyteller(users, library, meetings, calendar).tell_all()
        # The office has read its notices up to yesterday evening.
        Notice.objects.filter(at__lt=calendar.now - timedelta(days=1)).update(seen_at=calendar.now)

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate


class ProjectConfig(AppConfig):
    """The composition root: fills the slots of lower apps and keeps what migrations may undo."""

    name = "config"
    label = "project"

    def ready(self):
        # Django loads models between an AppConfig's import and this call: no earlier place exists.
        from .wiring import fill_slots

        fill_slots()
        post_migrate.connect(after_migrate, dispatch_uid="project.after_migrate")


def after_migrate(app_config, using, **options):
    """After the last app with models: groups need every permission, guards every table."""
    if app_config.label != "editions":
        return
    from apps.editions.guards import install_guards
    from apps.people.remembered import forget

    from .groups import synchronise_groups

    forget()
    synchronise_groups(using)
    install_guards(connections[using])

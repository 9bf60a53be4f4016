from django.apps import AppConfig


class OpeningConfig(AppConfig):
    name = "apps.opening"

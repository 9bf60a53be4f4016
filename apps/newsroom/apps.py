from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _


class NewsroomConfig(AppConfig):
    name = "apps.newsroom"
    verbose_name = _("Newsroom")


class DeskAdminConfig(AdminConfig):
    """Django's admin with our own site, so that `admin.site` is the desk everywhere."""

    default_site = "apps.newsroom.site.DeskSite"

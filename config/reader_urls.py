"""The readers' addresses; all a readers' node has."""

from django.urls import include, path

urlpatterns = [path("", include("apps.public.urls"))]

"""A answers constant bytes. B reads one row by its key and renders a template of 5 KB."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from apps.editions.models import Cut
from config.urls import urlpatterns as addresses

BYTES = b"<p>Hello.</p>" * 400
LINES = range(24)


def constant(request):
    return HttpResponse(BYTES)


def one_row(request, pk):
    return render(request, "bench/one_row.html", {"row": Cut.objects.get(pk=pk), "lines": LINES})


urlpatterns = [
    path("bench/a/", constant),
    path("bench/b/<int:pk>/", one_row),
    *addresses,
]

"""For the load balancer: is the process there, and can it serve readers."""

from django.db import DatabaseError, connection
from django.http import HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from apps.editions.guards import missing_guards

PLAIN = {"content_type": "text/plain; charset=utf-8", "headers": {"Cache-Control": "no-store"}}


@csrf_exempt  # as views.page
@require_safe
def live(request):
    return HttpResponse("ok\n", **PLAIN)


@csrf_exempt  # as views.page
@require_safe
def ready(request):
    """503 with one word of reason while the database does not answer or lacks its guards."""
    try:
        missing = missing_guards(connection)
    except DatabaseError:
        return HttpResponse("database\n", status=503, **PLAIN)
    if missing:
        return HttpResponse("guards\n", status=503, **PLAIN)
    return HttpResponse("ok\n", **PLAIN)

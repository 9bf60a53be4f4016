"""What was typed into a step and could not be saved when somebody went to another one.

It stands in the session until the step is saved; passwords and files never do.
"""

from django.http import QueryDict

NAME = "opening"
MOST = 20_000
NEVER = {"csrfmiddlewaretoken", "go", "password"}


def keep(request, key: str, code: str) -> None:
    data = request.POST.copy()
    for name in NEVER & set(data):
        del data[name]
    typed = data.urlencode()
    if len(typed) <= MOST:
        kept = request.session.setdefault(NAME, {})
        kept[f"{key}/{code}"] = typed
        request.session.modified = True


def kept(request, key: str, code: str) -> QueryDict | None:
    typed = request.session.get(NAME, {}).get(f"{key}/{code}")
    return QueryDict(typed) if typed else None


def forget(request, key: str, code: str) -> None:
    if request.session.get(NAME, {}).pop(f"{key}/{code}", None):
        request.session.modified = True

"""Groups shape menus and nothing else: rights are asked of seats by the verbs.

Written after every migrate, since on a fresh database no permission exists before.
"""

from django.contrib.auth.models import Group, Permission
from django.db.models import Q

from apps.portals.appointing import DESK_GROUP

GROUPS = {
    DESK_GROUP: [
        ("articles", ["article", "contributor"]),
        ("media", ["picture", "attachment"]),
    ],
    "Quản trị kỹ thuật": [
        ("accounts", ["user"]),
        ("portals", ["portal", "seat"]),
    ],
    "Cán bộ quản lý chức danh": [
        ("organizations", ["organization", "succession"]),
        ("people", ["person", "position", "term"]),
    ],
}
ACTIONS = ("view", "add", "change")


def synchronise_groups(using):
    for name, table in GROUPS.items():
        group, _made = Group.objects.using(using).get_or_create(name=name)
        wanted = Q(pk__in=[])
        for label, models in table:
            codes = [f"{action}_{model}" for action in ACTIONS for model in models]
            wanted |= Q(content_type__app_label=label, codename__in=codes)
        group.permissions.set(Permission.objects.using(using).filter(wanted))

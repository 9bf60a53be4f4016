"""What a change of a portal was, written down, and the words history uses for it."""

from django.utils.translation import gettext_lazy

from apps.newsroom import history
from apps.newsroom.refusals import OutOfSight
from apps.newsroom.telling import name_fields, name_verbs

from .frame import signature_key

name_verbs(
    {
        "create_portal": gettext_lazy("made the portal"),
        "change_portal": gettext_lazy("changed the portal"),
        "add_section": gettext_lazy("added a section"),
        "change_section": gettext_lazy("changed a section"),
        "drop_section": gettext_lazy("deleted a section"),
        "move_section": gettext_lazy("moved a section"),
        "add_menuitem": gettext_lazy("added a menu line"),
        "change_menuitem": gettext_lazy("changed a menu line"),
        "drop_menuitem": gettext_lazy("deleted a menu line"),
        "move_menuitem": gettext_lazy("moved a menu line"),
        "add_banner": gettext_lazy("added a banner"),
        "change_banner": gettext_lazy("changed a banner"),
        "drop_banner": gettext_lazy("deleted a banner"),
        "move_banner": gettext_lazy("moved a banner"),
        "add_topicpage": gettext_lazy("added the page of a topic"),
        "change_topicpage": gettext_lazy("changed the page of a topic"),
        "drop_topicpage": gettext_lazy("deleted the page of a topic"),
        "move_topicpage": gettext_lazy("moved the page of a topic"),
        "change_housestyle": gettext_lazy("changed the house style"),
        "sign_frame": gettext_lazy("signed the frame"),
        "publish_frame": gettext_lazy("published the frame"),
        "give_seat": gettext_lazy("gave a role"),
        "end_seat": gettext_lazy("ended a role"),
    }
)
name_fields(
    {
        "which": gettext_lazy("which"),
        "domains": gettext_lazy("domain names"),
        "order": gettext_lazy("order"),
    }
)


def check_own_picture(portal, picture) -> None:
    """Raises OutOfSight for a picture of another portal's library."""
    if picture and picture.portal != portal.key:
        raise OutOfSight


def values_of(row):
    """The row's own columns as words for the history."""
    hidden = {"id", "portal", "position", "key"}
    fields = [field for field in row._meta.concrete_fields if field.name not in hidden]
    return {field.name: _plain(getattr(row, field.name)) for field in fields}


def _plain(value):
    return value if value is None or isinstance(value, bool | int) else str(value)


def only(names, before, after):
    """Of both, only the named columns."""
    return (
        {name: before[name] for name in sorted(names) if name in before},
        {name: after[name] for name in sorted(names) if name in after},
    )


def record_change(verb, portal, by, at, before, after, which=""):
    """An Act under the key of the portal's frame; `which` names the part that was changed."""
    if which and which != str(portal):
        after = {"which": which, **after}
    history.record(
        signature_key(portal), verb, by=by, at=at, portal=portal.key, before=before, after=after
    )

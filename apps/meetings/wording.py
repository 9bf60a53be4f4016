"""The words history uses for what is done with meetings."""

from django.utils.translation import gettext_lazy as _

from apps.newsroom.telling import name_fields, name_verbs

name_verbs(
    {
        "add_meeting": _("entered the meeting"),
        "change_meeting": _("changed the meeting"),
        "drop_meeting": _("deleted the meeting"),
        "change_attendance": _("changed who takes part"),
        "sign_schedule": _("signed the schedule of the week"),
        "publish_schedule": _("published the schedule of the week"),
        "hide_schedule": _("hid the schedule of the week"),
        "withdraw_line": _("took a line out of the published schedule"),
        "sign_meeting": _("signed the page of the meeting"),
        "publish_meeting": _("published the page of the meeting"),
        "hide_meeting": _("hid the page of the meeting"),
        "assign": _("assigned who goes to the meeting"),
    }
)
name_fields({"attendance": _("who takes part"), "documents": _("documents of the meeting")})
name_fields({"reporter_sent": _("reports on it"), "photographer_sent": _("takes the photos")})

"""What a role on a seat may do. One table, read by every verb."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    CONTRIBUTOR = "contributor", _("Contributor")
    REPORTER = "reporter", _("Reporter")
    EDITOR = "editor", _("Editor")
    MANAGING_EDITOR = "managing_editor", _("Managing editor")
    DEPUTY_CHIEF = "deputy_chief", _("Deputy chief")
    CHIEF = "chief", _("Chief")
    ADVISER = "adviser", _("Leader asked for an opinion")
    INSPECTOR = "inspector", _("Inspector (read only)")
    DELEGATE = "delegate", _("Approves by delegation")


class Right(models.TextChoices):
    """What a verb asks for. The label ends the sentence "You have no right to …"."""

    READ = "read", _("read what others write")
    WRITE = "write", _("write articles")
    EDIT = "edit", _("edit what others wrote")
    SEND_BACK = "send_back", _("send an article back")
    APPROVE = "approve", _("approve an article")
    PUBLISH = "publish", _("publish an article")
    SCHEDULE = "schedule", _("schedule an article")
    HIDE = "hide", _("hide an article")
    TAKE_DOWN = "take_down", _("take an article down")
    ASSIGN = "assign", _("assign work")
    MOURN = "mourn", _("put the portal into mourning")
    FRAME = "frame", _("change the portal's frame")
    SIGN_FRAME = "sign_frame", _("sign the portal's frame")
    PASS_SECRETS = "pass_secrets", _("pass over a mark of secrecy or personal data")
    SET_STOPS = "set_stops", _("say which findings stop an article")
    ASK_LEADER = "ask_leader", _("ask a leader for an opinion")
    ADVISE = "advise", _("give a leader's opinion")
    DELEGATE = "delegate", _("delegate approving")
    READ_LOG = "read_log", _("read the log of acts")


_WRITER = {Right.READ, Right.WRITE}
_EDITOR = _WRITER | {
    Right.EDIT, Right.SEND_BACK, Right.HIDE, Right.MOURN, Right.SIGN_FRAME,
}  # fmt: skip
_MANAGER = _EDITOR | {Right.ASSIGN, Right.SCHEDULE, Right.FRAME, Right.ASK_LEADER}
_CHIEF = _MANAGER | {
    Right.APPROVE, Right.PUBLISH, Right.TAKE_DOWN, Right.PASS_SECRETS, Right.SET_STOPS,
    Right.DELEGATE, Right.READ_LOG,
}  # fmt: skip

RIGHTS = {
    Role.CONTRIBUTOR: {Right.WRITE},
    Role.REPORTER: _WRITER,
    Role.EDITOR: _EDITOR,
    Role.MANAGING_EDITOR: _MANAGER,
    Role.DEPUTY_CHIEF: _CHIEF,
    Role.CHIEF: _CHIEF,
    Role.ADVISER: {Right.ADVISE},  # by a link; the account has no password
    Role.INSPECTOR: {Right.READ, Right.READ_LOG},
    # What a chief hands on for some days: approving, and what goes with it. Never the handing on.
    Role.DELEGATE: {
        Right.READ, Right.SEND_BACK, Right.APPROVE, Right.PUBLISH, Right.SCHEDULE, Right.HIDE,
    },
}  # fmt: skip
# Who may delegate approving. No seat of Role.DELEGATE is ever given by the administrator.
CHIEFS = (Role.CHIEF, Role.DEPUTY_CHIEF)
# Where the portal says that editors approve, these come on top for editors and managing editors.
WHEN_EDITORS_APPROVE = {Right.APPROVE, Right.PUBLISH, Right.SCHEDULE}

# What is left of it on a practice portal: the way of a piece, and nothing that reaches anybody.
PRACTISED = {
    Right.READ, Right.WRITE, Right.EDIT, Right.SEND_BACK, Right.APPROVE, Right.PUBLISH,
    Right.PASS_SECRETS,
}  # fmt: skip


def rights(role: str, *, editors_approve: bool) -> set:
    """The rights of one role on a portal with that setting."""
    given = RIGHTS[Role(role)]
    if editors_approve and role in (Role.EDITOR, Role.MANAGING_EDITOR):
        return given | WHEN_EDITORS_APPROVE
    return given

"""Who may sign in: the administrator's verbs on accounts. They give no editorial right."""

from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.accounts.models import User

from . import history
from .passwords import first_password
from .refusals import Refused
from .telling import name_fields, name_verbs

# Names of groups as the menus know them; config synchronises what each may open.
ADMINISTRATORS = "Quản trị kỹ thuật"
KEEPERS = "Cán bộ quản lý chức danh"

FIELDS = ("username", "display_name", "phone", "email", "is_administrator", "keeps_register")
FLAGS = {"is_administrator": ADMINISTRATORS, "keeps_register": KEEPERS}

name_verbs(
    {
        "create_account": gettext_lazy("made the account"),
        "change_account": gettext_lazy("changed the account"),
        "deactivate": gettext_lazy("closed the account; all sessions ended"),
        "reactivate": gettext_lazy("opened the account again"),
        "reset_password": gettext_lazy("gave a new first password"),
        "set_own_password": gettext_lazy("chose a password of one's own"),
        "unlock": gettext_lazy("unlocked signing in"),
    }
)
name_fields({"is_active": gettext_lazy("may sign in")})


@transaction.atomic
def create_account(fields: dict, *, by, at, password="") -> tuple[User, str]:
    """A new account and its first password, which opens nothing but the choice of an own one.

    `fields` holds some of FIELDS; a `password` typed by the administrator stands in place of a
    drawn one. Raises Refused for anybody but an administrator, and ValidationError for a user name
    that exists, words that are no user name, or a password that is easily guessed.
    """
    only_administrators(by)
    user = User(is_staff=True, **_known(fields))
    if password:
        validate_password(password, user)
    password = _give_password(user, password)
    user.full_clean(exclude=["password"])
    user.save()
    _join_groups(user)
    _record("create_account", user, by, at, after=_values(user))
    return user, password


@transaction.atomic
def change_account(user, fields: dict, *, by, at) -> None:
    """Change name, phone and global roles. Nobody changes his own global roles."""
    only_administrators(by)
    before = _values(User.objects.get(pk=user.pk))
    for name, value in _known(fields).items():
        setattr(user, name, value)
    after = _values(user)
    if user.pk == by.pk and any(before[flag] != after[flag] for flag in FLAGS):
        raise Refused(_("Nobody gives or takes his own roles; ask another administrator."))
    _keep_an_administrator(user, after["is_administrator"])
    user.full_clean(exclude=["password"])
    user.save(update_fields=list(FIELDS))
    _join_groups(user)
    changed = {name for name in FIELDS if before[name] != after[name]}
    if changed:
        _record(
            "change_account",
            user,
            by,
            at,
            before={name: before[name] for name in changed},
            after={name: after[name] for name in changed},
        )


@transaction.atomic
def deactivate(user, *, by, at, reason="") -> None:
    """Close the account: sessions end at once and its rights rest. Texts and bylines stay.

    The password goes too, so that an old session stays dead if the account is opened again.
    """
    only_administrators(by)
    if user.pk == by.pk:
        raise Refused(_("You cannot close your own account."))
    _keep_an_administrator(user, stays=False)
    user.is_active = False
    user.set_unusable_password()
    user.save(update_fields=["is_active", "password"])
    _record("deactivate", user, by, at, reason, {"is_active": True}, {"is_active": False})


@transaction.atomic
def reactivate(user, *, by, at) -> str:
    """Open a closed account again; returns its new first password."""
    only_administrators(by)
    user.is_active = True
    password = _give_password(user)
    user.save(update_fields=["is_active", "password", "password_is_temporary"])
    _record("reactivate", user, by, at, "", {"is_active": False}, {"is_active": True})
    return password


@transaction.atomic
def reset_password(user, *, by, at) -> str:
    """A new first password for somebody who forgot his; ends his sessions. Never one's own."""
    only_administrators(by)
    if user.pk == by.pk:
        raise Refused(_("Change your own password under “Change password”."))
    if not user.is_active:
        raise Refused(_("The account is closed; open it again first."))
    password = _give_password(user)
    user.save(update_fields=["password", "password_is_temporary"])
    _record("reset_password", user, by, at)
    return password


def only_administrators(by) -> None:
    """Raises Refused for anybody else."""
    if not (by.is_active and by.is_administrator):
        raise Refused(_("Only the technical administrator keeps accounts."))


def _keep_an_administrator(user, stays):
    others = User.objects.filter(is_administrator=True, is_active=True).exclude(pk=user.pk)
    was = User.objects.filter(pk=user.pk, is_administrator=True, is_active=True).exists()
    if was and not stays and not others.exists():
        raise Refused(_("This is the last administrator; name another one first."))


def _give_password(user, password=""):
    password = password or first_password()
    user.set_password(password)
    user.password_is_temporary = True
    return password


def _known(fields):
    return {name: value for name, value in fields.items() if name in FIELDS}


def _values(user):
    return {name: getattr(user, name) for name in FIELDS}


def _join_groups(user):
    for flag, name in FLAGS.items():
        group, _made = Group.objects.get_or_create(name=name)
        (user.groups.add if getattr(user, flag) else user.groups.remove)(group)


def _record(verb, user, by, at, reason="", before=None, after=None):
    history.record(f"user:{user.pk}", verb, by=by, at=at, reason=reason, before=before, after=after)

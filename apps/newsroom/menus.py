"""The menu of the desk: the screens a person may open, as plain words in a fixed order."""

from dataclasses import dataclass

from django.urls import reverse


@dataclass(frozen=True)
class Line:
    name: str
    href: str
    says: str


def menu_of(site, request) -> list[Line]:
    """One line for each registered screen that this person may look at."""
    screens = sorted(
        (screen for screen in site._registry.values() if _belongs(screen, request)),
        key=lambda screen: (screen.desk_order, str(screen.opts.verbose_name_plural)),
    )
    return [
        Line(
            name=str(screen.opts.verbose_name_plural),
            href=reverse(
                f"admin:{screen.opts.app_label}_{screen.opts.model_name}_changelist",
                current_app=site.name,
            ),
            says=str(screen.desk_says),
        )
        for screen in screens
    ]


def _belongs(screen, request):
    """A screen that is not ours (a library's) has no place on the desk."""
    return (
        getattr(screen, "desk_order", None) is not None
        and screen.has_module_permission(request)
        and screen.has_view_permission(request)
    )

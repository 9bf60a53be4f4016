"""What loading a file did, for people and for programs."""

from django.utils.translation import gettext as _

from .loading import Outcome


def values_of(outcome: Outcome, *, file: str, dry: bool) -> dict:
    """The one JSON object of `load_register --format json`."""
    return {
        "file": file,
        "source": outcome.source,
        "dry_run": dry,
        "refused": bool(outcome.errors),
        **outcome.counts,
        "errors": outcome.errors,
        "warnings": outcome.warnings,
        "decision": outcome.decision.pk if outcome.decision else None,
    }


def in_words(outcome: Outcome, *, dry: bool) -> str:
    """A line for each kind of row, and what comes next."""
    words = {"bodies": _("bodies"), "people": _("people"), "terms": _("titles")}
    lines = [
        _(
            "%(what)s: %(new)d new, %(changed)d changed, %(unchanged)d unchanged,"
            " %(left_out)d not listed any more and left as they are."
        )
        % {"what": word, **{"left_out": 0, "new": 0, "changed": 0}, **outcome.counts[kind]}
        for kind, word in words.items()
    ]
    return "\n".join([*lines, _next_step(outcome, dry)])


def _next_step(outcome, dry):
    if dry:
        return _("Nothing was written (--dry-run).")
    if outcome.decision is None:
        return _("Nothing had changed; nothing was written.")
    return _(
        "The desk and the proofreading have it now. Public pages follow when two people have"
        " signed the decision “%(decision)s”."
    ) % {"decision": outcome.decision}

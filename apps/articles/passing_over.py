"""Passing over a finding in an article, and taking it back: the verbs."""

from apps.newsroom.refusals import OutOfSight, Refused
from apps.portals.seats import rights_of
from apps.proofing import overriding
from apps.proofing.overriding import Mark

from . import writing


def pass_over(article, mark: Mark, *, by, at, reason):
    """Whoever may edit the article; marks of secrecy and personal data only a chief.

    Raises OutOfSight without a seat, Refused with the reason in words.
    """
    _must_edit(article, by, at)
    return overriding.pass_over(article.key, article.portal, mark, by=by, at=at, reason=reason)


def take_back(article, mark: Mark, *, by, at):
    """The finding counts again; by the same people."""
    _must_edit(article, by, at)
    return overriding.take_back(article.key, article.portal, mark, by=by, at=at)


def _must_edit(article, by, at):
    if not rights_of(by, article.portal, at):
        raise OutOfSight
    if not writing.may_edit(article, by, at):
        raise Refused(writing.cannot_edit(article))

"""Passing over a finding in a meeting, its page and its line of the week, and taking it back."""

from apps.portals.roles import Right
from apps.portals.seats import seat_for

from . import overriding
from .overriding import Mark


def pass_over(meeting, mark: Mark, *, by, at, reason):
    """A chief or deputy chief, for marks of secrecy and personal data; it counts on both pages.

    Raises OutOfSight without a seat, Refused with the reason in words.
    """
    seat_for(by, meeting.portal, Right.READ, at)
    return overriding.pass_over(meeting.key, meeting.portal, mark, by=by, at=at, reason=reason)


def take_back(meeting, mark: Mark, *, by, at):
    """The finding counts again, from the next signature on; by the same people."""
    seat_for(by, meeting.portal, Right.READ, at)
    return overriding.take_back(meeting.key, meeting.portal, mark, by=by, at=at)

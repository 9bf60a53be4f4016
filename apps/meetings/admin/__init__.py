"""The desk's screens for meetings: one file for each subject."""

from apps.meetings import wording

from . import meetings, schedule

__all__ = ["meetings", "schedule", "wording"]

"""The settings of `make run` without the demo office: an installation as it begins."""

from .given_clock import *  # noqa: F403

TOASOAN_DEMO = False

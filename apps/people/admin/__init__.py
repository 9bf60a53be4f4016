"""The register on the desk: people and titles, decisions, suggestions."""

from apps.people.reorganizing.desk import OrganizationAdmin

from .decisions import DecisionAdmin
from .people import PersonAdmin
from .suggestions import SuggestionAdmin
from .terms import TermAdmin

__all__ = ["DecisionAdmin", "OrganizationAdmin", "PersonAdmin", "SuggestionAdmin", "TermAdmin"]

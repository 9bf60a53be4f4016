"""The register on the desk: people and titles, decisions, suggestions."""

from apps.people.reorganizing.desk import OrganizationAdmin

from .decisions import DecisionAdmin
from .people import PersonAdmin
from .proposals import ProposalAdmin
from .suggestions import SuggestionAdmin
from .terms import TermAdmin

__all__ = [
    "DecisionAdmin",
    "OrganizationAdmin",
    "PersonAdmin",
    "ProposalAdmin",
    "SuggestionAdmin",
    "TermAdmin",
]

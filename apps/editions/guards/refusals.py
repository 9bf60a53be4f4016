from django.core.management import CommandError


class GuardsRefused(CommandError):
    """The database does not take a guard; the text is one plain sentence."""

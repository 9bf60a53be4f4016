"""How a verb says no. The desk turns the first into a sentence, the second into a 404."""


class Refused(Exception):
    """The act is not possible now. Its text is one plain sentence for the person at the screen."""


class OutOfSight(Exception):
    """The person has no seat here: for him the thing does not exist. Carries no text."""

"""Sets of words written as running text, so that they can be read and added to."""


def words(listed: str) -> frozenset[str]:
    """The words between the spaces."""
    return frozenset(listed.split())

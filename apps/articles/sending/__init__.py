"""One portal's article on another's pages: the same signed text, a place of its own there."""

"""From Word: a file becomes a draft, what is pasted becomes an article's body."""

"""Bodies that change: the plan, its lines, what follows from it, and the desk's screen for it."""

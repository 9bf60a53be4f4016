"""How a piece goes out: its checklist, kind of change, place and hour, told before it is done."""

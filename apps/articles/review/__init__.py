"""Reading a piece before it goes out: its screen, notes on passages and their answers."""

"""What is being typed: kept every few seconds, put together when two typed at once."""

"""What leaders say who never sign in: links with a PIN, what they read, what was told by phone."""

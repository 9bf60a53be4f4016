"""Video files and captions as bytes: what is in them, what is taken out."""

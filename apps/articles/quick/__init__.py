"""Gửi nhanh: notes and photos from the phone become a draft."""

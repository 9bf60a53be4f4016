"""The site in service as `make bench` asks it: production's settings and middleware, and beside
the readers' addresses two bare views to hold them against (`urls.py`).
"""

"""A term ends or begins: which pieces and banners carry whom it concerns."""

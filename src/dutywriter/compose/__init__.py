"""Catalogue × Brief → Draft: choose, fit, fill. Pure."""

"""Leaves: helpers for text that know nothing of the rest of the house."""

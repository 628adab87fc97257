"""Planted errors: how many of them the cases of the suite find."""

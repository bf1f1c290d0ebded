"""Numbers, counts and ratios."""

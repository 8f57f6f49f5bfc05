"""The published example that several pictures show, and the invented numbers beside it."""

MOST, TOTAL = 25, 100
READINGS = {"brand": 13.4, "find": 10.7, "engage": 11.1, "relate": 25.0}  # example of claim S182
SUM, SHOWN = 60.2, 60

# Invented, and in keeping with each other.
RANKS = {"industry": 0.10, "network": 0.12}
MEANS = {"industry": 35, "network": 36}

"""The reference of the suite: the rule book computed exactly, slowly and plainly.

Numbers are fractions.Fraction from the text of a decimal to the last rounding; nothing here is
shared with any other program. One file holds one idea; the sections (§) are those of RULES.md.
"""

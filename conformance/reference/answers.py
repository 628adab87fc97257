"""From the kind and input of a case to the answer of the reference."""

from . import kinds_of_groups, kinds_of_sections, kinds_of_values

KINDS = {**kinds_of_values.KINDS, **kinds_of_sections.KINDS, **kinds_of_groups.KINDS}


def answer(kind, case_input):
    """All keys of the kind; raises for input that is not as the schema says."""
    return KINDS[kind](case_input)

"""Where a coefficient stands on the scale of a forest plot."""

from annotate.report.coefficients import Coefficient
from annotate.report.figures import place
from annotate.report.reading import NAMES
from annotate.report.sections import Mark


def mark_of(coefficient: Coefficient) -> Mark:
    """Its mark, with its interval where it has one."""
    return Mark(NAMES[coefficient.name], place(coefficient.value))

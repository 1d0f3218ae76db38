"""Whether the two reviewers of a pair differ in one direction: tests of symmetry and of equal label frequencies."""

from fractions import Fraction
from itertools import combinations

from annotate.agreement.chi_square import ChiSquared
from annotate.agreement.study import Confusion, labels_of
from annotate.agreement.undefined import NO_COMMON_UNIT, Undefined

NO_DIFFERENCE = Undefined("the two never differ, so that there is no direction to look for")


def bowker(table: Confusion) -> ChiSquared | Undefined:
    """Whether each two labels are mistaken for one another as often either way; of two labels, McNemar's test.

    Two labels that were never mistaken for one another are no degree of freedom. Bowker, A. H. (1948), A test for
    symmetry in contingency tables, Journal of the American Statistical Association 43(244), 572-574.
    """
    if not sum(table.values()):
        return NO_COMMON_UNIT
    both = ((table.get((a, b), 0), table.get((b, a), 0)) for a, b in combinations(labels_of(table), 2))
    terms = [Fraction((one - other) ** 2, one + other) for one, other in both if one + other]
    return ChiSquared(sum(terms, Fraction()), len(terms)) if terms else NO_DIFFERENCE


def stuart_maxwell(table: Confusion) -> ChiSquared | Undefined:
    """Whether both give each label as often: the differences of their frequencies, weighed by what chance makes them.

    Labels on which the two never differ are left out. Stuart, A. (1955), A test for homogeneity of the marginal
    distributions in a two-way classification, Biometrika 42(3/4), 412-416; Maxwell, A. E. (1970), Comparing the
    classification of subjects by two independent judges, British Journal of Psychiatry 116(535), 651-655.
    """
    if not sum(table.values()):
        return NO_COMMON_UNIT
    apart = {given: n for given, n in table.items() if given[0] != given[1]}
    labels = labels_of(apart)
    if not labels:
        return NO_DIFFERENCE
    differences, spreads = _differences(apart, labels)
    free = _independent(apart, labels)
    chosen = [place for place, label in enumerate(labels) if label in free]
    matrix = [[spreads[a][b] for b in chosen] for a in chosen]
    given = [differences[place] for place in chosen]
    solved = _solved(matrix, given)
    return ChiSquared(sum((d * x for d, x in zip(given, solved, strict=True)), Fraction()), len(chosen))


def _differences(apart: Confusion, labels: tuple[str, ...]) -> tuple[list[Fraction], list[list[Fraction]]]:
    """How much oftener the first gave each label, and the covariances of these differences if he does not."""
    size = range(len(labels))
    place = {label: number for number, label in enumerate(labels)}
    differences, spreads = [Fraction()] * len(labels), [[Fraction()] * len(labels) for _ in size]
    for (a, b), n in apart.items():
        i, j = place[a], place[b]
        differences[i], differences[j] = differences[i] + n, differences[j] - n
        spreads[i][i], spreads[j][j] = spreads[i][i] + n, spreads[j][j] + n
        spreads[i][j], spreads[j][i] = spreads[i][j] - n, spreads[j][i] - n
    return differences, spreads


def _independent(apart: Confusion, labels: tuple[str, ...]) -> set[str]:
    """All labels but one of each group that mistakes hold together: the differences of a group add up to nothing."""
    group = {label: label for label in labels}
    for a, b in apart:
        old, new = group[a], group[b]
        group = {label: new if of == old else of for label, of in group.items()}
    return {label for label in labels if group[label] != label}


def _solved(matrix: list[list[Fraction]], given: list[Fraction]) -> list[Fraction]:
    """The x for which matrix · x is `given`, by elimination; the matrix is symmetric and definite."""
    rows = [[*row, value] for row, value in zip(matrix, given, strict=True)]
    for at, pivot in enumerate(rows):
        rows[at] = pivot = [value / pivot[at] for value in pivot]
        for other, row in enumerate(rows):
            if other != at and row[at]:
                rows[other] = [value - row[at] * own for value, own in zip(row, pivot, strict=True)]
    return [row[-1] for row in rows]

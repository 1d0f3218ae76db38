"""Sets of labels: how far two of them agree, and studies whose judgements are sets."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from annotate.agreement.parting import relabelled
from annotate.agreement.study import Study
from annotate.agreement.weights import Weights, by_table

LabelSet = frozenset[str]
"""The labels that one judgement gave."""


def jaccard(a: LabelSet, b: LabelSet) -> Fraction:
    """The share of the labels of either that both have: 1 for the same set, 0 for sets with nothing in common.

    Jaccard, P. (1912), The distribution of the flora in the alpine zone, New Phytologist 11(2), 37-50.
    """
    return Fraction(len(a & b), len(a | b)) if a | b else Fraction(1)


def masi(a: LabelSet, b: LabelSet) -> Fraction:
    """The same, a third of it lost where one set holds the other, and two thirds where neither does.

    Passonneau, R. (2006), Measuring agreement on set-valued items (MASI) for semantic and pragmatic annotation,
    Proceedings of LREC 2006, 831-836.
    """
    if a == b:
        return Fraction(1)
    return jaccard(a, b) * (Fraction(2, 3) if a <= b or b <= a else Fraction(1, 3))


@dataclass(frozen=True, slots=True)
class Sets:
    """A study whose labels are sets: `members` says which labels each of `study.labels` holds; `choices` are the labels
    of which there were sets to be made, in their declared order."""

    study: Study
    members: tuple[LabelSet, ...]
    choices: tuple[str, ...]

    def weights(self, alike: Callable[[LabelSet, LabelSet], Fraction]) -> Weights:
        """The weights by which two sets agree as far as they are `alike`."""
        return by_table([[alike(a, b) for b in self.members] for a in self.members])

    def choosing(self, label: str) -> Study:
        """The study as if each judgement had only said whether the label is in its set."""
        return relabelled(self.study, self.choosing_names(label), ("label", "other"))

    def choosing_names(self, label: str) -> Mapping[str, str]:
        """For each set of the study, "label" where it holds the label, otherwise "other"."""
        named = zip(self.study.labels, self.members, strict=True)
        return {name: "label" if label in one else "other" for name, one in named}


def in_sets(study: Study, choices: Sequence[str], joint: str = "+") -> Sets:
    """The study with each label read as the set of labels that it joins, in whatever order.

    Sets are named in the declared order of their labels; labels that are not among the choices follow these.
    """
    read = {label: parted(label, choices, joint) for label in study.labels}
    more = sorted({part for parts in read.values() for part in parts}.difference(choices))
    order = (*choices, *more)
    names = {label: joint.join(part for part in order if part in parts) for label, parts in read.items()}
    place = {label: number for number, label in enumerate(order)}
    sets = {
        names[label]: read[label]
        for label in sorted(read, key=lambda one: [place[part] for part in order if part in read[one]])
    }
    return Sets(relabelled(study, names, tuple(sets)), tuple(sets.values()), order)


def parted(label: str, known: Collection[str], joint: str) -> LabelSet:
    """The labels that are joined in it: known ones where it can be read so, for they may hold the joint themselves."""
    pieces = label.split(joint) if label else []
    for size in range(len(pieces), 0, -1):
        if (first := joint.join(pieces[:size])) in known:
            return parted(joint.join(pieces[size:]), known, joint) | {first}
    return frozenset(pieces)

"""A scheme stays as it was once somebody judged by it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from annotate.domain import Answer, Decision, Fact, Judgement, Scheme
from annotate.store.checks.finding import REPORT, Finding, finding


@dataclass(slots=True)
class Used:
    """Schemes that were met, and which label was given under which, with the first fact (id) that gave it."""

    schemes: dict[str, Scheme] = field(default_factory=dict)
    labels: dict[tuple[str, str], str] = field(default_factory=dict)

    def note(self, identity: str, fact: Fact) -> None:
        """Meet a fact."""
        match fact:
            case Scheme():
                self.schemes[identity] = fact
            case Judgement():
                self.labels.setdefault((fact.scheme, fact.verdict), identity)
            case Decision():
                outcome = "" if fact.outcome == Answer.NOT_A_CLAIM.value else fact.outcome
                self.labels.setdefault((fact.scheme, outcome), identity)

    def amiss(self) -> Iterator[Finding]:
        """Schemes that are not there or lack a label that was given; more than one to judge by."""
        for (identity, label), first in self.labels.items():
            scheme = self.schemes.get(identity)
            if scheme is None and identity:
                yield finding("scheme", first, f"The scheme {identity}, by which {first} judges, is not there.", REPORT)
            elif scheme is not None and label and scheme.verdict.label(label) is None:
                sentence = f'The scheme {scheme.name} has no label "{label}", which {first} gives.'
                yield finding("scheme", first, sentence, REPORT)
        if len(self.schemes) > 1:
            sentence = f"The scheme was changed after use: there are {len(self.schemes)} to judge by."
            yield finding("scheme", " ".join(sorted(self.schemes)), sentence, REPORT)

"""What the numbers of a report mean, for a reader who has the report and nothing else."""

from annotate.report.agreement import AgreementFacts
from annotate.report.reading import NAMES
from annotate.report.sections import Section

PERCENT = (
    "Percent agreement is the mean, over units with two or more judgements, of the share of their pairs of judgements"
    " that agree. Every other coefficient is (agreement - chance) / (1 - chance): at most 1, and 0 where chance would"
    " do as well. They part in what they take for chance."
)

CHANCE = {
    "krippendorff_alpha": "drawing two judgements from all that can be compared, corrected for few of them",
    "cohen_kappa": "each of the two reviewers keeping his own frequencies of labels",
    "scott_pi": "both drawing from their common frequencies",
    "fleiss_kappa": "everybody drawing from the common frequencies",
    "conger_kappa": "each of many keeping his own frequencies",
    "brennan_prediger": "any label as likely as another",
    "gwet_ac1": "guessing on hard units only",
    "gwet_ac2": "guessing on hard units only, with labels that agree in part",
}
"""Name of a coefficient → what it takes for chance."""

LABELS = "A label's kappa (Fleiss) and alpha are of that label against the rest."

MORE = "annotate agreement --json has each number's other weights, other definitions, and the paper that defines it."


def definitions_section(facts: AgreementFacts) -> Section:
    """What each coefficient that the report shows means, once."""
    shown = dict.fromkeys(one.name for facet in facts.facets for one in facet.coefficients)
    meanings = [f"{NAMES[name]}: {CHANCE[name]}." for name in shown if name in CHANCE]
    return Section("What the numbers mean", (PERCENT, *meanings, LABELS, MORE))

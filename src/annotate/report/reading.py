"""What a report says in words, the same in every telling."""

from collections.abc import Sequence

from annotate.agreement import Paradox

NAMES = {
    "percent_agreement": "Percent agreement",
    "krippendorff_alpha": "Krippendorff's alpha",
    "cohen_kappa": "Cohen's kappa",
    "scott_pi": "Scott's pi",
    "fleiss_kappa": "Fleiss' kappa",
    "conger_kappa": "Conger's kappa",
    "brennan_prediger": "Brennan-Prediger",
    "gwet_ac1": "Gwet's AC1",
    "gwet_ac2": "Gwet's AC2",
    "light_kappa": "Light's kappa",
    "icc1": "Intraclass correlation (1,1)",
    "icc2": "Intraclass correlation (2,1)",
    "icc3": "Intraclass correlation (3,1)",
    "icc1k": "Intraclass correlation (1,k)",
    "icc2k": "Intraclass correlation (2,k)",
    "icc3k": "Intraclass correlation (3,k)",
    "kendall_w": "Kendall's W",
}
"""Name of a coefficient → as it is written in a sentence."""


def paradox_sentence(names: Sequence[str], paradox: Paradox) -> str:
    """Why the coefficients of these names (NAMES) are low though agreement is high."""
    spoken = [NAMES[name] for name in names]
    whole = " and ".join(filter(None, (", ".join(spoken[:-1]), spoken[-1])))
    share = f"{float(paradox.share):.1%}"
    return (
        f'Agreement is high and yet {whole} low because {share} of the judgements are "{paradox.label}":'
        " with one label so frequent, chance alone would agree often, and little is left to do better."
    )

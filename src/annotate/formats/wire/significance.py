"""What `agreement --format json` says of tests."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementTest:
    """A test of all reviewers (`a` and `b` are null) or of a pair.

    `name` is fleiss_z (is Fleiss' kappa chance?), kendall_w (are the orders?), bowker (is each confusion as frequent
    either way?) or stuart_maxwell (does either of the pair give each label as often?). `statistic` is chi-squared with
    so many `degrees`, or for fleiss_z in standard errors; `p` is the probability of as much by chance alone. All three
    are null where `undefined` says why.
    """

    name: str
    a: str | None
    b: str | None
    units: int
    statistic: float | None
    degrees: int | None
    p: float | None
    undefined: str | None
    citation: str

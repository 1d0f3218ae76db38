"""What `agreement --format json` says of each reviewer, of models, of slices and of the claims that cost most."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementShare:
    """A share of `units` (claims, unless it is said otherwise), with its interval and the interval's method.

    Where there is no value it is null and `undefined` says why; `low`, `high`, `interval` and `confidence`, its nominal
    coverage, are null where there is no interval, and `no_interval` then says why, unless the value itself is null.
    `clusters` is the number of documents, where it is by document; `warning` says why it can be too narrow,
    `citation` is the interval's source.
    """

    value: float | None
    units: int
    low: float | None
    high: float | None
    interval: str | None
    undefined: str | None
    confidence: float | None
    clusters: int | None
    no_interval: str | None
    warning: str | None
    citation: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementCell:
    """A cell of a confusion table: how often one side gave `label` where the other gave `other`."""

    label: str
    other: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementConfusion:
    """The confusion table of two reviewers on the `units` that both judged: `label` is a's, `other` is b's."""

    a: str
    b: str
    units: int
    cells: tuple[AgreementCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementHabit:
    """How often a reviewer gives a label, and the others on the same units: shares of the comparisons, and how many
    `times` as often he does (null where the others never do)."""

    label: str
    own: float
    others: float
    times: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementSpeed:
    """Seconds of active time a judgement: quartiles and median (interpolated) over the `judgements` that were timed."""

    judgements: int
    lower_quartile: float
    median: float
    upper_quartile: float


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementDeeds:
    """What a project knows of a reviewer beside his labels.

    `settled` is the share of adjudicated claims on which he had given the label that another decided (`decided` is its
    confusion table, `label` his); null for a facet that is not decided. `drift` is his agreement with the others in the
    first, middle and last third of his own work by time; `untimed` judgements are in none. `linked` is the share of the
    times that he met the same claim again in another document, and `again` of those that he judged a claim once more in
    a later round, on which he gave the same label. `speed` is null where nothing was timed.
    """

    settled: AgreementShare | None
    decided: tuple[AgreementCell, ...]
    drift: tuple[AgreementShare, ...]
    untimed: int
    speed: AgreementSpeed | None
    linked: AgreementShare
    again: AgreementShare


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementReviewer:
    """One reviewer against the rest, pooled over all others who judged the same units.

    `agreement` is the share of his `comparisons` that agree; `kappa` is Cohen's on the pooled table `confusion`.
    `alpha_without` is alpha without him and `alpha_change` by how much it is then greater. `undefined` says why kappa
    or an alpha is null. `deeds` is null for a table of votes, and where it was not asked for in a large project.
    """

    reviewer: str
    judgements: int
    comparisons: int
    agreement: AgreementShare
    kappa: float | None
    alpha_without: float | None
    alpha_change: float | None
    undefined: str | None
    confusion: tuple[AgreementCell, ...]
    habits: tuple[AgreementHabit, ...]
    deeds: AgreementDeeds | None
    citation: str

"""What `agreement --format json` says of models, which are kept apart from the humans."""

from dataclasses import dataclass

from annotate.formats.wire.reviewers import AgreementCell, AgreementShare


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementVersus:
    """The model against one human in the alternative annotator test, on the `units` that both and another human judged.

    `model` and `human_advantage` are the shares of these units on which the model (the human) is at least as much like
    the remaining humans as the other is. `p_value` is of the paired t-test, `corrected` by Benjamini and Yekutieli
    (2001); null where there are fewer than two units.
    """

    human: str
    units: int
    model_advantage: float | None
    human_advantage: float | None
    p_value: float | None
    corrected: float | None
    wins: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementAlternative:
    """The alternative annotator test: `passes` says whether the model may stand in for a human.

    `winning_rate` is the share of the humans against whom it wins (half of them is enough), `advantage` its average
    advantage probability; null with the reason in `doubt`, which also says why an outcome is not to be relied upon.
    `passed_over` are humans who met it on fewer than thirty units, where three others met it on more.
    """

    epsilon: float
    winning_rate: float | None
    advantage: float | None
    passes: bool
    doubt: str | None
    versus: tuple[AgreementVersus, ...]
    passed_over: tuple[str, ...]
    citation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementModel:
    """One model against the humans, as a reviewer against the rest.

    `alpha_with` is alpha with its judgements beside the humans', `alpha_change` by how much that is greater;
    `undefined` says why kappa or alpha is null.
    """

    model: str
    judgements: int
    comparisons: int
    agreement: AgreementShare
    kappa: float | None
    alpha_with: float | None
    alpha_change: float | None
    undefined: str | None
    confusion: tuple[AgreementCell, ...]
    alternative: AgreementAlternative


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementModels:
    """The models: alpha of the humans alone, and with all models beside them; null where it has no value."""

    alpha_humans: float | None
    alpha_together: float | None
    models: tuple[AgreementModel, ...]

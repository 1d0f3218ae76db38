"""Models, told as JSON."""

from annotate.agreement import AlternativeTest, Versus
from annotate.formats.wire import AgreementAlternative, AgreementModel, AgreementModels, AgreementVersus
from annotate.report.citations import CALDERON
from annotate.report.figures import number, reason
from annotate.report.models import ModelAgreement, ModelsAgreement
from annotate.report.reviewers_json import cells_json, share_json


def models_json(found: ModelsAgreement) -> AgreementModels:
    """The models in the published shape."""
    return AgreementModels(
        alpha_humans=number(found.alone),
        alpha_together=number(found.together),
        models=tuple(map(_model, found.models)),
    )


def _model(one: ModelAgreement) -> AgreementModel:
    return AgreementModel(
        model=one.model,
        judgements=one.judgements,
        comparisons=one.comparisons,
        agreement=share_json(one.agreement),
        kappa=number(one.kappa),
        alpha_with=number(one.with_it),
        alpha_change=number(one.change),
        undefined=reason(one.kappa) or reason(one.with_it) or reason(one.change),
        confusion=cells_json(one.confusion),
        alternative=_test(one.test),
    )


def _test(test: AlternativeTest) -> AgreementAlternative:
    return AgreementAlternative(
        epsilon=float(test.epsilon),
        winning_rate=number(test.winning_rate),
        advantage=number(test.advantage),
        passes=test.passes,
        doubt=test.doubt,
        versus=tuple(map(_versus, test.versus)),
        passed_over=test.passed_over,
        citation=CALDERON,
    )


def _versus(one: Versus) -> AgreementVersus:
    return AgreementVersus(
        human=one.human,
        units=one.instances,
        model_advantage=number(one.model),
        human_advantage=number(one.advantage),
        p_value=one.p_value,
        corrected=one.corrected,
        wins=one.wins,
    )

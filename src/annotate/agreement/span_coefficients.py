"""The coefficients of spans by name, each a function of a meeting."""

from annotate.agreement.lengths import apart
from annotate.agreement.meeting import Meeting
from annotate.agreement.span_f1 import MEASURES, Shared, f1, labelled
from annotate.agreement.undefined import Undefined, Value
from annotate.agreement.unitizing import (
    cu_alpha,
    cu_coverage,
    ku_alpha,
    ku_coverage,
    u_alpha,
    u_alpha_binary,
    u_alpha_layers,
)

OVERLAPPING = Undefined("a reviewer has spans of different labels that overlap, and so divide no text")
CROWDED = Undefined(
    "a document was read by more than two, for whom the sources differ on what is expected by chance; see the pairs"
)


def of_spans(meeting: Meeting) -> dict[str, Value]:
    """Name → value, over all labels: F1 whatever the label and with the same one, then the alphas for unitizing."""
    found = {f"f1_{measure}": f1(meeting.shares.get((measure, None), Shared())) for measure in MEASURES}
    found |= {f"f1_{measure}_labelled": f1(labelled(meeting.shares, measure)) for measure in MEASURES}
    return found | {
        "u_alpha": OVERLAPPING if meeting.overlapping else u_alpha(meeting.lengths),
        "u_alpha_binary": u_alpha_binary(apart(meeting.read, meeting.binary)),
        "u_alpha_layers": u_alpha_layers(apart(meeting.read, layer) for layer in meeting.layers.values()),
        "cu_alpha": _unless_unsure(meeting) or cu_alpha(meeting.lengths),
        "cu_coverage": OVERLAPPING if meeting.overlapping else cu_coverage(meeting.lengths),
    }


def of_label(meeting: Meeting, label: str) -> dict[str, Value]:
    """Name → value, of the spans with that label: F1, the label against all else, and among spans that overlap."""
    found = {f"f1_{measure}": f1(meeting.shares.get((measure, label), Shared())) for measure in MEASURES}
    layer = meeting.layers.get(label)
    return found | {
        "u_alpha_binary": u_alpha_binary(apart(meeting.read, layer)) if layer else u_alpha_binary({}),
        "ku_alpha": _unless_unsure(meeting) or ku_alpha(meeting.lengths, label),
        "ku_coverage": OVERLAPPING if meeting.overlapping else ku_coverage(meeting.lengths, label),
    }


def units_of_spans(meeting: Meeting) -> dict[str, int]:
    """Name → of how many it is made: of spans, or for the alphas of code points read, each by each reviewer."""
    spans = sum(meeting.spans.values())
    return {name: spans if name.startswith("f1_") else meeting.read for name in OF_SPANS}


def units_of_label(meeting: Meeting, label: str) -> dict[str, int]:
    """The same for the spans with that label."""
    spans = meeting.spans.get(label, 0)
    return {name: spans if name.startswith("f1_") else meeting.read for name in OF_LABEL}


def _unless_unsure(meeting: Meeting) -> Undefined | None:
    if meeting.overlapping:
        return OVERLAPPING
    return CROWDED if meeting.crowded else None


OF_SPANS = tuple(of_spans(Meeting()))
OF_LABEL = tuple(of_label(Meeting(), ""))
"""The names that these have values for."""

"""Verdict schemes that come with the program, with short definitions of our own."""

from annotate.domain.schemes import VERDICT, FacetKind, Scheme, scheme_of

_Row = tuple[str, str, str, str]
"""id, name, sign, definition"""


def _preset(name: str, kind: FacetKind, rows: tuple[_Row, ...], off_scale: tuple[_Row, ...] = ()) -> Scheme:
    labels = [
        {"id": row[0], "name": row[1], "sign": row[2], "definition": row[3], "off_scale": row in off_scale}
        for row in rows + off_scale
    ]
    return scheme_of({"name": name, "version": "1", "facets": [{"id": VERDICT, "kind": kind, "labels": labels}]})


PRESETS: dict[str, Scheme] = {
    scheme.name: scheme
    for scheme in (
        _preset(
            "averitec",
            "single",
            (
                ("supported", "Supported", "+", "The evidence found bears the claim out."),
                ("refuted", "Refuted", "-", "The evidence found contradicts the claim."),
                ("not_enough_evidence", "Not enough evidence", "?", "What was found settles it neither way."),
                (
                    "conflicting_evidence",
                    "Conflicting evidence",
                    "~",
                    "Good sources contradict each other, or it misleads by omission.",
                ),
            ),
        ),
        _preset(
            "fever",
            "single",
            (
                ("supported", "Supported", "+", "The source texts say so."),
                ("refuted", "Refuted", "-", "The source texts say otherwise."),
                ("not_enough_info", "Not enough info", "?", "The source texts do not settle it."),
            ),
        ),
        _preset(
            "scifact",
            "single",
            (
                ("supports", "Supports", "+", "The paper's findings support the claim."),
                ("contradicts", "Contradicts", "-", "The paper's findings contradict the claim."),
                ("no_evidence", "No evidence", "?", "The paper does not speak to the claim."),
            ),
        ),
        _preset(
            "politifact",
            "ordinal",
            (
                ("pants_fire", "Pants on fire", "!", "Not accurate, and absurd besides."),
                ("false", "False", "-", "Not accurate."),
                (
                    "barely_true",
                    "Barely true",
                    "<",
                    "Holds a grain of truth, leaves out what would change the impression.",
                ),
                ("half_true", "Half true", "=", "Partly accurate, leaves out important details."),
                ("mostly_true", "Mostly true", ">", "Accurate, needs a clarification."),
                ("true", "True", "+", "Accurate, nothing important missing."),
            ),
        ),
        _preset(
            "newsroom",
            "ordinal",
            (
                ("false", "False", "-", "Contradicted by the evidence."),
                ("mostly_false", "Mostly false", "<", "The core is wrong, a part holds."),
                ("half_true", "Half true", "=", "As much holds as does not."),
                ("mostly_true", "Mostly true", ">", "The core holds, a part is off."),
                ("true", "True", "+", "Borne out by the evidence."),
            ),
            (
                ("misleading", "Misleading", "~", "True in its words, false in the impression it makes."),
                ("unproven", "Unproven", "?", "Nobody has shown it, either way."),
                ("not_checkable", "Not checkable", "o", "No evidence could settle it."),
            ),
        ),
    )
}

DEFAULT = "averitec"

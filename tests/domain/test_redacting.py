"""What a redaction leaves of a fact: a pure function, the same in whatever order things come together."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import facts

from annotate.domain import (
    REDACTED,
    Claim,
    Decision,
    Description,
    Document,
    Evidence,
    Fact,
    Gone,
    Judgement,
    Reviewer,
    Setting,
    Version,
    alias_of,
    canonical,
    is_alias,
    is_touched,
    name_of,
    redacted,
)

SALT = "5a17"
IDENTITY = "x1_of_the_fact"


def names_in(fact: Fact) -> list[str]:
    """Handles, and no author of a document."""
    if isinstance(fact, Description):
        return []
    return [getattr(fact, name) for name in ("handle", "reviewer", "author") if getattr(fact, name, "")]


@st.composite
def redactions_of(draw: st.DrawFn, fact: Fact) -> Gone:
    """Some redactions, most of which touch the fact."""
    subjects = [IDENTITY, getattr(fact, "claim", ""), "c1_other"]
    documents = [getattr(fact, "document", ""), "d1_other", *(one.document for one in getattr(fact, "evidence", ()))]
    handles = [*names_in(fact), "somebody"]
    some = draw(st.sets(st.sampled_from(handles)))
    return Gone(
        frozenset(draw(st.sets(st.sampled_from(subjects)))) - {""},
        frozenset(draw(st.sets(st.sampled_from(["text", getattr(fact, "sha256", "other")])))),
        frozenset((name_of(handle, SALT), SALT) for handle in some),
        frozenset(draw(st.sets(st.sampled_from(documents)))) - {""},
        frozenset(draw(st.sets(st.sampled_from([getattr(fact, "claim", ""), "c1_other"])))) - {""},
    )


def both(one: Gone, other: Gone) -> Gone:
    return Gone(
        one.facts | other.facts,
        one.texts | other.texts,
        one.names | other.names,
        one.documents | other.documents,
        one.claims | other.claims,
    )


@given(st.data(), facts)
def test_no_order_of_redactions_matters_and_once_is_enough(data: st.DataObject, fact: Fact) -> None:
    one, other = data.draw(redactions_of(fact)), data.draw(redactions_of(fact))
    at_once = redacted(IDENTITY, fact, both(one, other))
    assert redacted(IDENTITY, redacted(IDENTITY, fact, one), both(one, other)) == at_once
    assert redacted(IDENTITY, redacted(IDENTITY, fact, other), both(one, other)) == at_once
    assert redacted(IDENTITY, at_once, both(one, other)) == at_once
    assert redacted(IDENTITY, fact, Gone()) == fact


@given(st.data(), facts)
def test_what_was_changed_is_known_to_be_touched(data: st.DataObject, fact: Fact) -> None:
    gone = data.draw(redactions_of(fact))
    kept = redacted(IDENTITY, fact, gone)
    assert kept.kind == fact.kind
    if canonical(kept.content()) != canonical(fact.content()):
        assert is_touched(IDENTITY, kept, gone)


@given(st.data(), facts)
def test_a_redacted_name_names_nobody_any_more(data: st.DataObject, fact: Fact) -> None:
    for handle in names_in(fact):
        gone = Gone(names=frozenset({(name_of(handle, SALT), SALT)}))
        kept = redacted(IDENTITY, fact, gone)
        assert handle not in names_in(kept)
        assert gone.alias(handle) == alias_of(name_of(handle, SALT))
        assert is_alias(gone.alias(handle))


PASSAGE = Evidence(document="d1_secret", start=3, end=9, quote="secret", stance="refutes", question="Who?")
PAGE = Evidence(url="https://a.example/x", archived="https://b.example/x", quote="It says so.", publisher="A", set=2)
JUDGEMENT = Judgement("c1", "ada", "s1", verdict="refuted", rationale="Because.", evidence=(PASSAGE, PAGE), at=5)

WORDLESS = (
    replace(PASSAGE, quote="", question=REDACTED),
    replace(PAGE, url="", archived="", quote="", publisher=REDACTED),
)


@pytest.mark.parametrize(
    ("fact", "gone", "kept"),
    [
        (JUDGEMENT, {"facts": {IDENTITY}}, replace(JUDGEMENT, rationale=REDACTED, evidence=WORDLESS)),
        (
            JUDGEMENT,
            {"documents": {"d1_secret"}},
            replace(JUDGEMENT, evidence=(replace(PASSAGE, quote=""), PAGE)),
        ),
        (JUDGEMENT, {"documents": {"d1_other"}, "facts": {"c1"}}, JUDGEMENT),
        (
            Decision("c1", "refuted", "adjudicated", "eve", rationale="So.", evidence=(PASSAGE,)),
            {"facts": {IDENTITY}},
            Decision("c1", "refuted", "adjudicated", "eve", rationale=REDACTED, evidence=WORDLESS[:1]),
        ),
        (Claim("d1_secret", 3, 9, "It is."), {"documents": {"d1_secret"}}, Claim("d1_secret", 3, 9, REDACTED)),
        (Claim("d1_secret", 3, 9), {"facts": {IDENTITY}}, Claim("d1_secret", 3, 9)),
        (
            Version("c1", 3, 9, "It is.", "Ada", ("Bob", "Eve"), "2021", ("quote",), "yes"),
            {"claims": {"c1"}},
            Version("c1", 3, 9, REDACTED, REDACTED, (REDACTED, REDACTED), REDACTED, (REDACTED,), "yes"),
        ),
        (Version("c1", 3, 9, "It is."), {"facts": {"c1"}}, Version("c1", 3, 9, REDACTED)),
        (
            Description("d1_secret", "T", "https://a.example", "https://b.example", "P", "A", "de", "2021"),
            {"documents": {"d1_secret"}},
            Description("d1_secret", REDACTED, publisher=REDACTED, author=REDACTED),
        ),
        (Reviewer("ada", "Ada L."), {"facts": {IDENTITY}}, Reviewer("ada")),
        (Setting("guidelines", "Ask Ada."), {"facts": {IDENTITY}}, Setting("guidelines")),
        (Document("5ec7e7"), {"texts": {"5ec7e7"}, "facts": {IDENTITY}}, Document("5ec7e7")),
    ],
)
def test_what_stays_and_what_goes(fact: Fact, gone: dict[str, set[str]], kept: Fact) -> None:
    assert redacted(IDENTITY, fact, Gone(**gone)) == kept  # type: ignore[arg-type]


def test_the_display_name_goes_with_the_handle() -> None:
    name = name_of("ada", SALT)
    assert redacted(IDENTITY, Reviewer("ada", "Ada L."), Gone(names=frozenset({(name, SALT)}))) == Reviewer(
        alias_of(name)
    )

"""Redaction and copies: whatever comes first, the redaction, the words, or what is left of them, all end alike."""

from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.desks import Clock, project
from tests.laws.copies import exported, said_of_claims
from tests.laws.histories import (
    CLAIMS,
    DOCUMENTS,
    HOUR,
    REVIEWERS,
    TEXTS,
    WORDINGS,
    Act,
    begun,
    histories,
    play,
    reason,
)
from tests.laws.test_copies import dice

from annotate.domain import REDACTED, Document, Judgement
from annotate.errors import Refusal
from annotate.work import Desk, aim, check_project, import_files, merge, read_log, redact

WORDS = ("cédé", "第二句", "[no]")
aims = st.lists(st.sampled_from(["text", "ada", "bob", "judgement", "claim"]), min_size=1, max_size=4)


def redact_all(lead: Desk, wanted: list[str]) -> list[str]:
    """Redact these, as far as they are there; the ids of the judgements among them."""
    said = [logged.id for logged in read_log(lead) if isinstance(logged.fact, Judgement)]
    for name in wanted:
        subject = {"text": DOCUMENTS[0], "claim": CLAIMS[1], "judgement": said[0] if said else "nothing"}.get(
            name, name
        )
        try:
            redact(lead, aim(lead, subject))
        except Refusal:
            continue
    return said[:1] if "judgement" in wanted else []


def is_clean(lead: Desk, wanted: list[str], judged: list[str]) -> bool:
    """Whether nothing of it is in the project's facts and texts any more; `judged` are ids of redacted judgements."""
    native = exported(lead).decode()
    fields = ("reviewer", "author", "handle")
    names = [f'"{field}":"{name}"' for name in wanted if name in ("ada", "bob") for field in fields]
    words = (*(WORDS if "text" in wanted else ()), *(WORDINGS.values() if "claim" in wanted else ()))
    held = {logged.id: logged.fact.rationale for logged in read_log(lead) if isinstance(logged.fact, Judgement)}
    # Others may have said the same of it: the words stand as often as they do.
    said = Counter(rationale for identity, rationale in held.items() if identity not in judged)
    reasons = [reason(who, number) for who in REVIEWERS for number in range(len(CLAIMS))]
    assert {native.count(words) - said[words] for words in reasons} == {0}
    assert {held[identity] for identity in judged} <= {REDACTED}
    return not any(word in native for word in (*names, *words)) and check_project(lead) == []


@settings(max_examples=10)
@given(histories, aims, aims)
def test_copies_that_redact_apart_end_alike_whichever_takes_in_the_other_first(
    history: list[Act], here: list[str], there: list[str]
) -> None:
    with begun() as lead, TemporaryDirectory() as folder:
        play(lead, history)
        redact(lead, aim(lead, CLAIMS[4]))  # with which the project has its key
        redact_all(lead, ["eve"])
        copy = Path(folder) / "copy.db"
        with project(copy, Clock(lead.now() + HOUR)) as other:
            merge(other, lead.store.target)
            assert exported(other) == exported(lead)
            judged = [*redact_all(lead, here), *redact_all(other, there)]
            for one, from_ in ((lead, other), (other, lead), (lead, other)):
                merge(one, from_.store.target)
            assert is_clean(lead, [*here, *there], judged)
            assert is_clean(other, [*here, *there], judged)
            assert exported(lead) == exported(other)
            assert said_of_claims(lead) == said_of_claims(other)


@settings(max_examples=10)
@given(histories, aims, dice)
def test_a_copy_that_met_the_facts_in_any_order_says_the_same(
    history: list[Act], wanted: list[str], order: Random
) -> None:
    with begun() as lead, TemporaryDirectory() as folder, project(Path(folder) / "copy.db", Clock()) as copy:
        play(lead, history)
        whole = list(read_log(lead))
        judged = redact_all(lead, wanted)
        left = list(read_log(lead))
        mixed = [order.choice([one, other]) for one, other in zip(whole, left[: len(whole)], strict=True)]
        with copy.store.writing() as ledger:
            for text in TEXTS:
                ledger.add_text(Document.of(text).sha256, text)
            for logged in [*left[len(whole) :], *mixed]:
                ledger.add(logged.fact, entries=(logged.entry,), known_as=logged.id)
        assert exported(copy) == exported(lead)
        assert said_of_claims(copy) == said_of_claims(lead)
        assert is_clean(copy, wanted, judged)


@settings(max_examples=10)
@given(histories, aims)
def test_a_lossless_export_carries_the_redactions_along(history: list[Act], wanted: list[str]) -> None:
    with begun() as lead, TemporaryDirectory() as folder, project(Path(folder) / "copy.db", Clock()) as copy:
        play(lead, history)
        before = Path(folder) / "before.jsonl"
        before.write_bytes(exported(lead))
        judged = redact_all(lead, wanted)
        after = Path(folder) / "after.jsonl"
        after.write_bytes(exported(lead))
        for file in (after, before, after):
            assert import_files(copy, [file]).refused == []
            assert exported(copy) == exported(lead)
        assert is_clean(copy, wanted, judged)

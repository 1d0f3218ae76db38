"""Every vote of a project, read one by one and counted in Python: what the database counts is held against this."""

import json
from collections import Counter
from collections.abc import Mapping

from sqlalchemy import select

from annotate.agreement import Pattern, Study, Tally
from annotate.domain import VERDICT, Facet
from annotate.report import counted
from annotate.store import Store, counting, tables

Ballots = dict[int, dict[int, dict[str, set[tuple[str, str]]]]]
"""Document → claim → reviewer → his standing answers: kind and label."""


def counted_one_by_one(store: Store, facet: Facet) -> tuple[Study, Mapping[str, int], list[Mapping[Pattern, int]]]:
    """The study, what is left out of it, and its documents."""
    tally, left_out = Tally(), Counter[str]()
    documents: list[Mapping[Pattern, int]] = []
    for claims in _ballots(store, facet.id).values():
        patterns: Counter[Pattern] = Counter()
        for said in claims.values():
            ballot = _ballot(said, left_out)
            tally.add(ballot)
            patterns[tuple(sorted(ballot.items()))] += 1
        del patterns[()]
        documents += [patterns] if patterns else []
    study = tally.study(facet.id, facet.level, [label.id for label in facet.labels])
    return study, left_out, documents


def counted_by_the_database(store: Store, facet: Facet) -> tuple[Study, Mapping[str, int], list[Mapping[Pattern, int]]]:
    """The same as the program counts it."""
    with counting(store) as units:
        study, left_out = counted(units.of(facet), facet)
    return study, left_out, list(study.clusters)


def _ballots(store: Store, facet: str) -> Ballots:
    table = tables.judgement.c
    wanted = select(
        tables.claim.c.document, table.claim, table.reviewer, table.answer, table.verdict, tables.fact.c.content
    )
    wanted = wanted.join(tables.claim, tables.claim.c.fact == table.claim).join(
        tables.fact, tables.fact.c.row == table.fact
    )
    found: Ballots = {}
    with store.reading() as connection:
        for document, claim, who, answer, verdict, content in connection.execute(
            wanted.where(table.stands == 1, table.round == 1).order_by(tables.claim.c.document)
        ):
            label = verdict if facet == VERDICT else "+".join(json.loads(content).get("facets", {}).get(facet, ()))
            said = found.setdefault(document, {}).setdefault(claim, {}).setdefault(who, set())
            said.add((answer, label))
    return found


def _ballot(said: Mapping[str, set[tuple[str, str]]], left_out: Counter[str]) -> dict[str, str]:
    ballot = {}
    for reviewer, answers in said.items():
        if len(answers) > 1:
            left_out["in conflict with oneself"] += 1
            continue
        ((answer, label),) = answers
        if answer != "verdict":
            left_out[answer.replace("_", " ")] += 1
        elif label:
            ballot[reviewer] = label
        else:
            left_out["not answered"] += 1
    return ballot

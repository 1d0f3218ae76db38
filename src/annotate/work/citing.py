"""Cite: where a source was given before, as far as the asker may know."""

from collections.abc import Mapping
from dataclasses import dataclass

from annotate.store import cited, find_claims
from annotate.work.desk import Desk, sitting


@dataclass(frozen=True, slots=True)
class Uses:
    """`own` are the asker's other claims on which he gave the source, by stance; `settled` is the number of claims, not
    his, that were settled and cite it."""

    own: Mapping[str, int]
    settled: int


def uses_of(desk: Desk, url: str, claim: str) -> Uses:
    """How often the page at `url` was given as evidence on claims other than `claim` (id), in whatever spelling."""
    handle = sitting(desk)
    with desk.store.reading() as connection:
        here = {found.row for found in find_claims(connection, claim, handle)}
        elsewhere = [item for item in cited(connection, url, handle) if item.claim not in here]
    own = {item.claim: item.stance for item in elsewhere if item.reviewer == handle}
    counted: dict[str, int] = {}
    for stance in own.values():
        counted[stance] = counted.get(stance, 0) + 1
    return Uses(counted, len({item.claim for item in elsewhere} - set(own)))

"""The adjudicated dataset as a table for spreadsheets: RFC 4180, UTF-8, one claim a row."""

import csv
from collections.abc import Iterable
from io import TextIOWrapper
from typing import BinaryIO
from unicodedata import category, normalize

from pydantic_core import to_json

from annotate.formats.wire import DatasetClaim

COLUMNS = (
    "id",
    "document_id",
    "document_title",
    "document_url",
    "publisher",
    "published",
    "start",
    "end",
    "quote",
    "claim",
    "claimant",
    "verdict",
    "method",
    "round",
    "status",
    "votes",
    "judgements",
    "evidence_urls",
    "rationale",
)


def write(claims: Iterable[DatasetClaim], stream: BinaryIO) -> None:
    """A header and a row for each claim, lines ended by CRLF; no cell begins a formula."""
    text = TextIOWrapper(stream, encoding="utf-8", newline="")
    try:
        rows = csv.writer(text)
        rows.writerow(COLUMNS)
        rows.writerows(map(_row, claims))
    finally:
        text.detach()


def inert(cell: str) -> str:
    """The cell as no spreadsheet runs it: after an apostrophe where it would begin a formula.

    Looks through what a spreadsheet may pass over (white space, control and format characters), and counts the
    full-width and small forms of the four signs with them.
    """
    visible = next((character for character in cell if not _passed_over(character)), "")
    starts_formula = normalize("NFKC", visible) in ("=", "+", "-", "@")
    return f"'{cell}" if starts_formula or cell.startswith(("\t", "\r")) else cell


def _passed_over(character: str) -> bool:
    return character.isspace() or category(character) in ("Cc", "Cf")


def _row(claim: DatasetClaim) -> list[str | int]:
    cells = (
        claim.id,
        claim.document.id,
        claim.document.title,
        claim.document.url,
        claim.document.publisher,
        claim.document.published,
        claim.span.start,
        claim.span.end,
        claim.quote,
        claim.claim,
        claim.claimant,
        claim.verdict,
        claim.method,
        claim.round,
        claim.status.value,
        to_json(claim.votes).decode(),
        len(claim.judgements),
        " ".join(dict.fromkeys(evidence.url for evidence in claim.evidence if evidence.url)),
        claim.rationale,
    )
    return [cell if isinstance(cell, int) else inert(cell or "") for cell in cells]

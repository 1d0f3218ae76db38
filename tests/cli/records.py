"""Records from elsewhere, and files of them."""

import json
from pathlib import Path
from typing import Any

DOCUMENT = {"kind": "document", "id": "d", "title": "More flights", "text": "It said flights had doubled. It said so."}
CLAIM = {"kind": "claim", "id": "c", "document": "d", "quote": "flights had doubled"}
JUDGEMENT = {"kind": "judgement", "id": "j", "claim": "c", "reviewer": "ada", "verdict": "supported"}
OTHER = {"kind": "judgement", "claim": "c", "reviewer": "ben", "verdict": "refuted"}
DECISION = {"kind": "decision", "claim": "c", "verdict": "refuted", "rationale": "The table says so."}


def records(name: str, *rows: dict[str, Any]) -> Path:
    """A file of records, one a line."""
    file = Path(name)
    file.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return file

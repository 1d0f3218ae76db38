"""Projects of a given size to measure on, made by the program's own import."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

from annotate.domain import PRESETS
from annotate.settings import Settings
from annotate.wiring import create_desk
from annotate.work import import_files

WORDS = ("the", "ministry", "said", "radar", "units", "had", "registered", "a", "steady", "rise", "of", "flights")


def project(folder: Path, *, documents: int, claims: int, size: int) -> Path:
    """A project of so many documents of about `size` characters with `claims` claims each; made once, then kept."""
    file = folder / f"{documents}x{claims}x{size}.db"
    if not file.exists():
        source = folder / "source.jsonl"
        with source.open("w", encoding="utf-8") as stream:
            stream.writelines(json.dumps(record) + "\n" for record in _records(documents, claims, size))
        making = folder / "making.db"
        desk = create_desk(Settings(project=str(making)), PRESETS["averitec"])
        import_files(desk, [source], strict=True)
        desk.store.close()
        source.unlink()
        making.rename(file)
    return file


def _records(documents: int, claims: int, size: int) -> Iterator[dict[str, object]]:
    dice = random.Random(7)
    for number in range(documents):
        text = _text(dice, size)
        yield {"kind": "document", "id": f"d{number}", "title": f"Report {number}", "text": text}
        step = (len(text) - 60) // claims
        for place in range(claims):
            start = place * step
            yield {
                "kind": "claim",
                "id": f"c{number}_{place}",
                "document": f"d{number}",
                "start": start,
                "end": start + 40,
            }


def _text(dice: random.Random, size: int) -> str:
    words: list[str] = []
    length = 0
    while length < size:
        words.append(dice.choice(WORDS) + ("\n\n" if dice.random() < 0.02 else " "))
        length += len(words[-1])
    return "".join(words)

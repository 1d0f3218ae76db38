"""The published schemas are those of the models."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from annotate.formats.wire import PUBLISHED, RECORDS

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = ROOT / "schemas"


def test_what_is_generated_is_current() -> None:
    run = subprocess.run([sys.executable, ROOT / "tools" / "generate.py", "--check"], capture_output=True, text=True)
    assert run.returncode == 0, f"{run.stdout}{run.stderr}Run `make generated`."


def test_there_is_a_schema_for_all_that_is_published_and_for_nothing_else() -> None:
    there = {path.name for path in SCHEMAS.iterdir()}
    assert there == {f"{stem}.schema.json" for stem in PUBLISHED}, "Run `make generated`, and remove what is left over."


@pytest.mark.parametrize("stem", PUBLISHED)
def test_a_schema_says_its_dialect_and_what_it_describes(stem: str) -> None:
    schema = json.loads((SCHEMAS / f"{stem}.schema.json").read_text(encoding="utf-8"))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"]


def test_the_schema_of_a_record_knows_every_kind() -> None:
    schema = json.loads((SCHEMAS / "record.schema.json").read_text(encoding="utf-8"))
    assert set(schema["discriminator"]["mapping"]) == set(RECORDS)

# The two commands of the README, and what they stand on. Nothing needs to be installed first but
# python3 (3.11 or later), git and make: the virtual environment is made here.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test lint types contracts tests bench bench-search generated lock clean

demo: $(READY)
	@$(BIN)/annotate demo

test: lint types contracts tests

lint: $(READY)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(READY)
	@$(BIN)/mypy

contracts: $(READY)
	@$(BIN)/lint-imports

tests: $(READY)
	@$(BIN)/pytest -n 2 --dist loadgroup

# How quick the review screen is, beside bare SQLite and bare Textual in the same run; prints ratios, asserts none.
bench: $(READY)
	@PYTHONPATH=. $(BIN)/python tests/benchmarks/screen.py

# How quick the search of 100,000 passages is, and what its index costs beside a bare insert.
bench-search: $(READY)
	@PYTHONPATH=. $(BIN)/python tests/benchmarks/search.py

# Everything that is drawn from the code: schemas/, the command table of the README, docs/keys.md, the picture.
generated: $(READY)
	@$(BIN)/python tools/generate.py

lock: $(READY)
	@$(BIN)/uv lock --quiet

$(READY): pyproject.toml uv.lock tools/bootstrap.py
	@$(PYTHON) tools/bootstrap.py $(VENV)

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis

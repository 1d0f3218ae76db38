# The two commands of the README, and what they stand on. Nothing needs to be installed first but
# python3 (3.11 or later), git and make: the virtual environment is made here.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test test-again lint types contracts tests bench bench-search bench-bulk bench-commits bench-agreement bench-merge bench-postgres bench-backup coverage-table witnesses kill \
	kill-commands mutate writers writers-postgres power-cut full-disk generated screens lock clean

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

# Two more processes than CI has cores: half of the time they wait for terminals, or for one another.
tests: $(READY)
	@$(BIN)/pytest -n 4 --dist loadgroup -m "not again"

# What stands on the verbs, once more on PostgreSQL. (The tests of the store run on both engines in `make test`.)
test-again: $(READY)
	@$(BIN)/pytest -n 4 --dist loadgroup -m again

# How quick the review screen is, beside bare SQLite and bare Textual in the same run; prints ratios, asserts none.
bench: $(READY)
	@PYTHONPATH=. $(BIN)/python tests/benchmarks/screen.py

# The review screen killed 200 times at random moments of a scripted session; says what had been shown and was lost.
kill: $(READY)
	@PYTHONPATH=. $(BIN)/python tests/journeys/killing.py 200

# Commands killed at random moments of their work: judge, import, migrate, backup, restore and their like, on SQLite and
# on PostgreSQL; prints a row a verb. RUNS=240 takes a few minutes.
RUNS ?= 1000
kill-commands: $(READY)
	@PYTHONPATH=. $(BIN)/python tests/journeys/killing_commands.py $(RUNS)

# Every cell, row, rule and byte of a small project changed in turn; says how each was found, or why it does no harm.
mutate: $(READY)
	@PYTHONPATH=. $(BIN)/python tests/store/checks/mutate.py 2

# How quick the search of 100,000 passages is, and what its index costs beside a bare insert.
bench-search: $(READY)
	@PYTHONPATH=. $(BIN)/python tests/benchmarks/search.py

# How fast judgements are recorded on PostgreSQL, beside bare psycopg with the very same statements; prints ratios.
bench-postgres: $(READY)
	@PYTHONPATH=. $(BIN)/python tests/benchmarks/postgres.py

# Eight people at once in one project on a PostgreSQL server, for a minute; says what was lost, doubled or failed.
writers-postgres: $(READY)
	@PYTHONPATH=. $(BIN)/python tests/journeys/server_writers.py 60

# What a judgement's durable commit costs beside raw sqlite3 doing the same.
bench-commits: $(READY)
	@PYTHONPATH=. $(BIN)/python tests/benchmarks/commits.py

# Eight writers on one file for a minute, at human pace and flat out; says what was lost, who failed, who starved.
writers: $(READY)
	@PYTHONPATH=. $(BIN)/python tests/journeys/writers.py 60

# A hundred sessions whose write-ahead log is torn as a power cut may leave it; says whether anything acknowledged went.
power-cut: $(READY)
	@PYTHONPATH=. $(BIN)/python tests/journeys/power_cut.py 100

# Every command that writes, on a disk filled to twenty levels (mounting it takes root); says what was left half-done.
full-disk: $(READY)
	@PYTHONPATH=. $(BIN)/python tests/journeys/full_disk.py

# How long large imports and exports take, and in how much memory, beside bare sqlite3 and orjson.
bench-bulk: $(READY)
	@PYTHONPATH=. $(BIN)/python tests/benchmarks/bulk.py

# How quick agreement is reported at 10^3 to 3.2 million votes, beside a bare GROUP BY, and beside pandas and others where
# PEERS names a Python that has them; then of tables of votes.
bench-agreement: $(READY)
	@PYTHONPATH=. $(BIN)/python tests/benchmarks/agreement.py $(if $(PEERS),--peers $(PEERS))
	@PYTHONPATH=. $(BIN)/python tests/benchmarks/agreement.py --table 1000 100000 1000000 10000000

# How quick a million facts are merged, beside an ATTACH and INSERT of the same rows, and in how much memory.
bench-merge: $(READY)
	@PYTHONPATH=. $(BIN)/python tests/benchmarks/merge.py

# Everything that is drawn from the code: schemas/, the command table of the README, docs/keys.md.
generated: $(READY)
	@$(BIN)/python tools/generate.py

# Random studies by other programs too: krippendorff, irrCAC, statsmodels, scikit-learn and nltk, and where they are known
# to part from us. Half a gigabyte of them comes into the virtual environment first.
witnesses: $(READY)
	@UV_PROJECT_ENVIRONMENT=$(CURDIR)/$(VENV) UV_SYSTEM_CERTS=1 $(BIN)/uv sync --frozen --quiet --all-extras --inexact --group witnesses
	@$(BIN)/pytest -q tests/agreement/witnesses/*.py

# How often the default intervals hold the truth, in simulated studies of which it is known: docs/agreement.md has the
# table. A few minutes.
COVERAGE ?= 1000
coverage-table: $(READY)
	@PYTHONPATH=. $(BIN)/python tests/benchmarks/coverage.py $(COVERAGE)

# What a writer who records flat out notices of a backup beside it.
bench-backup: $(READY)
	@PYTHONPATH=. $(BIN)/python tests/benchmarks/backing.py

# The pictures of docs/, from the running app; `tools/screens.py FOLDER` draws every screen, and names what is crooked.
screens: $(READY)
	@$(BIN)/python tools/screens.py docs/screens review-80x24-dark review-120x34-dark review-200x60-light \
	    guidelines-160x48-dark adjudicate-160x48-dark

lock: $(READY)
	@$(BIN)/uv lock --quiet

$(READY): pyproject.toml uv.lock tools/bootstrap.py
	@$(PYTHON) tools/bootstrap.py $(VENV)

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis

# Every target sets up what it needs: uv from PyPI in .tools, then .venv from the hashed uv.lock. Nothing is
# taken from outside package registries. PYTHON=/path/to/python3.12 chooses the interpreter.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c

# Python itself is never downloaded (uv would fetch it from elsewhere), and an environment that happens to be
# active is neither read nor written.
export UV_PYTHON_DOWNLOADS := never
export UV_PROJECT_ENVIRONMENT := .venv
export UV_LINK_MODE ?= copy
unexport VIRTUAL_ENV PYTHONPATH PYTHONHOME

UV := .tools/bin/uv
RUN := .venv/bin/python -m
DEMO := demo/hudna.sqlite
PAGE := demo/hudna.html
LANG_OF_PAGE ?= ar
THREADS ?= 1
REPORTS ?= 1000
JOBS ?= 2
HOW ?= folds

# A checkout that was moved or copied, or whose Python is gone, is set up again.
HERE := import hudna, pathlib, sys; sys.exit(pathlib.Path.cwd() not in pathlib.Path(hudna.__file__).parents)
STALE := $(shell .venv/bin/python -c '$(HERE)' 2>/dev/null || rm -f .venv/.ready)

.PHONY: help setup demo test check bench fuzz accuracy train folds clean

help:
	@echo 'make demo    read samples/ into a new ledger, print a summary and the address of the page'
	@echo 'make test    run the whole test suite (JOBS=$(JOBS))'
	@echo 'make check   ruff, formatting, mypy strict, the layering test'
	@echo 'make bench   measure speed and memory (REPORTS=$(REPORTS))'
	@echo 'make fuzz    the property tests with many more examples'
	@echo 'make accuracy  score the annotated texts, write the tables of docs/accuracy.md and the README'
	@echo 'make train   fit the learned models anew (THREADS=$(THREADS)); the environment is larger by some gigabytes'
	@echo 'make folds   measure the learned models on sentences they have not seen (HOW=alone: each task alone)'
	@echo 'make setup   only make the environment'
	@echo 'make clean   remove the environment, the demo and all caches'

setup: .venv/.ready

.tools/python:
	@mkdir -p .tools
	@scripts/find-python $(if $(PYTHON),"$(PYTHON)") > .tools/python.new
	@mv .tools/python.new $@

$(UV): scripts/uv.txt | .tools/python
	@echo 'setting up: uv from PyPI'
	@"$$(cat .tools/python)" -m venv .tools
	@.tools/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r scripts/uv.txt
	@touch $@

.venv/.ready: $(UV) pyproject.toml uv.lock
	@echo 'setting up: the locked packages of uv.lock'
	@$(UV) sync --quiet --locked --python "$$(cat .tools/python)"
	@touch $@

demo: setup
	@mkdir -p demo
	@rm -f $(DEMO) $(DEMO)-wal $(DEMO)-shm $(PAGE)
	@$(RUN) hudna.cli ingest samples --ledger $(DEMO)
	@echo
	@$(RUN) hudna.cli figures --ledger $(DEMO) --kind displaced --limit 3
	@echo
	@echo 'Ask it:  .venv/bin/hudna timeline --ledger $(DEMO)'
	@page=$$($(RUN) hudna.cli page --ledger $(DEMO) --lang $(LANG_OF_PAGE) --output $(PAGE)) && echo "Page:    $$page"

test: setup
	@$(RUN) pytest -n $(JOBS) --dist loadfile

check: setup
	@$(RUN) ruff check .
	@$(RUN) ruff format --check .
	@$(RUN) mypy
	@$(RUN) pytest tests/test_layers.py

bench: setup
	@.venv/bin/python benchmarks/analysis.py --reports $(REPORTS)

fuzz: setup
	@$(RUN) pytest --hypothesis-profile=fuzz -k 'propert or fuzz or any_input'

# The sets beside the checkout are not part of the repository; without them their tables stay as they are.
accuracy: setup
	@for part in test develop sentences/test.jsonl sentences/develop.jsonl; do \
	  $(RUN) hudna.cli evaluate corpus/$$part --write docs/accuracy.md > /dev/null; done
	@$(RUN) hudna.cli evaluate corpus/test --second corpus/test/second --write docs/accuracy.md > /dev/null
	@$(RUN) hudna.cli evaluate corpus/sentences/test.jsonl --second corpus/sentences/test.second.jsonl \
	  --write docs/accuracy.md > /dev/null
	@if [ -d ../shared/dev_texts ]; then \
	  $(RUN) hudna.cli evaluate ../shared/dev_texts --name twenty-texts --write docs/accuracy.md > /dev/null; fi
	@if [ -d ../shared/reports ]; then \
	  $(RUN) hudna.cli evaluate ../shared/gold ../shared/reports --name three-reports --write docs/accuracy.md \
	    > /dev/null; fi
	@if [ -d ../shared/data ]; then .venv/bin/python benchmarks/public_sets.py --write > /dev/null; fi
	@.venv/bin/python scripts/readme.py
	@echo 'written: docs/accuracy.md, benchmarks/README.md, README.md'

# Fitting has an environment of its own, so that nobody else needs torch.
.venv-train/.ready: $(UV) pyproject.toml uv.lock
	@echo 'setting up: the locked packages of uv.lock, with the group train'
	@UV_PROJECT_ENVIRONMENT=.venv-train $(UV) sync --quiet --locked --group train --python "$$(cat .tools/python)"
	@touch $@

train: .venv-train/.ready
	@OMP_NUM_THREADS=$(THREADS) .venv-train/bin/python -m hudna.training build --threads $(THREADS)

folds: .venv-train/.ready
	@OMP_NUM_THREADS=$(THREADS) .venv-train/bin/python -m hudna.training $(HOW) --threads $(THREADS)

clean:
	rm -rf .venv .venv-train .tools demo .mypy_cache .ruff_cache .pytest_cache .hypothesis

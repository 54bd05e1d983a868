# Every target sets up what it needs: uv from PyPI, a virtual environment, locked and hashed dependencies.
PYTHON ?= python3
UV := .tools/bin/uv
RUN := .venv/bin/
export UV_LINK_MODE ?= copy

.PHONY: setup demo test check bench clean

setup: .venv/.ready

$(UV):
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "hudna needs Python 3.11 or newer; set PYTHON=/path/to/python3.11")'
	@$(PYTHON) -m venv .tools
	@.tools/bin/python -m pip install --quiet --disable-pip-version-check 'uv>=0.5'

.venv/.ready: $(UV) pyproject.toml uv.lock
	@$(UV) sync --quiet --locked --python $(PYTHON)
	@touch .venv/.ready

test: setup
	$(RUN)python -m pytest

check: setup
	$(RUN)ruff check .
	$(RUN)ruff format --check .
	$(RUN)mypy
	$(RUN)python -m pytest tests/test_layers.py

clean:
	rm -rf .venv .tools demo

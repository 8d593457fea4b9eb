# make demo: from a fresh clone to the knowledge base in the browser.   make test, make lint: what CI runs.
PYTHON ?= python3
DB ?= whitepapers.db
HOST ?= 127.0.0.1
PORT ?= 8001
BIN := .venv/bin
PIP := $(BIN)/pip install --quiet --quiet --disable-pip-version-check --constraint constraints.txt

.DEFAULT_GOAL := help
.PHONY: help install dev ingest demo serve test test-browser lint format docs clean

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "需要 Python 3.11 以上 (Python 3.11 or newer is needed): make PYTHON=python3.11 ..."; exit 1; }
	@echo "建立 Making .venv ..."
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "缺 venv 模块 (no venv module); Debian: apt-get install python3-venv"; exit 1; }

# The stamps hold the work: pip runs again only when the pins or the project's own list change.
.venv/installed: pyproject.toml constraints.txt | $(BIN)/python
	@echo "安装中，第一次要一两分钟 Installing, the first time takes a minute or two ..."
	@$(PIP) --editable .
	@touch $@

.venv/installed-dev: pyproject.toml constraints.txt | $(BIN)/python
	@echo "安装中，连同测试所需 Installing with what tests and linters need, the first time takes a minute or two ..."
	@$(PIP) --editable '.[dev]'
	@touch .venv/installed $@

install: .venv/installed ## make .venv and install the pinned releases
dev: .venv/installed-dev ## the same, with what tests and linters need

ingest: install ## read corpus/ into the base; papers it already holds are left alone
	@$(BIN)/kb ingest corpus --db $(DB)

serve: install ## browse the base with Datasette
	@$(BIN)/kb serve --db $(DB) --host $(HOST) --port $(PORT)

# A file that can't be read (exit code 1) is told of and keeps nobody from the others.
demo: install ## everything at once: install, ingest, serve on http://127.0.0.1:8001
	@$(BIN)/kb ingest corpus --db $(DB) || test $$? -eq 1
	@$(BIN)/kb serve --db $(DB) --host $(HOST) --port $(PORT)

test: dev ## run the tests
	@$(BIN)/pytest -n 2

test-browser: dev ## run the tests in real Chromium only
	@$(BIN)/pytest -m browser

lint: dev ## ruff, mypy (strict), import contracts
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: dev ## let ruff mend what it can
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

docs: dev ## write metadata.yml and docs/reference/ anew from the records and commands
	@$(BIN)/python -m kb.site.metadata
	@$(BIN)/python -m kb.cli.reference

clean: ## remove the environment and caches; the base and the corpus stay
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache *.egg-info build dist

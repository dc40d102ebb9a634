# `make` lists what there is to make. ARGS are passed on: make run ARGS="PER COL"
.DEFAULT_GOAL := help
.PHONY: help run test bench screenshots data lock format clean

PYTHON ?= python3
ARGS ?=

# Set-up is done by .venv's own Python once it is there, and by PYTHON before that or when one is
# named. -S: the script needs nothing but the standard library, and starts sooner without site.
ifeq ($(origin PYTHON),file)
  SETUP_PYTHON := $(shell test -x .venv/bin/python && echo .venv/bin/python || echo $(PYTHON))
else
  SETUP_PYTHON := $(PYTHON)
endif
SETUP := $(SETUP_PYTHON) -S packaging/setup_env.py

help: ## list the targets
	@echo 'make TARGET, with one of:'
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1\t\2/p' Makefile | while read -r name what; do \
	  printf '  %-12s %s\n' "$$name" "$$what"; done

run: ## open the window; ARGS="PER COL --edition 2023"
	@$(SETUP) run $(ARGS)

test: ## every check, in turn: lint, format, types, imports, tests; ARGS go to pytest
	@$(SETUP) test $(ARGS)

bench: ## measure start-up, switching and memory against floors
	@$(SETUP) env
	@.venv/bin/python -m bench $(ARGS)

screenshots: ## draw the pictures of the README and the guide
	@$(SETUP) env
	@.venv/bin/python packaging/screenshots.py $(ARGS)

data: ## rebuild data/ from the sources
	@$(SETUP) env
	@.venv/bin/python packaging/build_data.py $(ARGS)
	@.venv/bin/python packaging/build_docs.py

lock: ## resolve the dependencies anew; ARGS=--upgrade for newer versions
	@$(SETUP) lock $(ARGS)

format: ## put the code into its form, and mend what ruff can mend
	@$(SETUP) env --dev
	@.venv/bin/ruff format .
	@.venv/bin/ruff check --fix .

clean: ## remove .venv and all that was made
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache \
	  .coverage .coverage.* htmlcov
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# CCM Desk. `make` alone explains itself. Needs Python 3.11 to 3.14, make and a shell; the rest is set up here.

.DEFAULT_GOAL := help
.PHONY: help setup run test check format screenshots bench locks clean

python := .venv/bin/python
# Only Linux can be without a screen and still run make.
display := $(if $(filter Linux,$(shell uname)),$(DISPLAY)$(WAYLAND_DISPLAY),screen)

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

# Each stamp is as old as the last set-up; nothing is run again while the lists have not changed.
.venv/.ready-run: packaging/requirements.lock pyproject.toml
	@sh packaging/set_up.sh run
	@touch $@

.venv/.ready-dev: packaging/requirements-dev.lock pyproject.toml
	@sh packaging/set_up.sh dev
	@touch $@ .venv/.ready-run

.venv/.libraries-%: packaging/system_libraries.py | .venv/.ready-run
	@$(python) packaging/system_libraries.py $*
	@touch $@

setup: .venv/.ready-dev .venv/.libraries-screenless .venv/.libraries-tests ## Set up everything for tests and checks

ifeq ($(display),)
run: .venv/.ready-run .venv/.libraries-advise ## Open the window; without a display, build the sample dossier
	@echo "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so the window cannot open;"
	@echo "the sample dossier is built without it."
	@$(python) -m ccmdesk demo --out build/demo
else
run: .venv/.ready-run .venv/.libraries-window
	@exec $(python) -m ccmdesk
endif

test: setup ## Run the whole test suite, the window's tests included, without a screen
	@QT_QPA_PLATFORM=offscreen $(python) -m pytest

check: setup ## Check format, lint, types and import contracts
	@$(python) -m ruff format --check .
	@$(python) -m ruff check .
	@$(python) -m mypy
	@$(python) -c 'from importlinter.cli import lint_imports_command; lint_imports_command()'

format: setup ## Format the code and mend what ruff can mend
	@$(python) -m ruff format .
	@$(python) -m ruff check --fix .

screenshots: setup ## Drive the real window and write the README's pictures
	@QT_QPA_PLATFORM=offscreen $(python) packaging/screenshots.py

# Peers that cannot be had are left out, and the bench says so.
build/bench-venv/.ready: packaging/requirements-bench.lock | .venv/.ready-dev
	@sh packaging/set_up.sh bench && touch $@ || echo "The peers could not be installed."

bench: setup build/bench-venv/.ready .venv/.libraries-bench ## Measure start-up, memory and speed, as ratios within one run
	@$(python) -m tests.bench.run
	@$(python) -m tests.bench.preview
	@$(python) -m tests.bench.register_page
	@$(python) -m tests.bench.papers
	@$(python) -m tests.bench.duties
	@$(python) -m tests.bench.remind

locks: .venv/.ready-run ## Renew the lock files (UPGRADE=1 takes newer versions)
	@PYTHON=$(python) sh packaging/renew_locks.sh $(if $(UPGRADE),--upgrade)

clean: ## Remove the environment and everything built
	@rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

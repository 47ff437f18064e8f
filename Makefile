# Everything a checkout needs: Python 3.11 or later, make, and a package registry.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# The Python that is here is used; none is fetched.
export UV_PYTHON_DOWNLOADS := never
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Compiled modules are kept: without them every process would compile a thousand files anew.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help install install-dev run demo test bench faults faults-long check messages lighthouse screens format lock clean

help: ## list these commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /make \1	/' | expand -t 20

install: $(VENV)/.installed ## make .venv and install what running needs
install-dev: $(VENV)/.installed-dev

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Brownout needs Python 3.11 or later, and '$(PYTHON)' is not: install one, then name it: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo "'$(PYTHON)' cannot make virtual environments: apt-get install $$($(PYTHON) -c 'import sys; print("python3.%d-venv" % sys.version_info.minor)') (or your system's package of that kind)" >&2; exit 1; }
	@$(BIN)/python -c '' 2>/dev/null || $(PYTHON) -m venv --clear $(VENV)
	@$(BIN)/python -m pip install --quiet 'uv~=0.13'
	@touch $@

# uv installs in seconds what takes pip minutes; pip is asked where uv finds no way to the registry.
$(VENV)/.installed: $(VENV)/.made requirements.txt
	@echo "Installing what Brownout needs"
	@$(BIN)/uv pip install --quiet --python $(BIN)/python -r requirements.txt \
	  || $(BIN)/python -m pip install --quiet -r requirements.txt
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.txt
	@echo "Installing what tests and checks need"
	@$(BIN)/uv pip install --quiet --python $(BIN)/python -r requirements-dev.txt \
	  || $(BIN)/python -m pip install --quiet -r requirements-dev.txt
	@touch $@

run: install ## run an instance until Ctrl-C (PORT, DATABASE_URL and REDIS_URL are heeded)
	@exec $(BIN)/python manage.py run

demo: install ## play a simulated outage in a scratch instance, until Ctrl-C
	@exec $(BIN)/python manage.py demo

test: install-dev ## run every test, on SQLite and on PostgreSQL
	@exec $(BIN)/python -m tests.both_databases

# One thread: what others do at the same time must not count as time of ours.
BENCHMARKS := detection_step daily_fit tick

bench: install-dev ## measure detection, the daily fit and the tick; a line of JSON each
	@for one in $(BENCHMARKS); do OPENBLAS_NUM_THREADS=1 $(BIN)/python -m tests.benchmarks.$$one || exit 1; done

# Which databases, and when Valkey writes to disk: DATABASES=sqlite FSYNC=always
DATABASES ?= postgresql sqlite
FSYNC ?= always
FAULTS = $(BIN)/python -m tests.faults --fsync $(FSYNC) $(DATABASES:%=--database %)

faults: install-dev ## kill, freeze and fill each part of a running instance; look up every 202
	@exec $(FAULTS)

faults-long: install-dev ## the same with outages of 2 and of 10 minutes
	@exec $(FAULTS) --long

check: install-dev ## format, lint, types, walls, migrations, settings, templates, documents, links, translations
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python manage.py check --fail-level WARNING
	SECURE_COOKIES=1 $(BIN)/python manage.py check --deploy --tag security --fail-level WARNING
	$(BIN)/djlint --quiet --lint outages/templates reports/templates
	$(BIN)/python -m tests.check_docs
	$(BIN)/python -m tests.check_links
	$(BIN)/python -m tests.messages check

screens: install-dev ## take the screenshots of docs/screens (simulated reports; needs Chromium)
	@exec $(BIN)/python manage.py screens

lighthouse: install-dev ## judge four pages as Lighthouse does on a phone (needs Chromium and Node.js)
	@exec $(BIN)/python -m tests.benchmarks.lighthouse

messages: install-dev ## bring the translations up to date with the code; list what is missing
	@exec $(BIN)/python -m tests.messages renew

format: install-dev ## put the code into its form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --custom-compile-command 'make lock'
lock: install ## compile requirements.txt and requirements-dev.txt anew
	$(LOCK) requirements.in -o requirements.txt
	$(LOCK) requirements-dev.in -o requirements-dev.txt

clean: ## delete what these commands have made, except an instance's data (var)
	rm -rf $(VENV) staticfiles .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

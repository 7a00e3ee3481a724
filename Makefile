# Needs Python 3.11 or later, pip and make; everything is installed into .venv.

PYTHON ?= python3
MINUTES ?= 10
SEED ?= $(shell date +%s)
BIN := .venv/bin
SOURCES := $(shell find src -name '*.py')
comma := ,

.PHONY: help demo check test attacks fuzz oracle opinions waves sweep letters bench docs clean

help:
	@echo "make demo     install into .venv and run the examples"
	@echo "make check    install what tests need, run the checks and a quick part of the tests"
	@echo "make test     install what tests need, run every check and every test"
	@echo "make attacks  run the attack cases against the command line"
	@echo "make fuzz     look for inputs that break a promise, for MINUTES=10"
	@echo "make opinions plant wrong least and greatest values, which the second opinion has to refute"
	@echo "make oracle   judge answers to random questions, for MINUTES=10, from SEED on"
	@echo "make waves    compare rows without end of random waves with values, for MINUTES=10, from SEED on"
	@echo "make sweep    ask every function in every command; takes an hour of one core"
	@echo "make letters  ask tables of test rows with a letter for a number, and of random families, judge at numbers; an hour"
	@echo "make bench    measure what the README says about speed, name what got slower"
	@echo "make docs     write anew what is generated: index of functions, rules, schema, completions, man page, sessions, pictures, table of speed"

.venv/.installed: pyproject.toml $(SOURCES)
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check .
	@touch $@

.venv/.tools: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --editable ".[dev]"
	@touch $@ .venv/.installed

define RUN
@printf '\n$$ %s\n' '$(1)'
@PATH="$(CURDIR)/$(BIN):$$PATH"; $(1); test $$? -eq $(2)

endef

demo: .venv/.installed
	$(call RUN,calctool diff "1/(1+exp(-x))",0)
	$(call RUN,calctool diff "w1*x1+w2*x2+b" --wrt x1$(comma)w1$(comma)b,0)
	$(call RUN,calctool limit-def "(2-y)^2",0)
	$(call RUN,calctool table "3*x**4-4*x**3-12*x**2+32" --plot,0)
	$(call RUN,calctool critical "x^2+y^2",0)
	$(call RUN,calctool lagrange "x+y" --subject-to "x**2+y**2=1",0)
	$(call RUN,calctool diff "1/(1+sigm(-x))",2)

QUICK := algebraic cli domain errors field forms house meant parser present printers question rules \
	text tidy verify wire

define CHECKED
$(BIN)/ruff check
$(BIN)/ruff format --check
$(BIN)/mypy
$(BIN)/lint-imports
endef

check: .venv/.tools
	$(CHECKED)
	$(BIN)/pytest --numprocesses auto $(QUICK:%=tests/test_%.py)

test: .venv/.tools
	$(CHECKED)
	$(BIN)/pytest --numprocesses auto

attacks: .venv/.tools
	cd tests && ../$(BIN)/python -m attacks.run

fuzz: .venv/.tools
	cd tests && ../$(BIN)/python -m fuzz.run --minutes $(MINUTES)

oracle: .venv/.tools
	cd tests && ../$(BIN)/python -m oracle.run --minutes $(MINUTES) --seed $(SEED)

opinions: .venv/.tools
	cd tests && ../$(BIN)/python -m opinions.run --minutes $(MINUTES) --seed $(SEED)

waves: .venv/.tools
	cd tests && ../$(BIN)/python -m waves_contract --minutes $(MINUTES) --seed $(SEED)

sweep: .venv/.tools
	cd tests && ../$(BIN)/python -m oracle.every_function

letters: .venv/.tools
	cd tests && ../$(BIN)/python -m letters_for_numbers
	cd tests && ../$(BIN)/python -m random_families 200
	cd tests && ../$(BIN)/python -m random_optima critical 100
	cd tests && ../$(BIN)/python -m random_optima lagrange 100

bench: .venv/.tools
	$(BIN)/python benchmarks/run.py $(ONLY)

docs: .venv/.tools
	$(BIN)/python benchmarks/readme.py
	$(BIN)/python docs/write_index.py
	$(BIN)/calctool rules --format markdown --output docs/rules.md
	$(BIN)/calctool schema --output docs/answer.schema.json
	$(BIN)/python completions/generate
	$(BIN)/python docs/fill_sessions.py
	$(BIN)/python docs/draw_pictures.py

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# What people type. Everything is made inside this folder and nothing is asked.
#   make demo     a demonstration paper, served on 127.0.0.1 (PORT=8000)
#   make install  set up .venv, with the command rotative in .venv/bin
#   make check    linters and the quick tests, about a minute
#   make test     everything, browser and slow tests too
#   make soak     the press's histories and faults, at length (hours)
#   make lock     compile requirements/*.txt again from pyproject.toml (needs uv)
#   make messages bring the French catalogue up to the program (needs gettext)
#   make clean    remove what was made, the demonstration paper too

PORT ?= 8000
WORKERS ?= $(shell nproc 2>/dev/null || echo 2)
BIN := .venv/bin
COMPILE := uv pip compile --quiet --generate-hashes --no-emit-index-url --universal -p 3.11

# Compiled files are kept whatever the environment says: every start is then quick.
unexport PYTHONDONTWRITEBYTECODE
export PYTHONUTF8 := 1

.PHONY: help install demo check test soak lint system lock messages clean
.DEFAULT_GOAL := help

help:
	@sed -n '2,10s/^# *//p' Makefile

install:
	@sh tools/install.sh run
	@echo "The command is $(BIN)/rotative."

demo:
	@sh tools/install.sh run
	@exec $(BIN)/python -m rotative.project.command demo --folder var/demo --port "$(PORT)"

check: lint
	@echo "Tests (neither browser nor slow)."
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup -m "not browser and not slow"

test: system lint
	@echo "Every test."
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup

soak: system
	@sh tools/install.sh test
	@SOAK=1 SOAK_STEPS=10000 $(BIN)/python -m pytest tests/press/test_any_history.py tests/press/test_faults.py tests/press/test_two_nodes.py

system:
	@sh tools/system.sh

lint:
	@sh tools/install.sh test
	@echo "ruff"; $(BIN)/ruff check --quiet .
	@echo "djade"; find src -name '*.html' -print0 | xargs -0 $(BIN)/djade --target-version 5.2 --check
	@echo "djlint"; $(BIN)/djlint --quiet --lint src
	@echo "lint-imports"; $(BIN)/lint-imports --no-cache >.import-linter.out 2>&1 || { cat .import-linter.out; rm -f .import-linter.out; exit 1; }; rm -f .import-linter.out
	@echo "mypy"; $(BIN)/mypy --no-error-summary

lock:
	$(COMPILE) pyproject.toml -o requirements/run.txt
	$(COMPILE) pyproject.toml --group test --group check -o requirements/test.txt
	$(COMPILE) requirements/build.in -o requirements/build.txt

messages:
	@sh tools/install.sh test
	@$(BIN)/python tools/messages.py

clean:
	rm -rf .venv var .cache build .pytest_cache .mypy_cache .ruff_cache .hypothesis

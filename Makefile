# Needs python3 (3.11 or newer, with venv) and make; everything else goes into .venv.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/installed

SECONDS ?= 60

.PHONY: install run test check fuzz recipes format lock bench bench-batch train clean

install: $(STAMP)

$(STAMP): requirements/dev.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

run: install ## samples/ -> output/
	$(BIN)/bodojaryo run samples -o output

test: install
	$(BIN)/python -m pytest -n 2

check: install ## lint, format, types, import rules
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fuzz: install ## SECONDS of coverage-guided fuzzing, where atheris has a wheel; inputs of faults in output/
	$(BIN)/python -m tests.fuzz.atheris_round $(SECONDS) output

format: install
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: ## rewrite requirements/*.txt from pyproject.toml (needs uv on the path)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header pyproject.toml -o requirements/run.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --group dev --constraint requirements/run.txt --no-emit-find-links pyproject.toml requirements/build.in -o requirements/dev.txt

	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --group bench --constraint requirements/dev.txt --no-emit-find-links pyproject.toml -o requirements/bench.txt

	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-strip-extras --no-emit-index-url --no-annotate --no-header --no-emit-find-links requirements/recipes.in -o requirements/recipes.txt

recipes: install ## docs/recipes.md against the tools that it tells of, which go into .venv/recipes
	test -x .venv/recipes/bin/python || $(PYTHON) -m venv .venv/recipes
	.venv/recipes/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/recipes.txt
	PATH="$(CURDIR)/.venv/recipes/bin:$(CURDIR)/.venv/bin:$$PATH" $(BIN)/python -m pytest tests/sinks/test_recipes.py

bench-batch: install ## what a batch costs and survives
	$(BIN)/python -m bench.batch
	$(BIN)/python -m bench.survive

bench: install ## measured costs against the libraries that one would use otherwise -> bench/results.md
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	$(BIN)/python -m bench.costs

CORPORA := $(addprefix $(BODOJARYO_CORPUS)/,seeds corpus/authored corpus/real)
JUDGES := train_schedules train_budgets

train: install ## fit the two judges anew; the corpora count twice as much as the wild releases
	rm -rf output/labelled && $(BIN)/python -m bench.wild output/labelled
	for judge in $(JUDGES); do $(BIN)/python -m bench.$$judge $(CORPORA) $(CORPORA) output/labelled/seen --write || exit 1; done

clean:
	rm -rf .venv output/* .pytest_cache .mypy_cache .ruff_cache

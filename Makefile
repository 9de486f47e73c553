# make demo: set up and read a sample report. make test: set up and run every test.
PYTHON ?= $(shell command -v python3.12 || command -v python3)
VENV := .venv
PY := $(VENV)/bin/python
SAMPLE := corpus/reports/a-harbour-visit.txt
READY := $(VENV)/.ready

.PHONY: demo test lint lock bench bench-accuracy encoder picture readme clean

demo: $(READY)
	$(VENV)/bin/reportedly read $(SAMPLE)

test: $(READY)
	$(PY) -m pytest -n 2 --dist loadfile

$(READY): requirements.txt pyproject.toml hatch_build.py
	$(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

lint: $(READY)
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(VENV)/bin/lint-imports

lock:
	uv pip compile --quiet --universal --python-version 3.12 --generate-hashes --no-emit-index-url --group dev pyproject.toml -o requirements.txt

bench: $(READY)
	$(PY) -m bench.speed
	$(PY) -m bench.formats

bench-accuracy: $(READY)
	$(PY) -m bench.accuracy

# The learned parts anew, from the annotated sets in GOLD (training/README.md); needs Python 3.11 for PyTorch.
encoder: $(READY)
	bash training/encoder/run.sh $(GOLD)

picture: $(READY)
	$(PY) docs/picture.py

readme: $(READY)
	$(PY) docs/readme_output.py

clean:
	rm -rf $(VENV) build dist src/reportedly/knowledge/gazetteer.sqlite

# Six words: install run test lint bench serve. See README.md and docs/configuration.md.
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed-dev
RUN_STAMP := $(VENV)/.installed-base
NU := $(VENV)/nu/.installed
NPM := npm --silent --no-audit --no-fund --ignore-scripts --fetch-retries=0
export PYTHONUNBUFFERED = 1

.PHONY: install run serve test test-sqlite test-postgres lint bench lighthouse messages lock

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed. On Debian: apt-get install python3.11-venv"; exit 2; }
	@$(PYTHON) -m venv $(VENV) \
		|| { echo "The venv module is missing. On Debian: apt-get install python3-venv"; exit 2; }

$(RUN_STAMP): requirements/base.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

$(STAMP): requirements/dev.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@ $(RUN_STAMP)

install: $(STAMP)

run: $(RUN_STAMP)
	@DJANGO_SETTINGS_MODULE=config.settings.local $(BIN)/python -m config.start --port $(PORT)

serve: $(RUN_STAMP)
	@DJANGO_SETTINGS_MODULE=config.settings.production $(BIN)/python -m config.start --port $(PORT) --production

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/djade --target-version 5.2 --check $$(git ls-files 'templates/*.html')
	DJANGO_SETTINGS_MODULE=config.settings.test $(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python -m tests.check_translations

# The HTML checker is one file from npm. Without npm or the net its test is left out, and says so.
$(NU): tests/nu/package-lock.json | $(BIN)/python
	@mkdir -p $(@D) && cp tests/nu/package*.json $(@D)
	@if command -v npm >/dev/null && (cd $(@D) && $(NPM) ci); then touch $@; fi

test: $(STAMP) $(NU)
	$(BIN)/python -m tests.run

bench: $(STAMP)
	$(BIN)/python -m tests.bench

# Developers' own: before a release, after a text changed, after requirements/*.in changed.
lighthouse: $(STAMP)
	$(BIN)/python -m tests.lighthouse

messages: $(STAMP)
	$(BIN)/python -m tests.check_translations --write

lock: $(STAMP)
	$(BIN)/python -m pip install --quiet pip-tools
	for part in base dev; do $(BIN)/pip-compile --quiet --generate-hashes --no-emit-index-url \
		--no-emit-trusted-host --no-emit-find-links --strip-extras --no-header \
		-o requirements/$$part.txt requirements/$$part.in; done

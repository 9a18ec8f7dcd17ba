# Every recipe is one plain command, so that it can also be typed where there is no make:
# on Windows, write .venv\Scripts\ instead of .venv/bin/.

PYTHON ?= python3
BIN := .venv/bin
# The register that the report is made of; another: make rapport REGISTER=data/kommuner/fjelldal/2028-2031
REGISTER ?= data/kommuner/ostre-toten/2024-2027

.DEFAULT_GOAL := hjelp
.PHONY: hjelp rapport test testverktoy alle lab notatbok data benchmark paakjenning lock

hjelp: ## viser denne listen
	@echo 'Bruk: make rapport    eller    make test'
	@echo
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20

rapport: .venv/ferdig ## lager rapporten i mappen rapport/
	$(BIN)/planstrategi rapport $(REGISTER)

# The first pytest leaves nbval out: loading it takes two seconds and only the notebooks need it. It uses every
# processor, a file of tests on one of them; the notebooks go one by one, or two kernels may pick the same port.
test: .venv/ferdig ## kontrollerer koden, testene og alle notatbøkene
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pytest -p no:nbval -n auto --dist loadfile
	$(BIN)/pytest --nbval --nbval-current-env notebooks

# Without them some tests are skipped, and say so; the tests themselves need no more than this.
testverktoy: ## installerer nettleseren og LibreOffice, som testene åpner filene med (Debian, som root)
	apt-get install --yes --no-install-recommends chromium libreoffice-writer-nogui libreoffice-calc-nogui libreoffice-impress-nogui poppler-utils fonts-crosextra-carlito

# What `make test` does for a few registers and commands; in one process, or two kernels may pick the same port.
alle: .venv/ferdig ## kjører alle tabeller, figurer, notatbøker og rapporten for alle registre
	$(BIN)/pytest -p no:nbval -m alle

lab: .venv/ferdig ## åpner notatbøkene i JupyterLab
	$(BIN)/planstrategi lab

# Without the timings, and with what a cell prints in one piece, running a notebook again leaves the file as it was.
notatbok: .venv/ferdig ## kjører alle notatbøkene på nytt og lagrer resultatene
	$(BIN)/jupyter nbconvert --to notebook --execute --inplace --ExecutePreprocessor.record_timing=False --ExecutePreprocessor.coalesce_streams=True notebooks/*.ipynb
	$(BIN)/planstrategi figur kapasitet $(REGISTER) -o notebooks/bilder/kapasitet.svg --overskriv

data: .venv/ferdig ## skriver JSON-skjemaene og data/README.md på nytt
	$(BIN)/python -m planstrategi.reference.generate

benchmark: .venv/ferdig ## måler hvor raskt planstrategi er
	$(BIN)/python benchmarks/run.py

# Takes an hour or so; the tests run a small sample of each. FRO=2 is other damage and other moments.
paakjenning: .venv/ferdig ## prøver skadde filer, og kommandoer som avbrytes, mange tusen ganger
	$(BIN)/python -m tests.hostile --fro $(or $(FRO),1)
	$(BIN)/python -m tests.hostile.interrupted --fro $(or $(FRO),1)

# Keeps the locked versions that still fit pyproject.toml; OPPGRADER=--upgrade takes the newest of all.
# environment.yml is then changed by hand, and the tests say what is missing there.
lock: .venv/ferdig ## låser pakkeversjonene (alle nye: make lock OPPGRADER=--upgrade)
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --custom-compile-command 'make lock' $(OPPGRADER) --group dev pyproject.toml --output-file requirements.lock

# The packages take half a minute, the package itself some seconds: two stamps, so that a change in
# pyproject.toml does not install everything again. --clear removes what a broken or older attempt left.
.venv/pakker: requirements.lock
	@$(PYTHON) -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo 'Planstrategi trenger Python 3.11 eller nyere, med venv. Velg en annen Python slik: make PYTHON=python3.12 rapport' >&2; exit 1; }
	@echo 'Installerer pakkene i .venv. Det skjer én gang og tar omtrent et minutt.'
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	@touch $@

.venv/ferdig: .venv/pakker pyproject.toml
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --no-index -e .
	@touch $@

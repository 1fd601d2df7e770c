# One command each; nothing has to be installed before but Python 3.11 or later, git and make.
#
#   make site    build both editions
#   make serve   the staff edition with live reload, at http://127.0.0.1:8000
#   make test    everything that must hold before a change is taken
#   make lint    the part of it that only reads the code
#   make forges  publishes a small project on GitHub and GitLab, good and bad, and shows what came of it
#   make proof   20,000 projects made by chance, new ones each time: what must hold of every project
#   make mutants  changes one thing in the code, 240 times, and sees that a test notices
#   make versions  the tests that need no browser, under each Python there is, with the lowest and the newest versions
#   make bench   how long large portfolios take, beside bare MkDocs with the same content
#   make bench-peers   the same beside sphinx-needs, StrictDoc and Doorstop
#   make templates   after a change of a template: its version and sum, for those who copied it
#   make update  take the newest versions of everything that is used into both locks; then make test
#   make audit   the licences of all that the sites are built with, and its known holes
#   make clean   delete what was built, and the environment

PYTHON ?= python3
# `make NEWEST=1 test` takes what is newest instead of what the locks name, to see what the world has changed: each time
# anew, and in an environment of its own, so that a plain `make test` has the locks' versions before it and after it.
VENV := $(if $(NEWEST),.cache/newest,.venv)
RUN := $(VENV)/bin

# Material announces the end of MkDocs 1 at every start; CONTRIBUTING.md says what we do about it.
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# What Python compiled is kept, also where the machine says otherwise: each command then starts a third of a second sooner.
export PYTHONDONTWRITEBYTECODE :=

SITE_READY := $(VENV)/.ready-for-site
TEST_READY := $(VENV)/.ready-for-test
BENCH_READY := $(VENV)/.ready-for-bench
PEERS := .cache/bench-peers
MUTANTS := .cache/mutants-environment

# Every version and sum of what the sites need, which `action-plans init` gives to each project, and of what tests need
# besides; in both, what this program itself is built with, so that nothing is fetched that they do not name.
LOCK := docs_templates/starter/requirements.lock
TEST_LOCK := requirements-test.lock
BUILT_WITH = $(RUN)/python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["build-system"]["requires"], sep="\n")'
COMPILE = $(BUILT_WITH) | $(RUN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-annotate --no-header pyproject.toml -
INSTALL := $(RUN)/python -m pip install --quiet
NEWEST_OF = $(INSTALL) --upgrade --upgrade-strategy eager

VALIDATOR := .cache/html-validate-10.17.0
FONTS := .cache/dejavu-fonts-ttf-2.37.3
GITLAB := .cache/gitlab-ci-local-4.75.1

# The first Chromium there is: $CHROMIUM, else one on the PATH.
FIND_CHROMIUM := for each in "$$CHROMIUM" chromium chromium-browser google-chrome google-chrome-stable; do \
	command -v "$$each" && break; done

# The first LibreOffice there is: $SOFFICE, else one on the PATH.
FIND_SOFFICE := for each in "$$SOFFICE" soffice libreoffice; do command -v "$$each" && break; done

.DEFAULT_GOAL := site
.PHONY: site serve test lint proof mutants versions forges bench bench-peers templates update audit clean browser spreadsheets \
  server web-servers
.DELETE_ON_ERROR:

site: $(SITE_READY)
	$(RUN)/mkdocs build --strict
	@echo
	@echo "Built, both from the same files:"
	@echo "  for staff and inspectors  $(CURDIR)/site/index.html"
	@echo "  for families              $(CURDIR)/site-family/index.html"

serve: $(SITE_READY)
	$(RUN)/mkdocs serve

# mypy runs beside the tests, since it needs one core and they wait now and then; either fails the whole.
test: $(TEST_READY) browser spreadsheets server web-servers $(VALIDATOR)/ready $(FONTS)/ready $(GITLAB)/ready
	$(RUN)/ruff check .
	$(RUN)/ruff format --check .
	@$(RUN)/mypy & types=$$!; \
	CHROMIUM="$$($(FIND_CHROMIUM))" SOFFICE="$$($(FIND_SOFFICE))" $(RUN)/python -m pytest -n 2 --dist loadgroup; \
	tests=$$?; wait $$types && exit $$tests

lint: $(TEST_READY)
	$(RUN)/ruff check .
	$(RUN)/ruff format --check .
	$(RUN)/mypy

# Other projects each time; the seed is printed, and `make proof SEED=that` makes the same ones again. About an hour.
EXAMPLES ?= 20000

proof: $(TEST_READY)
	@seed="$(or $(SEED),$$(od -An -N4 -tu4 /dev/urandom | tr -d ' '))"; echo "$(EXAMPLES) projects with SEED=$$seed"; \
	PROOF_PROFILE=proof PROOF_EXAMPLES=$(EXAMPLES) $(RUN)/python -m pytest -n 3 --dist worksteal tests/proof --hypothesis-seed="$$seed"

# `make mutants ONLY=tracing/risks SAMPLE=30` tries fewer. The programs are in an environment of their own.
mutants: $(MUTANTS)/ready
	$(MUTANTS)/bin/python -m scripts.mutants $(if $(SAMPLE),--sample $(SAMPLE)) $(if $(ONLY),--only $(ONLY))

# `make versions ONLY="3.11 lowest"` tries one of them.
versions: | $(RUN)/python
	$(INSTALL) --editable '.[update]'
	$(RUN)/python scripts/try_versions.py $(ONLY)

forges: $(TEST_READY) server $(GITLAB)/ready
	$(RUN)/python -m tests.forges.table

bench: $(BENCH_READY)
	$(RUN)/python benchmarks/run.py

# Other programs that trace requirements, on the same findings, actions and evidence; in an environment of their own.
bench-peers: $(BENCH_READY) $(PEERS)/ready
	$(RUN)/python benchmarks/peers.py --environment $(PEERS)

templates: $(SITE_READY)
	$(RUN)/python scripts/record_templates.py

update: | $(RUN)/python
	$(INSTALL) --editable '.[update]'
	@echo "# What the sites are built with, each with the sums of its files. Made with the release; pip holds to it." > $(VENV)/sites.lock
	$(COMPILE) >> $(VENV)/sites.lock
	@echo "# What the tests need, and the sites. Made by make update; pip holds to it." > $(VENV)/tests.lock
	$(COMPILE) --extra test >> $(VENV)/tests.lock
	mv $(VENV)/sites.lock $(LOCK)
	mv $(VENV)/tests.lock $(TEST_LOCK)

# Each licence is one that MIT can live with, or this ends badly; so it does where a version in the lock has a known hole,
# and where that could not be asked. Both are told each time. The programs that look are in an environment of their own,
# apart from what they look at.
audit:
	$(PYTHON) -m venv --clear .cache/audit/sites
	$(PYTHON) -m venv --clear .cache/audit/programs
	.cache/audit/sites/bin/python -m pip install --quiet --require-hashes --requirement $(LOCK)
	.cache/audit/programs/bin/python -m pip install --quiet pip-audit pip-licenses
	@.cache/audit/programs/bin/pip-licenses --python .cache/audit/sites/bin/python --from mixed --order license \
	  --partial-match --fail-on "GPL;General Public" \
	  --allow-only "MIT;BSD;Apache;ISC;Python Software Foundation;PSF;Mozilla Public License;MPL"; licences=$$?; \
	$(PYTHON) scripts/ask_for_holes.py .cache/audit/programs/bin/pip-audit $(LOCK) && exit $$licences

clean:
	rm -rf $(VENV) site site-family dist build .cache .mypy_cache .pytest_cache .ruff_cache

# Debian's package, where there is no browser yet. Ubuntu's package of that name starts a snap: install Chrome there.
browser:
	@if [ -z "$$($(FIND_CHROMIUM))" ]; then \
	  echo "There is no Chromium: installing Debian's. Set CHROMIUM to use another."; \
	  if command -v apt-get >/dev/null; then \
	    as_root=; if [ "$$(id -u)" != 0 ]; then as_root=sudo; fi; \
	    $$as_root apt-get update -q && $$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends chromium; \
	  else \
	    echo "Install Chromium or Chrome, or set CHROMIUM to its path, and start again."; exit 1; \
	  fi; \
	fi

# The web servers whose settings help gives to copy. The tests start them, each for a second, for themselves alone. On a
# machine of a person's own they would be started with it from then on, so there they are only asked for; elsewhere a note
# lies where Debian looks for it, while it installs them, that nothing is to be started.
web-servers:
	@missing=; for each in nginx caddy apache2; do \
	  PATH="$$PATH:/usr/sbin" command -v $$each >/dev/null || missing="$$missing $$each"; done; \
	if [ "$$missing" = " apache2" ] && command -v httpd >/dev/null; then missing=; fi; \
	if [ -n "$$missing" ]; then \
	  if command -v apt-get >/dev/null && { [ -n "$$CI" ] || [ ! -d /run/systemd/system ]; }; then \
	    echo "Missing, and installed from Debian:$$missing."; \
	    as_root=; if [ "$$(id -u)" != 0 ]; then as_root=sudo; fi; \
	    if [ ! -e /usr/sbin/policy-rc.d ]; then \
	      trap '$$as_root rm -f /usr/sbin/policy-rc.d' EXIT; \
	      printf '#!/bin/sh\nexit 101\n' | $$as_root tee /usr/sbin/policy-rc.d >/dev/null; $$as_root chmod 755 /usr/sbin/policy-rc.d; \
	    fi; \
	    $$as_root apt-get update -q && $$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends nginx-light caddy apache2-bin; \
	  else \
	    echo "Missing:$$missing. Install nginx, Caddy and Apache (on Debian: nginx-light caddy apache2-bin), turn their services off if you do not want them, and start again."; exit 1; \
	  fi; \
	fi

# LibreOffice, where there is none yet: the tests open in it what people open in Excel and in Word. Debian's comes in parts.
spreadsheets:
	@found="$$($(FIND_SOFFICE))"; \
	if [ -n "$$found" ]; then found="$$(readlink -f "$$found" || echo "$$found")"; fi; \
	case "$$found" in \
	  /usr/lib/libreoffice/*) if [ ! -e /usr/lib/libreoffice/program/libswlo.so ]; then found=; fi;; \
	esac; \
	if [ -z "$$found" ]; then \
	  echo "There is no LibreOffice, or a part of it is missing: installing Debian's. Set SOFFICE to use another."; \
	  if command -v apt-get >/dev/null; then \
	    as_root=; if [ "$$(id -u)" != 0 ]; then as_root=sudo; fi; \
	    $$as_root apt-get update -q && $$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends libreoffice-calc libreoffice-writer; \
	  else \
	    echo "Install LibreOffice, or set SOFFICE to its path, and start again."; exit 1; \
	  fi; \
	fi

# A server to copy the staff edition to, where there is none yet: the tests start it on this machine, for themselves alone.
# Installing it on a machine of a person's own would let others in from then on, so there it is only asked for.
server:
	@if ! command -v rsync >/dev/null || ! PATH="$$PATH:/usr/sbin" command -v sshd >/dev/null; then \
	  if command -v apt-get >/dev/null && [ ! -d /run/systemd/system ]; then \
	    echo "There is no rsync or no sshd: installing Debian's."; \
	    as_root=; if [ "$$(id -u)" != 0 ]; then as_root=sudo; fi; \
	    $$as_root apt-get update -q && $$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends rsync openssh-client openssh-server; \
	  else \
	    echo "There is no rsync or no sshd: install rsync and OpenSSH's server, turn its service off if you do not want it, and start again."; exit 1; \
	  fi; \
	fi

ifeq ($(NEWEST),)
# Installed again only when pyproject.toml or a lock has changed.
$(SITE_READY): pyproject.toml $(LOCK) | $(RUN)/python
	$(INSTALL) --require-hashes --requirement $(LOCK)
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(TEST_READY): pyproject.toml $(LOCK) $(TEST_LOCK) | $(RUN)/python
	$(INSTALL) --require-hashes --requirement $(TEST_LOCK)
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@ $(SITE_READY)
else
$(SITE_READY): newest | $(RUN)/python
	$(NEWEST_OF) $$($(BUILT_WITH)) --editable .
	@touch $@

$(TEST_READY): newest | $(RUN)/python
	$(NEWEST_OF) $$($(BUILT_WITH)) --editable '.[test]'
	@touch $@ $(SITE_READY)
	@$(RUN)/python scripts/compare_with_lock.py $(TEST_LOCK)

.PHONY: newest
newest:
endif

$(BENCH_READY): pyproject.toml | $(SITE_READY)
	$(INSTALL) --editable '.[bench]'
	@touch $@

$(PEERS)/ready: benchmarks/peers.txt | $(RUN)/python
	$(PYTHON) -m venv $(PEERS)
	$(PEERS)/bin/python -m pip install --quiet --requirement benchmarks/peers.txt
	@touch $@

$(MUTANTS)/ready: pyproject.toml $(TEST_LOCK)
	$(PYTHON) -m venv --clear $(MUTANTS)
	$(MUTANTS)/bin/python -m pip install --quiet --require-hashes --requirement $(TEST_LOCK)
	$(MUTANTS)/bin/python -m pip install --quiet --editable '.[mutants]'
	@touch $@

# From npm, into folders whose names are their versions. html-validate says whether pages are valid HTML;
# tests/family/test_family_html.py runs it. The DejaVu fonts are the widest that people usually have: the browser tests
# look at every page in them, whatever fonts the machine has, since what fits in these fits in all (tests/browser/fonts.py).
# gitlab-ci-local reads .gitlab-ci.yml as GitLab does (tests/forges/gitlab.py).
$(VALIDATOR)/ready $(FONTS)/ready $(GITLAB)/ready: | $(TEST_READY)
	PATH="$(CURDIR)/$(RUN):$$PATH" npm install --silent --prefix $(@D) --no-package-lock --no-audit --no-fund --ignore-scripts \
	  $(shell echo $(notdir $(@D)) | sed 's/-\([0-9.]*\)$$/@\1/')
	@touch $@

$(RUN)/python:
	@command -v $(PYTHON) >/dev/null || { echo "There is no $(PYTHON): install Python 3.11 or later, or say where it is: make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(PYTHON) is $$($(PYTHON) --version), and 3.11 or later is needed. Say where it is: make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "$(PYTHON) cannot make an environment. On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)

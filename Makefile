# Everything that is done with this project. `make` alone says what there is.

VENV  := .venv
BENCH := build/bench-venv
PY    := $(VENV)/bin/python

# The Python to build on: the first of these that is 3.11 or newer and has the pinned releases as wheels.
PYTHON := $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
    $$python -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null && echo $$python && break; done)

PIP_INSTALL := -m pip install -qq --disable-pip-version-check --retries 10 --timeout 60 --constraint constraints.txt
# $(call install,PYTHON,WHAT): once more after a pause, should the network have failed in the middle of a file.
install = $(1) $(PIP_INSTALL) $(2) || { sleep 5; $(1) $(PIP_INSTALL) $(2); }

# What must be there = the Debian package that brings it: a library as the loader names it, a command, or a file.
LIBRARIES := libglib-2.0.so.0=libglib2.0-0 libGL.so.1=libgl1 libEGL.so.1=libegl1 libxkbcommon.so.0=libxkbcommon0 \
    libfontconfig.so.1=libfontconfig1 libdbus-1.so.3=libdbus-1-3 libxkbcommon-x11.so.0=libxkbcommon-x11-0 \
    libxcb-cursor.so.0=libxcb-cursor0 libxcb-icccm.so.4=libxcb-icccm4 libxcb-keysyms.so.1=libxcb-keysyms1 \
    libxcb-shape.so.0=libxcb-shape0 /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf=fonts-dejavu-core
TEST_TOOLS := Xvfb=xvfb xauth=xauth xdotool=xdotool rsvg-convert=librsvg2-bin
NEEDS = $(LIBRARIES)

.PHONY: help run test check bench screenshots translations clean system

help:
	@echo "make run           set everything up and open the window"
	@echo "make test          everything that is checked on every change: make check, then all tests"
	@echo "make check         style, types, import contracts, translations"
	@echo "make bench         the speed table, against other programs, also as build/bench.json"
	@echo "make screenshots   every tab in both themes and languages, to build/screenshots"
	@echo "make translations  collect the texts to translate, and compile the translations"
	@echo "make clean         remove what was built; $(VENV) stays"

run: $(VENV)/kobai
	@if $(PY) -m gui.display; then exec $(PY) main.py; fi; \
	mkdir -p build && $(PY) main.py recipe race >build/race.json && \
	$(PY) main.py render build/race.json -o build/race.png --step 30 && \
	echo "No display answers here, so instead of opening the window the default race was drawn to build/race.png."

test: NEEDS += $(TEST_TOOLS)
test: check
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest -n 2 --dist worksteal

check: $(VENV)/developer
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports --no-logo
	$(PY) -m tests.translations --check

bench: $(BENCH)/installed
	QT_QPA_PLATFORM=offscreen $(BENCH)/bin/python -m benchmarks.run

screenshots: $(VENV)/developer
	QT_QPA_PLATFORM=offscreen $(PY) -m tests.screenshots

translations: $(VENV)/developer
	$(PY) -m tests.translations

clean:
	rm -rf build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -not -path "./$(VENV)/*" -prune -exec rm -rf {} +

# -- set-up -----------------------------------------------------------------------------------------------------------

$(VENV)/kobai: pyproject.toml constraints.txt | system
	@echo "Installing Kobai and its libraries into $(VENV); the first time this loads some 130 MB."
	@$(PY) -c 'import pip' 2>/dev/null || $(PYTHON) -m venv --clear $(VENV)
	@$(call install,$(PY),hatchling editables)
	@$(call install,$(PY),--no-build-isolation --editable .)
	@touch $@

$(VENV)/developer: $(VENV)/kobai
	@echo "Installing the development tools into $(VENV)."
	@$(call install,$(PY),--no-build-isolation --editable '.[dev]')
	@touch $@

$(BENCH)/installed: pyproject.toml constraints.txt | system
	@echo "Installing Kobai and its peers into $(BENCH); the first time this loads several hundred MB."
	@$(BENCH)/bin/python -c 'import pip' 2>/dev/null || $(PYTHON) -m venv --clear $(BENCH)
	@$(call install,$(BENCH)/bin/python,hatchling editables)
	@$(call install,$(BENCH)/bin/python,--no-build-isolation --editable '.[bench]')
	@touch $@

# Looks for what Python packages cannot bring, in some milliseconds; installs it where that is allowed.
system:
	@test -n "$(PYTHON)" || { echo "Kobai needs Python 3.11 to 3.14: make run PYTHON=/path/to/python3" >&2; exit 1; }
	@test "$$(uname)" = Linux || exit 0; \
	loadable=$$(PATH="$$PATH:/usr/sbin:/sbin" ldconfig -p 2>/dev/null); missing=; \
	for need in $(NEEDS); do \
	    case $${need%=*} in \
	        /*) test -e "$${need%=*}" ;; \
	        *.so.*) case $$loadable in *"$${need%=*} "*) ;; *) false ;; esac ;; \
	        *) command -v "$${need%=*}" >/dev/null ;; \
	    esac || missing="$$missing $${need#*=}"; \
	done; \
	$(PYTHON) -c 'import ensurepip' 2>/dev/null || test -x $(PY) || \
	    missing="$$missing $$($(PYTHON) -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"; \
	test -n "$$missing" || exit 0; \
	if ! command -v apt-get >/dev/null; then \
	    echo "Going on without what these Debian packages bring:$$missing" >&2; exit 0; \
	elif test "$$(id -u)" = 0; then root=; \
	elif sudo -n true 2>/dev/null; then root="sudo -n"; \
	else \
	    echo "Kobai needs some system packages: sudo apt-get install -y --no-install-recommends$$missing" >&2; exit 1; \
	fi; \
	echo "Installing system packages:$$missing"; mkdir -p build; \
	{ $$root apt-get update -qq; \
	  $$root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $$missing; \
	} >build/apt.log 2>&1 || { cat build/apt.log >&2; exit 1; }

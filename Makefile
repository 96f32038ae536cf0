# Every task of the project has a target; `make help` lists them.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PORT ?= 8080
HOST ?= 127.0.0.1
DIRECTORY ?= var/demonstration
TESTS ?= tests

.PHONY: help
help: ## Liste des commandes
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9-]+):.*## /  make \1\t/' | expand -t 24

.PHONY: start
start: .venv/run.ok ## Installer ce qui manque et servir la commune de démonstration
	@scripts/system-packages start
	@.venv/bin/imio-platform start --host $(HOST) --port $(PORT) --directory "$(DIRECTORY)"

.PHONY: test
test: .venv/test.ok ## Installer ce qui manque et exécuter tous les tests
	@scripts/system-packages start test
	@$(MAKE) --no-print-directory lint
	.venv/bin/python -m pytest $(TESTS)

.PHONY: check
check: lint docs ## Contrôles rapides : style, couches, traductions, documentation

.PHONY: lint
lint: .venv/test.ok
	.venv/bin/ruff check --quiet src tests scripts setup.py
	.venv/bin/ruff format --quiet --check src tests scripts setup.py
	git ls-files -z '*.zcml' 'src/*/profiles/*.xml' 'profiles/*.xml' | xargs -0 -r .venv/bin/zpretty --check
	.venv/bin/python scripts/templates.py check
	.venv/bin/lint-imports --no-logo
	.venv/bin/mypy --no-error-summary $$(git ls-files 'src/*/rules/*.py')
	.venv/bin/python scripts/i18n.py check
	.venv/bin/python scripts/pins.py check

.PHONY: i18n-check
i18n-check: .venv/test.ok
	.venv/bin/python scripts/i18n.py check

.PHONY: docs
docs: .venv/test.ok ## Construire la documentation dans build/docs
	.venv/bin/mkdocs build --quiet --strict

.PHONY: screenshots
screenshots: .venv/test.ok ## Refaire les images des guides (Chromium)
	@scripts/system-packages start test
	.venv/bin/python scripts/screenshots.py

.PHONY: bench
bench: .venv/test.ok ## Mesurer vitesse et mémoire à côté d'un Plone nu
	.venv/bin/python -m tests.bench

.PHONY: pins
pins: .venv/test.ok ## Recalculer les versions fixées depuis setup.py
	.venv/bin/python scripts/pins.py update

.PHONY: i18n
i18n: .venv/test.ok ## Mettre à jour les catalogues de traduction
	.venv/bin/python scripts/i18n.py update

.PHONY: assets
assets: ## Reconstruire les feuilles de style et les polices (npm)
	cd src/imio.platform/imio/platform/theme/assets && npm ci --no-audit --no-fund && npm run build

.PHONY: buildout
buildout: .venv/test.ok ## Construire la même instance avec buildout
	@scripts/buildout

.PHONY: clean
clean: ## Retirer tout ce que les commandes ont construit, sauf les données de var/
	rm -rf .venv build dist bin parts develop-eggs eggs .installed.cfg .mypy_cache .ruff_cache
	find src tests -name __pycache__ -prune -exec rm -rf {} +
	find src -name '*.mo' -delete

.venv/run.ok: setup.py constraints.txt scripts/setup
	@scripts/setup run

.venv/test.ok: setup.py constraints-test.txt scripts/setup
	@scripts/setup test

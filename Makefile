# Paletti. `make help` lists what there is; every target may be repeated and asks nothing.
python = .venv/bin/python
.DEFAULT_GOAL = help
.PHONY: help run install test test-long check format bench pictures lock vendor messages

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: ## set up what is missing and serve on http://localhost:8000 (PORT= for another)
	@sh scripts/setup run
	@$(python) scripts/serve.py $(PORT)

install: ## set up everything for running and testing; start nothing
	@sh scripts/setup test

test: ## every test, with small counts
	@sh scripts/setup test
	@$(python) scripts/compile_messages.py
	@HYPOTHESIS_PROFILE=fast $(python) -m pytest -n 2 --dist worksteal $(ARGS)

test-long: ## the same tests with their full counts
	@sh scripts/setup test
	@$(python) scripts/compile_messages.py
	@HYPOTHESIS_PROFILE=long $(python) -m pytest -n 2 --dist worksteal $(ARGS)

check: ## format, lint, types, import contracts, templates, migrations, translations, vendored files, deploy check
	@sh scripts/setup test
	@sh scripts/check

format: ## put code and templates into their form
	@.venv/bin/ruff format -q . && .venv/bin/ruff check -q --fix . ; true
	@find templates -name '*.html' -exec .venv/bin/djade --target-version 5.2 {} + ; true

bench: ## measure the document; writes docs/performance.md
	@sh scripts/setup test
	@$(python) -m tests.benchmarks $(ARGS)

pictures: ## the samples' PDF pages and every page of the application as images, in pictures/
	@sh scripts/setup test
	@$(python) scripts/compile_messages.py
	@$(python) -m tests.pictures $(ARGS)

messages: ## collect the texts of the screens into locale/
	@$(python) scripts/messages.py

lock: ## write requirements/*.txt anew from pyproject.toml
	@sh scripts/setup test
	@sh scripts/lock

vendor: ## fetch Bootstrap and the fonts anew (needs npm)
	@sh scripts/setup test
	@npm ci --ignore-scripts --no-fund --no-audit
	@$(python) scripts/vendor.py

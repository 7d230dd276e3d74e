# Varde: `make help` says what there is.
.DEFAULT_GOAL := help
.PHONY: help setup assets theme build demo test test-long bench fmt clean

help: ## Say what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install what a fresh Debian machine with Rust lacks
	@scripts/setup.sh test

NEEDED_BY_BROWSERS := $(shell find web/styles web/scripts web/theme web/brand -type f) web/build.mjs web/icons.json

web/node_modules/.package-lock.json: web/package.json web/package-lock.json
	@scripts/setup.sh demo
	cd web && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

web/dist/varde.css: web/node_modules/.package-lock.json $(NEEDED_BY_BROWSERS)
	cd web && node build.mjs

assets: web/dist/varde.css ## Fetch and build styles, script, fonts and icons

theme: web/node_modules/.package-lock.json ## Rebuild the theme from its four colours (Node 20.20 or newer)
	cd web && node theme.mjs

build: assets ## Build the program for use: target/release/varde
	cargo build --release --locked

demo: assets ## Start a service to look around in, with public facts and synthetic people
	cargo run --profile demo --locked -- demo $(DEMO)

test: setup assets ## Everything that must hold, on both databases and in a browser
	@scripts/test.sh

test-long: setup assets ## The same with more kills, more cases and longer fuzzing
	@scripts/test.sh long

bench: build ## Measure every page at a nation's size; docs/benchmarks.md keeps the figures
	node bench/pages.mjs

fmt: ## Format the code
	cargo fmt --all

clean: ## Remove what was built and fetched
	cargo clean
	rm -rf web/dist web/node_modules

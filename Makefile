# `make` alone lists what there is to do.
.DEFAULT_GOAL := help
.PHONY: help demo test test-browser test-api bench fmt check release

help: ## List these targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

demo: assets ## Build, load the demo county and serve it at http://127.0.0.1:8080
	cargo run --bin waymark -- demo

test: assets ## Run every test that needs no browser
	cargo test --workspace

test-browser: assets ## Visit every page in headless Chromium, with axe (needs the package chromium)
	cargo build --bin waymark
	node --test tests/browser/browser.test.js

test-api: assets ## Hold a running server to its OpenAPI document (needs python3 with venv; installs schemathesis in a folder of its own)
	cargo build --bin waymark
	tests/api/run

bench: assets ## Measure speed and memory in a release build and print the figures (needs the package wrk)
	cargo build --release --bin waymark
	bash benches/run

fmt: ## Put the code in order
	cargo fmt --all

check: assets ## What a reviewer would look for: formatting, lints, documentation
	cargo fmt --all --check
	cargo clippy --workspace --all-targets -- -D warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps --quiet

release: assets ## Build the one binary, target/release/waymark
	cargo build --release --bin waymark

# The design system's styles and scripts, compiled into the binary. npm's own stamp tells whether they are installed.
.PHONY: assets
assets: node_modules/.package-lock.json
	@npm run --silent build

node_modules/.package-lock.json: package.json package-lock.json
	npm ci --no-audit --no-fund
	@touch node_modules/.package-lock.json

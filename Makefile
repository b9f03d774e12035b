# IDD Test Drive. Everything is done through these targets; each installs what
# it lacks through Go, and the browser for tests through the system's packages.

GO    ?= go
BUILD := build

# What must behave the same on every platform, and so is tested on three.
PURE := ./engine/... ./wasm/...
# What is compiled for the browser.
BROWSER := ./engine/... ./wasm/... ./tools/bench/bare
# Everything but the tests that drive the finished site in a browser.
UNITS = $$($(GO) list ./... | grep -v '/tools/e2e$$')

JS     := GOOS=js GOARCH=wasm
INJS   := $(JS) $(GO) test -exec "'$(CURDIR)/$(BUILD)/wasmtest'"
MACHINE := $(shell uname -sm)

.DEFAULT_GOAL := help
.PHONY: help serve build test bench check shots \
	chromium test-native test-386 test-js test-browser

help: ## list the targets
	@echo 'IDD Test Drive: learn how an intrathecal pump works by using one.'
	@echo
	@grep -hE '^[a-z]+:.*## ' Makefile | awk -F':.*## ' '{printf "  make %-7s %s\n", $$1, $$2}'

serve: ## build the site, serve it on this machine, rebuild what changes
	$(GO) run ./tools/idd serve

build: ## build the site into public/
	$(GO) run ./tools/idd build

test: check test-native test-386 test-js test-browser ## check, then every test, those in a browser too

check: ## format, vet, staticcheck and house style, natively and for the browser
	@unformatted=$$(gofmt -l .); if [ -n "$$unformatted" ]; then \
		echo "not formatted; run: gofmt -w" $$unformatted; exit 1; fi
	$(GO) vet ./...
	$(JS) $(GO) vet $(BROWSER)
	@mkdir -p $(BUILD)
	$(GO) build -o $(BUILD)/staticcheck honnef.co/go/tools/cmd/staticcheck
	$(BUILD)/staticcheck ./...
	$(JS) $(BUILD)/staticcheck $(BROWSER)
	$(GO) test -count=1 ./tools/arrows ./tools/style

bench: chromium ## measure engine, simulator and pages against their budgets
	$(GO) run ./tools/bench

shots: chromium ## picture every page and the simulator's states into build/shots/
	$(GO) run ./tools/shots

chromium: # find a browser for the tests, or install one
	@$(GO) run ./tools/chromium

test-native: chromium # the browser's driver is tested too
	$(GO) test $(UNITS)

test-386: # whole numbers of 64 bits on a processor of 32
ifeq ($(MACHINE),Linux x86_64)
	GOARCH=386 $(GO) test $(PURE)
else
	@echo 'The 32-bit tests run on Linux x86_64 only; this is $(MACHINE).'
endif

test-js: chromium # the same tests, compiled to WebAssembly, in the browser
	$(GO) build -o $(BUILD)/wasmtest ./tools/wasmtest
	$(INJS) $(PURE)

test-browser: chromium # the finished site, used as a reader uses it
	$(GO) test -count=1 -timeout 30m -parallel 2 ./tools/e2e

# The front door. Needs Go, Node 20 or newer, npm and make.

GO ?= go
NPM ?= npm
NODE ?= node
PORT ?= 8080
# V8 compiles much of a program a second time, better, which is more than most tests wait for: see web/src/command/main.ts.
NODE_TEST = $(NODE) $(if $(shell $(NODE) --v8-options | grep -- --wasm-tiering-budget),--wasm-tiering-budget=200000000) --test
OFFLINE ?= on

# npm's own record of what it installed; older than the lock file, it installs again.
NODE_MODULES := web/node_modules/.package-lock.json
# What the page is made of is there in seconds; what only tests and packages need comes when they do.
DEV_MODULES := web/node_modules/.dev
BENCH_MODULES := bench/node_modules/.package-lock.json
EXPORT_MODULES := scripts/exports/node_modules/.package-lock.json
GO_FILES := $(shell find wasm internal -name '*.go' -o -path '*/contract/*.json' -o -path '*/example/*.json') go.mod go.sum
WEB_FILES := $(shell find web/src -type f -not -name '*.test.mjs') web/index.html web/embed.html web/package-lock.json web/tsconfig.json scripts/build.mjs scripts/bundled.mjs scripts/compressed.mjs scripts/programs.mjs scripts/offline.mjs scripts/single-file.mjs scripts/style-texts.mjs scripts/rules.mjs scripts/package/recipes.md $(wildcard scripts/schema/*.go) $(shell find internal/example -name '*.json')
# Tests stand beside what they test; what is about the whole page stands in web/test.
CHECK_TESTS := $(wildcard web/test/engine/*.test.mjs web/test/release/*.test.mjs) web/test/imports.test.mjs
# The command, which is tried as the package has it.
COMMAND_TESTS := $(wildcard web/src/command/*.test.mjs)
BROWSER_TESTS := $(filter-out $(CHECK_TESTS) $(COMMAND_TESTS),$(wildcard web/test/*.test.mjs web/test/browsers/*.test.mjs web/test/package/*.test.mjs) $(sort $(shell find web/src -name '*.test.mjs')))

.PHONY: help run build test check bench browser package test-package generate new-rule fuzz clean

help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: ## Build and serve the page (PORT=8080, or the next free one)
	@$(MAKE) --no-print-directory --jobs=2 web/dist/manifest.json web/build/serve
	web/build/serve -dir web/dist -port $(PORT)

# npm waits for the network while Go computes.
build: ## Write web/dist/ as it is hosted (OFFLINE=off: rid of its service worker)
	@$(MAKE) --no-print-directory --jobs=2 web/build/compressed.made

test: check audit browser ## What decides: check, audit, the page in real browsers, the package

# Fuzzing is in neither: what it finds in a few seconds is luck, and luck decides nothing.
.PHONY: foreign
foreign: exports hosting ## What the tools of others prove: each export in its tool, the page on its hosts

check: build generate-check package ## Go, TypeScript and the command without a browser
	@unformatted="$$(gofmt -l internal scripts wasm)"; test -z "$$unformatted" || { echo "gofmt would change: $$unformatted"; exit 1; }
	$(GO) vet ./...
	@# With the flags of the build, so that nothing is compiled once more for this.
	GOOS=js GOARCH=wasm $(GO) vet -modfile $(THIN) $(WASM_FLAGS) ./wasm/...
	GOOS=js GOARCH=wasm $(GO) vet -modfile $(THIN) $(WASM_FLAGS) -tags faulty ./wasm/engine
	$(GO) tool staticcheck ./...
	$(GO) test ./...
	$(NPM) --prefix web run --silent typecheck
	$(NODE_TEST) --test-concurrency=2 $(CHECK_TESTS) $(COMMAND_TESTS)

.PHONY: test-next-go
test-next-go: ## Run check with the Go that comes next
	scripts/next-go

.PHONY: audit
audit: $(NODE_MODULES) ## Ask the vulnerability databases about all dependencies
	scripts/audit

# In one run, two files at a time: where one waits for a browser or an installation, another goes on. Three take as long.
browser: build extension $(DEV_MODULES)
	@test -n "$(strip $(BROWSER_TESTS))" || { echo "no browser tests are named: node would run every file of a test folder"; exit 1; }
	CHROMIUM="$$(scripts/chromium)" && export CHROMIUM && $(NODE) --test --test-concurrency=2 $(BROWSER_TESTS)
	@scripts/browsers missing

.PHONY: test-browsers
test-browsers: build $(DEV_MODULES) ## Walk the page in Chromium, Firefox and WebKitGTK, which are installed where they can be
	scripts/browsers
	CHROMIUM="$$(scripts/chromium)" && export CHROMIUM && $(NODE) --test web/test/browsers/*.test.mjs
	@scripts/browsers missing

.PHONY: pictures
pictures: build $(DEV_MODULES) ## Take pictures of the page to look at, in web/test/screenshots/
	CHROMIUM="$$(scripts/chromium)" PICTURES="$(CURDIR)/web/test/screenshots" $(NODE) --test --test-name-pattern=pictures web/src/shell/layout.test.mjs

package: build $(DEV_MODULES) ## Make the npm package, web/build/user-pool-playground-VERSION.tgz
	$(NODE) scripts/package/pack.mjs

.PHONY: extension
extension: package ## Make the extension for Visual Studio Code, web/build/user-pool-playground-VERSION.vsix
	$(NODE) scripts/package/vscode.mjs

.PHONY: release verify-build
release: package ## Write web/SHA256SUMS and what the release is made of, web/user-pool-playground.cdx.json
	$(NODE) scripts/release.mjs

verify-build: ## Build the commit twice, in two places, and compare every byte
	scripts/verify-build

test-package: package ## Install the package into a project with Vite and VitePress, and look at its pages
	CHROMIUM="$$(scripts/chromium)" && export CHROMIUM && $(NODE) --test web/test/package/package.test.mjs

# RECIPES=all fails on a missing generator; without it what cannot be tried here is told.
.PHONY: test-recipes
test-recipes: package ## Follow the recipes for documentation, each with its generator, which is installed where it can be
	scripts/recipes-tools
	CHROMIUM="$$(scripts/chromium)" && export CHROMIUM && RECIPES=$(RECIPES) $(NODE) --test web/test/recipes/recipes.test.mjs

.PHONY: test-editors
test-editors: extension ## Follow the recipes for editors and pipelines, each with its tool, which is installed where it can be
	scripts/editor-tools
	CHROMIUM="$$(scripts/chromium)" && export CHROMIUM && $(NODE) --test web/src/command/editors.test.mjs web/src/command/pipelines.test.mjs $(wildcard web/src/vscode/*.test.mjs)

# HOSTING=all fails on a missing host; without it what cannot be tried here is told.
.PHONY: hosting test-hosting
hosting: build $(DEV_MODULES)
	CHROMIUM="$$(scripts/chromium)" && export CHROMIUM && HOSTING=$(HOSTING) $(NODE) --test web/test/hosting/hosting.test.mjs

test-hosting: ## Try the recipes of scripts/hosting on the hosts that they are for
	scripts/hosting-tools
	$(MAKE) hosting HOSTING=all

# EXPORTS=-all fails on a missing tool; without it what cannot be proved here is told.
.PHONY: exports test-exports export-tools
exports:
	@# What Go tells while it downloads would be taken for a complaint of the proof's.
	$(GO) -C scripts/exports/sdk mod download
	$(GO) run ./scripts/exports $(EXPORTS)

test-exports: ## Prove every export with the tool that it is for
	$(MAKE) export-tools
	$(MAKE) exports EXPORTS=-all

export-tools: $(EXPORT_MODULES)
	scripts/export-tools

bench: package $(BENCH_MODULES) ## Measure everything and write bench/REPORT.md
	GOOS=js GOARCH=wasm $(GO) build -trimpath -buildvcs=false -ldflags='-s -w' -o web/build/empty.wasm ./bench/empty
	CHROMIUM="$$(scripts/chromium)" $(NODE) bench/bench.mjs

generate: ## Rewrite the files that are made from others
	$(GO) run ./scripts/generate
	$(GO) test ./internal/playground/calls -run TestScenarios -update
	$(GO) test ./internal/playground -run 'TestScenarios|TestImports|TestExports|TestCompletions|TestHovers|TestFormEdits|TestSummaries|TestImportTexts|TestEvidence' -update

.PHONY: generate-check
generate-check:
	$(GO) run ./scripts/generate -check

new-rule: ## Start a rule: make new-rule name=what-it-says
	@test -n "$(name)" || { echo 'usage: make new-rule name=what-it-says'; exit 2; }
	$(GO) run ./scripts/newrule $(name)

fuzz: ## Fuzz the engine, FUZZTIME=20m each
	GO="$(GO)" scripts/fuzz $(or $(FUZZTIME),20m)

clean: ## Remove what was built and installed
	rm -rf web/build web/dist web/SHA256SUMS web/user-pool-playground.cdx.json web/node_modules bench/node_modules scripts/exports/node_modules

$(NODE_MODULES): web/package-lock.json
	$(NPM) --prefix web ci --omit=dev --ignore-scripts --no-audit --no-fund
	@touch $@

$(DEV_MODULES): $(NODE_MODULES)
	$(NPM) --prefix web install --no-save --ignore-scripts --no-audit --no-fund
	@touch $(NODE_MODULES) $@

$(BENCH_MODULES): bench/package-lock.json
	$(NPM) --prefix bench ci --ignore-scripts --no-audit --no-fund
	@touch $@

$(EXPORT_MODULES): scripts/exports/package-lock.json
	$(NPM) --prefix scripts/exports ci --ignore-scripts --no-audit --no-fund
	@touch $@

# -s -w leaves out what a debugger would want, and -trimpath the builder's paths, so that
# two builds of one commit are the same bytes. Inlining makes a program a seventh larger as
# it is sent, and is felt in these packages alone.
INLINED := runtime internal/... bytes regexp slices strconv strings sync unicode/utf8 userpoolplayground/internal/source userpoolplayground/wasm/json
WASM_FLAGS := -trimpath -buildvcs=false -gcflags=all=-l $(INLINED:%=-gcflags=%=)
WASM_BUILD = GOOS=js GOARCH=wasm $(GO) build -modfile $(THIN) $(WASM_FLAGS) $(MORE_INLINED:%=-gcflags=%=) -ldflags='-s -w'
# Signing tokens and proving passwords take a sixth of the time with it.
web/build/service.wasm: MORE_INLINED := crypto/internal/... math/big math/bits

# The dependencies without encoding/json: a tenth of the engine with Go 1.27.
THIN := web/build/thin/go.mod
$(THIN): go.mod go.sum $(wildcard scripts/thin/*.go)
	@# What Go tells while it downloads is no part of the build.
	$(GO) mod download
	$(GO) run ./scripts/thin $(@D)

# The programs, as wasm/programs.json lists them: one folder each.
PROGRAMS := $(shell sed -n 's/^ *"name": "\(.*\)",$$/\1/p' wasm/programs.json)

.PHONY: print-programs
print-programs:
	@echo $(PROGRAMS)

# One at a time: what one compiles is there for the next.
$(foreach each,$(PROGRAMS),$(eval web/build/$(each).wasm: | $(BEFORE))$(eval BEFORE := web/build/$(each).wasm))

$(PROGRAMS:%=web/build/%.wasm): web/build/%.wasm: $(THIN) $(GO_FILES)
	@mkdir -p $(@D)
	$(WASM_BUILD) -o $@ ./wasm/$*

# The server, for the tests; put in its place at once, since several of them may ask for it.
web/build/serve: $(wildcard scripts/serve/*.go) go.mod
	@mkdir -p $(@D)
	$(GO) build -o $@.$$$$ ./scripts/serve && mv $@.$$$$ $@

# The engine as a text can ask it to die, for the tests.
web/build/faulty.wasm: $(THIN) $(GO_FILES)
	@mkdir -p $(@D)
	$(WASM_BUILD) -tags faulty -o $@ ./wasm/engine

# What is shipped is smaller than what is compiled, and the engine begins after its
# initialisation, which would take a second or more of every visit.
$(PROGRAMS:%=web/dist/%.wasm): web/dist/%.wasm: web/build/%.wasm wasm/programs.json scripts/finish.mjs scripts/initialise.mjs scripts/strip.mjs scripts/wasm.mjs
	@mkdir -p $(@D)
	$(NODE) scripts/finish.mjs $* $< $@

# Changes when the setting does, so that the page is then built anew.
web/build/offline: always
	@mkdir -p $(@D)
	@echo '$(OFFLINE)' | cmp -s - $@ || echo '$(OFFLINE)' > $@

.PHONY: always
always:

web/dist/manifest.json: $(PROGRAMS:%=web/dist/%.wasm) web/build/offline $(NODE_MODULES) $(WEB_FILES)
	OFFLINE=$(OFFLINE) $(NODE) scripts/build.mjs

# Takes as long as all the rest, and nobody needs it who looks at the page on their own machine.
web/build/compressed.made: web/dist/manifest.json scripts/compress.mjs scripts/compressed.mjs
	$(NODE) scripts/compress.mjs
	@touch $@

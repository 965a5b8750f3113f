#!/bin/bash -eu
# Builds every fuzz target for libFuzzer: ClusterFuzzLite runs this in the Dockerfile's
# container, and scripts/workflows_test.go holds the list to the targets that there are.

# The image's own Go may be older than go.mod asks for.
export GOTOOLCHAIN=auto

# Before the tests are moved about: the seeds are made from them.
go run ./scripts/seeds "$OUT"

# Newer ones fuzz with other inputs than scripts/seeds writes.
fuzz_build=v0.0.0-20250520111509-a70c2aa677fa
go install github.com/AdamKorcz/go-118-fuzz-build@$fuzz_build
go get github.com/AdamKorcz/go-118-fuzz-build/testing@$fuzz_build

fuzz() { # folder, then its targets
  package=$(.clusterfuzzlite/prepare.sh "$1")
  shift
  for target in "$@"; do
    compile_native_go_fuzzer "$package" "$target" "$target"
  done
}

fuzz internal/check FuzzMemory
fuzz internal/playground FuzzEvaluate FuzzFixes FuzzFixesInLanguages FuzzCheck FuzzImport FuzzExport FuzzAssist FuzzCompleteText FuzzSummarise FuzzExplain
fuzz internal/playground/calls FuzzCall
fuzz internal/playground/calls FuzzUsers
fuzz internal/schema FuzzAgreement
fuzz internal/source FuzzParse
fuzz wasm/json FuzzJSON

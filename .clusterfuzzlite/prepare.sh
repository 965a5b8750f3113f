#!/bin/bash -eu
# Makes a package's tests readable for compile_native_go_fuzzer, in a tree that is thrown away
# afterwards: prepare.sh FOLDER prints the package to build. That program knows one file, the
# one with the target, and no package of tests. So the tests become a package of their own
# where they are one (package x_test), all files but the target's lose their _test, and they
# mean the program's testing, which knows no TB and no B, as the file with the target will.
folder=$1
target=$(basename "$(grep -l '^func Fuzz' "$folder"/*_test.go)")

as_fuzzed() {
  for helper in "$1"/*_test.go; do
    [ -e "$helper" ] || continue
    sed -i 's/testing\.TB\b/interface{ Helper(); Error(...any); Errorf(string, ...any); Fatal(...any); Fatalf(string, ...any) }/' "$helper"
    # Benchmarks have to compile, and are not run.
    sed -i 's/testing\.B\b/testing.T/; /^\t*b\.ReportAllocs()$/d; s/\bb\.Loop()/false/' "$helper"
    [ "$(basename "$helper")" = "$target" ] && continue
    sed -i 's|^\(import \)\?\(\t\)\?"testing"$|\1\2testing "github.com/AdamKorcz/go-118-fuzz-build/testing"|' "$helper"
    mv "$helper" "${helper%_test.go}_fuzzed.go"
  done
}

if grep -q '^package .*_test$' "$folder/$target"; then
  mkdir -p "$folder/fuzzing"
  grep -l '^package .*_test$' "$folder"/*_test.go | xargs mv -t "$folder/fuzzing"
  as_fuzzed "$folder" # what a package shows to its tests alone
  folder=$folder/fuzzing
  sed -i 's/^package .*/package fuzzing/' "$folder"/*.go
fi
as_fuzzed "$folder"
echo "./$folder"

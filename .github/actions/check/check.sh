#!/usr/bin/env bash
# The one step of the action: FILES and ARGUMENTS are one a line, PACKAGE is what npm installs.
set -euo pipefail

mapfile -t files < <(grep . <<< "$FILES")
mapfile -t arguments < <(grep . <<< "$ARGUMENTS")
exec npx --yes --package "$PACKAGE" user-pool check --format github "${arguments[@]}" -- "${files[@]}"

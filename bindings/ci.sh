#!/usr/bin/env bash
# Builds and tests what carries gb3838 to other languages: C and Python. Packages of Python go into
# a virtual environment; the tests use no network. Clippy is part of .ci/run, Spark of neither: see
# python/tests/spark/run.sh.
set -euo pipefail
cd "$(dirname "$0")"
root="$(cd .. && pwd)"
target="${CARGO_TARGET_DIR:-$root/target}"
export CARGO_TARGET_DIR="$target"
# Nothing here needs speed, and nobody debugs it.
export CARGO_PROFILE_DEV_DEBUG=0
# C takes the library with the features that Python needs, so that both have one build of it.
features="--features gb3838/plan,gb3838/serde"

step() { printf '\n== %s\n' "$*"; "$@"; }

if ! command -v valgrind >/dev/null; then
    (apt-get update && apt-get install -y valgrind) >/dev/null 2>&1 || true
fi

# Layout and constants of the header; ten thousand samples through Rust and C, kept for Python.
# shellcheck disable=SC2086
step cargo test --profile dev --package gb3838-c $features

# Programs in C and C++ under valgrind, the painted stack, the size of a station's program.
step make -C c test PROFILE=dev FEATURES="$features"
installed="$target/c-installed"
rm -rf "$installed"
step make -C c install PREFIX="$installed" PROFILE=dev FEATURES="$features"
flags=$(PKG_CONFIG_PATH="$installed/lib/pkgconfig" pkg-config --cflags --libs gb3838)
# The flags are words of their own.
# shellcheck disable=SC2086
cc c/examples/five_cells.c $flags -Wl,-rpath,"$installed/lib" -o "$target/five_cells"
step "$target/five_cells"

venv="$target/python-venv"
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/python" -c 'import pytest, pandas, polars, pyarrow, duckdb' 2>/dev/null &&
    [ -x "$venv/bin/maturin" ] ||
    step "$venv/bin/python" -m pip install --quiet --disable-pip-version-check \
        maturin pytest pandas polars pyarrow duckdb
(cd python && VIRTUAL_ENV="$venv" step "$venv/bin/maturin" develop --quiet)
(cd python && step "$venv/bin/python" -m pytest -q)

if ! command -v valgrind >/dev/null; then
    printf '\n!! There is no valgrind here, and it could not be installed: the programs in C and C++\n'
    printf '!! ran without it, and nobody has looked for what they read or lose of memory.\n'
fi

#!/usr/bin/env bash
# Builds and tests what carries gb3838 to other languages: C and Python. Packages of Python go into
# a virtual environment; the tests use no network. Spark is not part of it: see
# python/tests/spark/run.sh.
set -euo pipefail
cd "$(dirname "$0")"
root="$(cd .. && pwd)"
target="${CARGO_TARGET_DIR:-$root/target}"
export CARGO_TARGET_DIR="$target"
# Nothing here needs speed, and nobody debugs it.
export CARGO_PROFILE_DEV_DEBUG=0

step() { printf '\n== %s\n' "$*"; "$@"; }

step cargo clippy --package gb3838-c --package gb3838-python --all-targets -- -D warnings
step cargo clippy --package gb3838-c --no-default-features --lib --profile station -- -D warnings
step cargo test --profile dev --package gb3838-c

step make -C c test PROFILE=dev
installed="$target/c-installed"
rm -rf "$installed"
step make -C c install PREFIX="$installed" PROFILE=dev
flags=$(PKG_CONFIG_PATH="$installed/lib/pkgconfig" pkg-config --cflags --libs gb3838)
# The flags are words of their own.
# shellcheck disable=SC2086
step cc c/examples/five_cells.c $flags -Wl,-rpath,"$installed/lib" -o "$target/five_cells"
step "$target/five_cells"

venv="$target/python-venv"
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
step "$venv/bin/python" -m pip install --quiet --disable-pip-version-check \
    maturin pytest pandas polars pyarrow duckdb
(cd python && VIRTUAL_ENV="$venv" step "$venv/bin/maturin" develop --quiet)
(cd python && step "$venv/bin/python" -m pytest -q)

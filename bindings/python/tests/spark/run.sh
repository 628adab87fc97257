#!/usr/bin/env bash
# Spark on this machine alone: two executors, one of them ended by SIGKILL in mid-query.
#
#   tests/spark/run.sh [ROWS]
#
# Installs what it needs (a virtual environment beside this file; Java 17 where there is none), uses
# loopback addresses only, ends what it started by id, and stops after fifteen minutes
# (GB3838_SECONDS).
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
venv="${GB3838_VENV:-$here/.venv}"

if ! command -v java >/dev/null; then
    apt-get update -qq && apt-get install -y -qq openjdk-17-jre-headless
fi
if ! [ -x "$venv/bin/python" ]; then
    python3 -m venv "$venv"
fi
"$venv/bin/python" -c 'import pyspark, pyarrow, pandas' 2>/dev/null ||
    "$venv/bin/python" -m pip install --quiet 'pyspark>=4.0,<5' pyarrow pandas
"$venv/bin/python" -c 'import gb3838' 2>/dev/null || {
    "$venv/bin/python" -m pip install --quiet maturin
    (cd "$here/../.." && VIRTUAL_ENV="$venv" "$venv/bin/maturin" develop --release)
}

# The samples with the answers of Rust.
[ -n "${GB3838_SAMPLES:-}" ] || (cd "$here/../../../.." && cargo test --quiet -p gb3838-c --test same)

export SPARK_LOCAL_IP=127.0.0.1 SPARK_LOCAL_HOSTNAME=localhost
export PYSPARK_PYTHON="$venv/bin/python" PYSPARK_DRIVER_PYTHON="$venv/bin/python"
exec timeout --kill-after=20 "${GB3838_SECONDS:-900}" "$venv/bin/python" "$here/kill_an_executor.py" "${1:-1000000}"

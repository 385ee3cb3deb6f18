#!/bin/sh
# Renews the lock files: one set of versions with hashes for Python 3.11 to 3.14 on every platform.
# Usage: sh packaging/renew_locks.sh [--upgrade]   (without --upgrade, versions stay where they fit)
set -eu
cd "$(dirname "$0")/.."

workshop=$(mktemp -d)
trap 'rm -rf "$workshop"' EXIT
"${PYTHON:-.venv/bin/python}" -m venv "$workshop/venv"
"$workshop/venv/bin/python" -m pip install --quiet --disable-pip-version-check uv

lock() {
    target=$1
    shift
    # No address of any index goes into a lock: each machine uses the one it is set up with.
    "$workshop/venv/bin/uv" pip compile "$@" \
        --universal --python-version 3.11 --generate-hashes --no-annotate \
        --no-emit-index-url --no-emit-find-links --no-header --quiet --output-file "$target"
}

lock packaging/requirements.lock pyproject.toml --group build "$@"
lock packaging/requirements-dev.lock pyproject.toml --group dev \
    --constraint packaging/requirements.lock "$@"
lock packaging/requirements-bench.lock --group pyproject.toml:bench "$@"

if grep -n "://" packaging/requirements*.lock; then
    echo "A lock file names an address; see the lines above." >&2
    exit 1
fi

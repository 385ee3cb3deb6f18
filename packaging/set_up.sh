#!/bin/sh
# Makes .venv ready: "run" for the program alone, "dev" for tests and checks too; "bench" makes
# build/bench-venv, where the peers of `make bench` live, with the Python of .venv.
# Needs nothing but a shell and Python 3.11 to 3.14; make calls it only when a lock file has changed.
set -eu
cd "$(dirname "$0")/.."
purpose=${1:?"usage: set_up.sh run|dev|bench"}

if [ "$purpose" = bench ]; then
    lock=packaging/requirements-bench.lock
    echo "Installing what $lock lists into build/bench-venv ..."
    .venv/bin/python -m venv --clear build/bench-venv
    exec build/bench-venv/bin/python -m pip --disable-pip-version-check --quiet install \
        --require-hashes --requirement "$lock"
fi

fits() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' 2>/dev/null
}

can_make_environments() {
    "$1" -c 'import ensurepip, venv' 2>/dev/null
}

# Prints the first Python that fits and can make environments, else the first that fits.
find_python() {
    fallback=
    for candidate in ${PYTHON:-} python3.14 python3.13 python3.12 python3.11 python3 python; do
        fits "$candidate" || continue
        if can_make_environments "$candidate"; then
            echo "$candidate"
            return
        fi
        fallback=${fallback:-$candidate}
    done
    echo "$fallback"
}

# Debian and Ubuntu keep the module that makes environments in a package of its own.
install_venv_module() {
    package=$("$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "Installing $package ..."
        apt-get update -qq </dev/null
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
            "$package" </dev/null >/dev/null
    else
        echo "This Python cannot make virtual environments; install the missing part" \
            "with: sudo apt-get install -y $package" >&2
        exit 1
    fi
}

# An environment without pip is one whose making was interrupted.
if ! fits .venv/bin/python || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    python=$(find_python)
    if [ -z "$python" ]; then
        echo "CCM Desk needs Python 3.11 to 3.14 and found none; install one," \
            "or name it with: make PYTHON=/path/to/python3" >&2
        exit 1
    fi
    can_make_environments "$python" || install_venv_module "$python"
    echo "Making .venv with $("$python" --version) ..."
    "$python" -m venv --clear .venv
fi

case $purpose in
    run) lock=packaging/requirements.lock ;;
    dev) lock=packaging/requirements-dev.lock ;;
    *)
        echo "usage: set_up.sh run|dev|bench" >&2
        exit 2
        ;;
esac

pip() {
    .venv/bin/python -m pip --disable-pip-version-check --quiet "$@"
}

echo "Installing what $lock lists ..."
if ! pip install --require-hashes --requirement "$lock"; then
    echo "The packages could not be installed (see above); check the network and run make again." >&2
    exit 1
fi
pip install --no-deps --no-build-isolation --editable .

"""Computes the duties of every State Party to 2040, in one process, as the command line would."""

import contextlib
import io
import json

from ccmdesk.cli import main as run_command


def answer(*arguments: str) -> str:
    """Return what the command prints on standard output."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.suppress(SystemExit):
        run_command([*arguments])
    return printed.getvalue()


def main() -> None:
    """Ask for each State in turn and stop at the first answer that is not a list of duties."""
    for state in json.loads(answer("states", "--status", "party", "--json")):
        duties = json.loads(
            answer("deadlines", "--state", state["iso3"], "--to", "2040-12-31", "--json")
        )
        if not duties:
            raise SystemExit(f"No duties were computed for {state['iso3']}.")


if __name__ == "__main__":
    main()

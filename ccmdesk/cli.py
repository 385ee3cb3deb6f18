"""The way in: opens the window or runs a command, and says which exit status answers it."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from ccmdesk.commands.statuses import (
    DONE,
    REFUSED,
    STOOD_IN_THE_WAY,
    WRONG_USAGE,
    WrongUsageError,
    one_line,
)
from ccmdesk.commands.window import window
from ccmdesk.domain.clock import SystemClock
from ccmdesk.domain.errors import CcmDeskError, RefusedError, machine_fault
from ccmdesk.system.paths import DataFolder, default_data_dir


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 done, 1 hindered, 2 wrong usage, 3 refused."""
    _speak_utf8()
    asked = _asked(sys.argv[1:] if arguments is None else arguments)
    asked.data_dir = Path(asked.data_dir) if asked.data_dir else default_data_dir()
    asked.clock = SystemClock()
    run: Callable[[Namespace], int | None] = asked.run
    try:
        return run(asked) or DONE
    except WrongUsageError as error:
        return _fail(error, WRONG_USAGE)
    except RefusedError as error:
        return _fail(error, REFUSED)
    except CcmDeskError as error:
        return _fail(error, STOOD_IN_THE_WAY)
    except BrokenPipeError:
        # The reader went away; keep the interpreter from complaining when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return STOOD_IN_THE_WAY
    except OSError as error:
        return _fail(machine_fault(error), STOOD_IN_THE_WAY)
    except KeyboardInterrupt:
        return STOOD_IN_THE_WAY
    except Exception as error:  # noqa: BLE001 - no traceback ever reaches the officer
        return _fault(asked.data_dir, error)


def _asked(arguments: Sequence[str]) -> Namespace:
    # Who opens the window need not wait until every command is loaded.
    match list(arguments):
        case []:
            return Namespace(run=window, data_dir=None)
        case ["--data-dir", folder] if folder and not folder.startswith("-"):
            return Namespace(run=window, data_dir=folder)
        case _:
            from ccmdesk.commands.parser import parse

            return parse(arguments)


def _fail(error: CcmDeskError, status: int) -> int:
    print(f"ccmdesk: {one_line(error.message)}", file=sys.stderr)
    return status


def _fault(data_dir: Path, error: Exception) -> int:
    from ccmdesk.system.logs import start_log, stop_log

    log = DataFolder(data_dir).log
    start_log(log).error("unexpected fault", exc_info=error)
    stop_log()
    print(
        "ccmdesk: the program made a mistake and stopped; nothing was left half written. "
        f"The details are in {log}.",
        file=sys.stderr,
    )
    return STOOD_IN_THE_WAY


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")

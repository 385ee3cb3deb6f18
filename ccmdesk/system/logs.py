"""The log of the program: in the data folder, rotated, without personal data."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

LOGGER = "ccmdesk"


def start_log(path: Path, *, level: int = logging.INFO) -> logging.Logger:
    """Write what the program logs to `path`, a million bytes at a time, three files in all.

    Names, addresses and the text of notes never go into a log. A second call for the same file
    changes nothing; where the folder cannot be written the program goes on without a log.
    """
    logger = logging.getLogger(LOGGER)
    logger.setLevel(level)
    wanted = str(path.absolute())
    if any(getattr(handler, "baseFilename", "") == wanted for handler in logger.handlers):
        return logger
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            path, maxBytes=1_000_000, backupCount=2, encoding="utf-8", delay=True
        )
    except OSError:
        logger.addHandler(logging.NullHandler())
        return logger
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger.addHandler(handler)
    return logger


def stop_log() -> None:
    """Close the log files."""
    logger = logging.getLogger(LOGGER)
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
        handler.close()

"""How events hang together: the hash of each covers the one before."""

import hashlib
import json
from collections.abc import Mapping

START = "0" * 64


def event_hash(
    seq: int, at: str, actor: str, verb: str, subject: str, detail: str, previous: str
) -> str:
    """Return the SHA-256 over the event as canonical JSON, in hexadecimal."""
    return _hash(
        {
            "actor": actor,
            "at": at,
            "detail": detail,
            "previous": previous,
            "seq": seq,
            "subject": subject,
            "verb": verb,
        }
    )


def step_hash(row: Mapping[str, object]) -> str:
    """Return the SHA-256 over the stored columns of a note's step, in hexadecimal."""
    return _hash(row)


def _hash(values: Mapping[str, object]) -> str:
    text = json.dumps(dict(values), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()

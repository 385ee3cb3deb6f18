"""Findings about a typed text, with the text put right where that is simple."""

import re
from collections.abc import Callable

from ccmdesk.domain.finding import Finding, Severity
from ccmdesk.domain.repair import Repair
from ccmdesk.language.clear_text import searchable
from ccmdesk.language.typed_texts import TypedText


def text_finding(
    text: TypedText,
    rule: str,
    severity: Severity,
    message: str,
    fix: str,
    origin: str,
    after: str | None = None,
) -> Finding:
    """Return a finding in a text; `after` is the text put right, where the program can do it."""
    repair = None
    if after is not None and after != text.text:
        repair = Repair(text.place, text.text, after)
    return Finding(rule, severity, text.where, message, fix, origin, repair)


def put_right(text: str, pattern: re.Pattern[str], new: Callable[[re.Match[str]], str]) -> str:
    """Return a text with every match replaced outside quotation marks, where that is possible."""
    clear = searchable(text)
    if len(clear) != len(text):
        return text
    pieces, last = [], 0
    for match in pattern.finditer(clear):
        pieces += [text[last : match.start()], new(match)]
        last = match.end()
    return "".join((*pieces, text[last:]))

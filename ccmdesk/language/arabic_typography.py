"""Arabic print: its own commas and quotation marks, and Latin text kept in its own direction."""

import re

from ccmdesk.language.arabic_numbers import in_digits

FIRST_STRONG_ISOLATE = "\u2068"
POP_ISOLATE = "\u2069"

_ISOLATED = re.compile(f"({FIRST_STRONG_ISOLATE}[^{POP_ISOLATE}]*{POP_ISOLATE})")
_LATIN = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02b8\u1e00-\u1eff"
_TOKEN = rf"[{_LATIN}0-9_\u0300-\u036f]+"
# What may stand between two words of Latin text, or between two numbers.
_RUN = re.compile(rf"[+(]*{_TOKEN}(?:[ \u00a0,.'’&()/@:+–-]+{_TOKEN})*[.)]*")
_LETTER = re.compile(f"[{_LATIN}]")
_ARABIC = re.compile("[\u0620-\u064a]")
_QUOTED = re.compile(r'(?<![\w"])"(?=\S)([^"]*?)(?<=\S)"(?!\w)')
_MARKS = str.maketrans(",;?", "،؛؟")
_MARK = re.compile(r"(?<=[\u0620-\u064a»]) ?[,;?](?=\s|$)|[,;?](?=\s+[«\u0620-\u064a])")


def polished(text: str) -> str:
    """Return the text with Arabic marks and with Latin names, references and numbers isolated.

    Only marks change, and the invisible isolates U+2068 and U+2069 are added once: what stands
    between them keeps its own order in a line that runs from right to left.
    """
    if _LETTER.search(text) and not _ARABIC.search(text) and FIRST_STRONG_ISOLATE not in text:
        return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"
    parts = _ISOLATED.split(text)
    # Every other part is isolated already and stays as it is.
    return "".join(
        part if index % 2 else _RUN.sub(_isolated, _marked(part, last=index == len(parts) - 1))
        for index, part in enumerate(parts)
    )


def with_digits(text: str, digits: str) -> str:
    """Return a polished text in western or arabic_indic digits; Latin references keep theirs."""
    if digits != "arabic_indic":
        return text
    return "".join(
        part
        if part.startswith(FIRST_STRONG_ISOLATE) and _LETTER.search(part)
        else in_digits(part, digits)
        for part in _ISOLATED.split(text)
    )


def _marked(text: str, last: bool) -> str:
    """Return a part with Arabic marks; what follows it, if anything, is isolated."""
    after = "" if last else FIRST_STRONG_ISOLATE
    text = _QUOTED.sub(lambda found: f"«{found[1]}»", text) + after
    return _MARK.sub(lambda found: found[0].strip().translate(_MARKS), text).removesuffix(after)


def _isolated(found: re.Match[str]) -> str:
    run = found[0]
    # Marks at the edges belong to the sentence, unless they are a pair within the run.
    core = run
    while core.endswith((".", ")")) and not (core.endswith(")") and "(" in core[:-1]):
        core = core[:-1]
    while core.startswith("(") and ")" not in core:
        core = core[1:]
    single = re.fullmatch(_TOKEN, core)
    if single and not _LETTER.search(core):
        # One number alone is ordered right by itself.
        return run
    before, _, after = run.partition(core)
    return f"{before}{FIRST_STRONG_ISOLATE}{core}{POP_ISOLATE}{after}"

"""The spaces French sets before : ; ! ? and inside guillemets, whether they were typed or not.

Before ; ! and ? it is a narrow one, before the colon and inside guillemets a plain one (Lexique des
règles typographiques en usage à l'Imprimerie nationale); no line ends at any of them.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from ccmdesk.typeset.blocks import Run

_PLAIN, _NARROW = "\u00a0", "\u202f"
_TYPED = (_PLAIN, _NARROW)
# Signs inside "12:30", "https://..." and "...?" stay as they are, as do signs at the start. It is
# compiled when a French paper asks for it.
_GAP = (
    r"(?<=[^\s:;!?.¿¡/«])(?P<before>[ \u00a0\u202f]?)"
    r"(?=(?P<sign>[:;!?])[:;!?]*(?:$|[\s»”\")\]’.,…]))"
    r"|(?<=«)(?P<after>[ \u00a0\u202f]?)(?=\S)"
    r"|(?<=[^\s«])(?P<close>[ \u00a0\u202f]?)(?=»)"
)
_SIGNS = re.compile("[:;!?«»]")


def spaced(runs: list[Run], lang: str) -> list[Run]:
    """Return the runs, those in French with the spaces it asks for; `lang` is the document's."""
    if not any(
        (run.lang or lang).startswith("fr") and _SIGNS.search(run.text) is not None for run in runs
    ):
        return runs
    texts = [run.text for run in runs]
    starts = list(accumulate(map(len, texts), initial=0))[:-1]
    # From the end on, so that the places before stay where they are.
    for gap in reversed(list(re.finditer(_GAP, "".join(texts)))):
        index = bisect_right(starts, gap.start()) - 1
        if gap.group() in _TYPED or not (runs[index].lang or lang).startswith("fr"):
            continue
        space = _PLAIN if gap["sign"] in (None, ":") else _NARROW
        place = gap.start() - starts[index]
        texts[index] = texts[index][:place] + space + texts[index][place + len(gap.group()) :]
    return _renewed(runs, texts)


def _renewed(runs: Sequence[Run], texts: Sequence[str]) -> list[Run]:
    return [
        run if run.text == text else run._replace(text=text)
        for run, text in zip(runs, texts, strict=True)
    ]

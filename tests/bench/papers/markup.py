"""The note as HTML, for the engines that read that."""

import base64
from html import escape
from pathlib import Path

from tests.bench.papers import content

_STYLE = """
@page { size: A4; margin: 20mm 20mm 25mm 30mm; @bottom-center { content: counter(page); } }
@page :first { @bottom-center { content: none; } }
body { font-family: "STIX Two Text", "Noto Serif", serif; font-size: 11pt; line-height: 1.25;
  margin: 0; }
p { margin: 0 0 8pt; text-align: justify; }
h1 { font-size: 11pt; text-align: center; }
.middle { text-align: center; }
.right { text-align: right; }
img { height: 22mm; }
table { width: 100%; border-collapse: collapse; font-size: 9.6pt; line-height: 1.18;
  margin-bottom: 10pt; }
td, th { text-align: left; vertical-align: top; border-bottom: 0.35pt solid black;
  padding: 2.6pt 9pt 2.6pt 0; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
.kept { break-inside: avoid; }
"""


def html(note: content.Note, emblem: Path) -> str:
    """Return the note, its fonts named and its picture inside."""
    picture = base64.b64encode(emblem.read_bytes()).decode()
    whole = sum(content.SHARES)
    heads = "".join(
        f'<th style="width: {100 * share / whole:.1f}%">{escape(head)}</th>'
        for head, share in zip(content.HEADS, content.SHARES, strict=True)
    )
    rows = "".join(
        f"<tr>{''.join(f'<td>{escape(text)}</td>' for text in row)}</tr>" for row in note.rows
    )
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        f"<title>Note verbale {content.NUMBER}</title><style>{_STYLE}</style></head><body>"
        f'<p class="middle"><img alt="Emblem" src="data:image/png;base64,{picture}"></p>'
        f'<p class="middle"><b>{content.MISSION}</b><br>{content.BESIDE}</p>'
        f"<p>{content.NUMBER}</p><h1>{content.TITLE}</h1><p>{content.OPENING}</p>"
        f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
        f'<p>{content.REQUEST}</p><div class="kept"><p>{content.CLOSING}</p>'
        f'<p class="right">{content.DATED}</p><p>{"<br>".join(content.ADDRESS)}</p></div>'
        "</body></html>"
    )

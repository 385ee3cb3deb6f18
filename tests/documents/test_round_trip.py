"""What a note says, given back by pdftotext cell by cell and paragraph by paragraph."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ccmdesk.documents.note_json import example
from ccmdesk.documents.note_verbale import note_blocks
from ccmdesk.domain.delegation import Delegate
from ccmdesk.domain.layout import Layout
from ccmdesk.domain.note import NoteContent, Part
from ccmdesk.typeset.fonts import drawn, settled
from ccmdesk.typeset.render import render
from ccmdesk.typeset.texts import texts_of

pytestmark = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="poppler-utils is not installed"
)
NAMES = {
    "en": (("Þórgunnur", "Ísólfsdóttir-Ó’Callaghan"), ("Nguyễn Thị", "Ánh"), ("Ọ̀ṣọ́", "Ɗan")),
    "fr": (("Maëlle-Anaïs", "L’Hôpital de La Tour"), ("Çağrı", "Şimşek"), ("Odile", "Œuvrard")),
    "es": (("María de los Ángeles", "Núñez y Güell"), ("Íñigo", "Ibáñez de la O")),
    "ru": (("Ёлка Ярославна", "Щукина-Въезжая"), ("Їлія", "Ґалаґан"), ("Ўлугбек", "Қаҳҳоров")),
    "ar": (("عبد الرحمٰن", "آل خليفة (الثاني)"), ("لُجَين", "الزَّهْراني"), ("Jean", "D’Étiolles")),
    "zh": (("思齐", "欧阳"), ("昶", "司徒"), ("Jürgen", "Groß"), ("〇一", "令狐")),
}
TITLES = {
    "en": "Head, Unit 3 (Mines & Arms) – C4/ISR; “acting”",
    "fr": "Chef·fe de l’unité n° 3 : « désarmement »",
    "es": "¿Jefa? de la Sección 2.ª (Género/Niñez)",
    "ru": "Начальник отдела № 5 (Минобороны), к.ю.н.",
    "ar": "مدير إدارة الأسلحة (القسم 12) [بالنيابة] – UNODA",
    "zh": "第三司副司长（代理）、一级调研员",
}
PARAGRAPHS = {
    "en": "No. ODA/2023-50 of 21 March 2023 (“urgent”), [sic] Mr. D’Étiolles <a.b@un.org>, $1.50",
    "fr": "Suite à la note n° 50 du 1er mars 2023 : « Qu’en est-il ? » demande-t-il (a.b@un.org) !",
    "es": "¿Nota n.º ODA/2023-00050, de 21 de marzo? ¡Sí!: «urgente» (a.b@un.org), pág. 12–15.",
    "ru": "Ссылаясь на ноту № 50 от 21.03.2023 г. («прилагается»), J.-L. D’Étiolles — 1 250,75.",
    "ar": "المذكرة ODA/2023-00050 المؤرخة 21 آذار/مارس 2023 (رقم 15/2026)، والسيد Jean (مدير)،"
    " [12-15]؛ a.b@un.org، ويوم ١٢ أيلول ٢٠٢٦ (الساعة 10:30)، وتحيطه علماً.",
    "zh": "2023年3月21日第ODA/2023-00050号照会（见附件）：“Jean D’Étiolles”，+41 22 917——第12页。",
}
UNSEEN = re.compile("[\u034f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\u00ad\\s]+")
NUMBER = re.compile(r"^\d+\. ")
LAYOUTS: tuple[dict[str, Any], ...] = (
    {},
    {"annex_above": 0, "justified": True, "list_form": "numbered"},
    {"list_form": "block", "typeface": "noto", "font_size": 14},
    {"digits": "arabic_indic", "annex_above": 0, "hijri": True},
)


def bare(text: str) -> str:
    """Return the characters that are seen, without the spaces between them."""
    return UNSEEN.sub("", drawn(settled(text)))


@pytest.mark.parametrize("language", NAMES)
@pytest.mark.parametrize("settings", LAYOUTS)
@pytest.mark.parametrize("delegates", [8, 40])
def test_every_text_of_a_note_comes_back_whole(
    language: str, settings: dict[str, Any], delegates: int, tmp_path: Path
) -> None:
    content = replace(named(example(language, delegates)), layout=Layout(**settings))
    document = note_blocks(content)
    file = tmp_path / "note.pdf"
    file.write_bytes(render(document))
    done = subprocess.run(
        ["pdftotext", str(file), "-"], capture_output=True, encoding="utf-8", check=True
    )
    found = bare(done.stdout)
    # Numbers of items may come back beside one another, before the items.
    texts = [NUMBER.sub("", text) for _, text in texts_of(document)]
    assert [text for text in texts if bare(text) not in found] == []


def named(content: NoteContent) -> NoteContent:
    """Return the note with other people, and a paragraph of what is hard to give back."""
    parts = (Part("statement"), Part("delegation"), Part("", PARAGRAPHS[content.language]))
    delegates = tuple(
        _named(delegate, index, content.language)
        for index, delegate in enumerate(content.delegates)
    )
    return replace(content, delegates=delegates, body=(*parts, Part("request")))


def _named(delegate: Delegate, index: int, language: str) -> Delegate:
    names = NAMES[language]
    given, family = names[index % len(names)]
    person = replace(
        delegate.person,
        given_names=given,
        family_name=family if index < len(names) else f"{family} {index}",
        functional_title=TITLES[language],
        forms={},
    )
    return replace(delegate, person=person)

"""Papers in six scripts: kept standards, and text that comes back in the order it is read in."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from ccmdesk.typeset.blocks import Column, Document, Heading, Paragraph, Run, Table, plain
from ccmdesk.typeset.render import render
from tests.typeset.test_standards import failures

TEXTS = {
    "en": "The first official delegation of Türkiye: office, WAVE, Tōkyō.",
    "fr": "La Mission permanente a l’honneur : « Conférence » (n° 12).",
    "ru": "Постоянное представительство свидетельствует своё уважение.",
    "el": "Η Μόνιμη Αντιπροσωπεία, Αθήνα.",
    "ar": "تتشرف البعثة بحضور المؤتمر (UNCTAD XVI) في جنيف من 12 إلى 16 أيار/مايو 2026.",
    "zh": "常驻代表团向秘书长致意，“会议”将于二〇二六年五月在日内瓦举行。",
}
NAMES = ("H.E. Mr. محمد عبد الله", "王小明", "Елена Иванова", "Αθηνά Παπαδοπούλου")
DIRECTIONS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def paper(lang: str) -> Document:
    rows = tuple(((plain(f"{n}."),), (plain(name),)) for n, name in enumerate(NAMES, start=1))
    return Document(
        f"Paper in {lang}",
        "Mission",
        "Test",
        lang,
        (
            Heading(plain(TEXTS[lang], bold=True)),
            Paragraph(plain(TEXTS[lang])),
            Paragraph((Run(TEXTS["en"], lang="en"), Run(" "), Run(TEXTS["ar"], lang="ar"))),
            Table((Column(plain("1"), 1), Column(plain("2"), 9)), rows),
        ),
    )


@pytest.mark.parametrize("lang", TEXTS)
def test_the_standards_are_kept(lang: str) -> None:
    assert failures(render(paper(lang))) == []


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
@pytest.mark.parametrize("lang", TEXTS)
def test_the_text_comes_back_in_reading_order(lang: str, tmp_path: Path) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(render(paper(lang)))
    done = subprocess.run(
        ["pdftotext", "-raw", str(file), "-"], capture_output=True, encoding="utf-8", check=True
    )
    text = DIRECTIONS.sub("", done.stdout)
    words = set(re.findall(r"\w+", text))
    assert set(re.findall(r"\w+", TEXTS["en"] + TEXTS["ar"])) <= words
    if lang == "zh":
        assert TEXTS["zh"] in text.replace("\n", "")
    else:
        assert set(re.findall(r"\w+", TEXTS[lang] + " ".join(NAMES))) <= words

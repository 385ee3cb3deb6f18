"""Text of six languages, given back by pdftotext as it was typed."""

import re
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ccmdesk.typeset.blocks import Align, Document, Paragraph, plain
from ccmdesk.typeset.render import render

pytestmark = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="poppler-utils is not installed"
)
DIRECTIONS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
LINES = {
    "en": (
        "H.E. Mr. Jonathan P. Smith, office of first flights: WAVE (No. 12), 11–14 September.",
        "Türkiye, Tōkyō, São Tomé; “quoted” and ‘single’ — 50% & <b>x</b>",
        "Names: محمد عبد الله (Mr.), 王小明 and Елена Иванова",
        "Ọ̀ṣọ́ Ọbásanjọ́, x̌ Ngọ̄c Ƙàsímù and مُحَمَّد",
    ),
    "fr": (
        "L’Office « Réunion » : n° 12, est-ce prêt, œuvre, cœur, Noël, août, ça (50 %)",
        "Le 1er septembre 2023, S.E. M. Jean-Baptiste Dupont",
    ),
    "es": ("¿Señor Muñoz? ¡Sí! artículo 7, núm. 12 (50 %)", "El niño y la acción: «pingüino»"),
    "ru": (
        "Г-н Иванов И. П., № 12, 11 сентября 2023 года — «съёмка» й",
        "Швейцария (Женева), e-mail: a.b@example.org",
    ),
    "ar": (
        "تتشرف البعثة بحضور المؤتمر (UNCTAD XVI) في جنيف من 12 إلى 16 أيار/مايو 2026.",
        "السيد محمد عبد الله، سعادة السفيرة فاطمة الزهراء",
        "المادة 7 (الفقرة 2): «النص» رقم ١٢٣",
        "هاتف: +41 22 917 12 34، unog@un.org",
        "المؤتمر [A/CONF.1/2] و50% من الدول؟",
        "Mr. Smith من جنيف، 2026/05/12",
        "الوفد: (1) رئيس الوفد؛ (2) السيدة Élise Martin (مستشارة)، 3.5 ساعات.",
        "H.E. Mr. John Smith, Jr.",
        "تحيطه علماً بأن لُجَين الزَّهْراني (الثاني) لَا إِلٰهَ، عبد الرحمٰن 12",
    ),
    "zh": (
        "常驻代表团向秘书长致意，“会议”将于2026年5月12日在日内瓦（瑞士）举行。",
        "《公约》第七条：No. 12；王小明先生！—— … 〇",
    ),
}
LONG = {
    "en": "The international organizations in Geneva communicate the composition of delegations.",
    "fr": "Les organisations internationales communiquent la composition de leurs délégations.",
    "es": "Las organizaciones internacionales comunican la composición de sus delegaciones.",
    "ru": "Международные организации сообщают Секретариату состав своих представительств.",
    "ar": "تتشرف البعثة الدائمة بإبلاغ الأمانة بتشكيل الوفد الذي سيشارك في الاجتماعات المقبلة",
}


def read_back(
    lang: str, texts: tuple[str, ...], align: Align, folder: Path, size: float = 1.0
) -> list[str]:
    """Return the lines that pdftotext finds."""
    blocks = tuple(Paragraph(plain(text), align, size, before=4) for text in texts)
    file = folder / "paper.pdf"
    file.write_bytes(render(Document("t", "a", "s", lang, blocks)))
    done = subprocess.run(
        ["pdftotext", str(file), "-"], capture_output=True, encoding="utf-8", check=True
    )
    return [line.strip() for line in DIRECTIONS.sub("", done.stdout).replace("\f", "").split("\n")]


@pytest.mark.parametrize("lang", LINES)
@pytest.mark.parametrize("align", [Align.LEFT, Align.JUSTIFIED])
def test_every_line_comes_back_as_it_was_typed(lang: str, align: Align, tmp_path: Path) -> None:
    found = read_back(lang, LINES[lang], align, tmp_path)
    assert [line for line in found if line] == list(LINES[lang])


@pytest.mark.parametrize("lang", LONG)
def test_divided_words_come_back_whole(lang: str, tmp_path: Path) -> None:
    text = " ".join([LONG[lang]] * 12)
    found = read_back(lang, (text,), Align.JUSTIFIED, tmp_path)
    assert " ".join(line for line in found if line) == text


@pytest.mark.parametrize("align", [Align.LEFT, Align.JUSTIFIED])
@pytest.mark.parametrize("size", [0.9, 1.0, 1.1, 1.2])
def test_a_hyphen_that_was_typed_stays_where_a_line_ends_with_it(
    align: Align, size: float, tmp_path: Path
) -> None:
    text = "Les armes à sous-munitions, dit Jean-Baptiste, est-ce là-haut ? " * 20
    found = read_back("fr", (text,), align, tmp_path, size)
    whole = "".join(found).replace(" ", "").replace("\u200b", "")
    assert whole == text.replace(" ", "")


ARABIC = st.sampled_from(
    [
        "السيد",
        "مُحَمَّد",
        "علماً",
        "إِلٰهَ",
        "محمد",
        "عبد",
        "الله",
        "البعثة",
        "جنيف",
        "المؤتمر",
        "رئيس",
        "الوفد",
        "إلى",
    ]
)
ITEMS = st.one_of(
    ARABIC,
    st.sampled_from(["Smith", "UNCTAD", "Geneva", "A/CONF.1/2"]),
    st.sampled_from(["12", "2026", "3.5", "2026/05/12", "50%", "1,000"]),
)
PARTS = st.one_of(
    ITEMS,
    st.lists(ITEMS, min_size=1, max_size=3).map(lambda items: f"({' '.join(items)})"),
    ITEMS.map("{}،".format),
    ITEMS.map("«{}»".format),
)


@settings(deadline=None, max_examples=15)
@given(st.lists(st.tuples(ARABIC, st.lists(PARTS, max_size=6), ARABIC), min_size=15, max_size=30))
def test_arabic_comes_back_in_order_whatever_stands_in_it(
    lines: list[tuple[str, list[str], str]],
) -> None:
    texts = tuple(" ".join([first, *parts, last]) for first, parts, last in lines)
    with TemporaryDirectory() as folder:
        found = read_back("ar", texts, Align.LEFT, Path(folder), size=0.6)
    assert [line for line in found if line] == list(texts)

"""Words spelt wrong are marked while one writes, and mended from the menu."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ccmdesk.services.spelling import load_speller
from ccmdesk.ui.widgets.spelled_text import SpelledText
from tests.services.test_spelling import ENGLISH, dictionary


@pytest.fixture
def field(qtbot: QtBot, tmp_path: Path) -> SpelledText:
    field = SpelledText("the honour to recieve a note")
    qtbot.addWidget(field)
    field.set_speller(load_speller("en", dictionary(tmp_path, "en_GB", ENGLISH)))
    field.show()
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    return field


def waves(field: SpelledText) -> list[str]:
    block = field.document().firstBlock()
    text = block.text()
    return [
        text[each.start : each.start + each.length]
        for each in block.layout().formats()
        if each.format.underlineStyle() is QTextCharFormat.UnderlineStyle.SpellCheckUnderline
    ]


def at(field: SpelledText, word: str) -> QTextCursor:
    cursor = QTextCursor(field.document())
    cursor.setPosition(field.toPlainText().index(word) + 2)
    return cursor


def test_a_wave_stands_under_the_wrong_word_only(field: SpelledText) -> None:
    assert waves(field) == ["recieve"]


def test_the_menu_offers_other_spellings_and_takes_the_chosen_one(field: SpelledText) -> None:
    menu = field.spelling_menu(at(field, "recieve"))
    texts = [act.text() for act in menu.actions()]
    assert texts[0] == "receive"
    assert "Add “recieve” to the mission’s words" in texts
    menu.actions()[0].trigger()
    assert field.toPlainText() == "the honour to receive a note"
    assert waves(field) == []
    field.undo()
    assert field.toPlainText() == "the honour to recieve a note"


def test_a_right_word_has_the_usual_menu(field: SpelledText) -> None:
    texts = [act.text() for act in field.spelling_menu(at(field, "honour")).actions()]
    assert not any("words" in text for text in texts)
    assert texts


def test_an_added_word_is_no_longer_marked(field: SpelledText) -> None:
    menu = field.spelling_menu(at(field, "recieve"))
    (add,) = [act for act in menu.actions() if act.text().startswith("Add")]
    add.trigger()
    assert waves(field) == []


def test_the_word_under_the_keys_is_not_judged_before_it_is_left(field: SpelledText) -> None:
    field.setFocus()
    field.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(field, " hono")
    assert waves(field) == ["recieve"]
    QTest.keyClicks(field, " ")
    assert waves(field) == ["recieve", "hono"]
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClicks(field, "ur")
    assert waves(field) == ["recieve"]


def test_marking_words_is_no_change_of_the_text(field: SpelledText, tmp_path: Path) -> None:
    changes: list[None] = []
    field.textChanged.connect(lambda: changes.append(None))
    field.set_speller(None)
    assert waves(field) == []
    field.set_speller(load_speller("en", tmp_path))
    assert waves(field) == ["recieve"]
    assert changes == []

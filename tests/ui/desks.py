"""Windows on a desk of their own, and keys pressed as an officer presses them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ccmdesk.app import open_desk
from ccmdesk.domain.clock import FixedClock
from ccmdesk.domain.profile import Names, Profile
from ccmdesk.services.first_look import first_look
from ccmdesk.services.sample import build_sample
from ccmdesk.system.paths import DataFolder
from ccmdesk.ui import theme
from ccmdesk.ui.main_window import MainWindow

DAY = date(2023, 8, 16)
IRELAND = Profile(
    state_iso3="IRL",
    language="en",
    names={
        "en": Names(
            mission="Permanent Mission of Ireland to the United Nations Office at Geneva",
            state="Ireland",
            city="Geneva",
        )
    },
)


def open_window(qtbot: QtBot, root: Path, *, sample: bool = True) -> Iterator[MainWindow]:
    """Open a window on a new folder, with the sample dossier or with a mission only."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    if not app.styleSheet() or theme.palette().name != "light":
        theme.apply(app, "light")
    clock = FixedClock.on(DAY)
    desk = open_desk(root, clock)
    if sample:
        build_sample(desk)
    else:
        desk.profile.save(IRELAND)
    window = MainWindow(first_look(root, clock), DataFolder(root))
    window.attach(desk)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.close()


def press(*keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press keys wherever the focus is."""
    for key in keys:
        QTest.keyClick(focused(), key, modifier)


def write(text: str) -> None:
    """Type text wherever the focus is."""
    for character in text:
        if character.isascii():
            QTest.keyClicks(focused(), character)
        else:
            # QTest knows no key for these; an input method sends them without one.
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                plain = Qt.KeyboardModifier.NoModifier
                QApplication.sendEvent(focused(), QKeyEvent(kind, 0, plain, character))


def focused() -> QWidget:
    """Return what has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def name_of(widget: QObject) -> str:
    """Return what a screen reader calls a widget."""
    assert isinstance(widget, QWidget)
    if widget.accessibleName():
        return widget.accessibleName()
    return widget.text() if isinstance(widget, QPushButton) else ""


def tab_to(name: str) -> None:
    """Press Tab until what is called `name` has the keyboard; it must come within one round."""
    passed: list[str] = []
    for _ in range(80):
        if name_of(focused()) == name:
            return
        passed.append(name_of(focused()))
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never reached “{name}”, only {passed}")

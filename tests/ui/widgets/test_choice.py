"""Boxes to choose from."""

from pytestqt.qtbot import QtBot

from ccmdesk.ui import theme
from ccmdesk.ui.widgets.choice import choice


def test_a_short_list_is_seen_whole(qtbot: QtBot, qapp: object) -> None:
    theme.apply(qapp, "light")  # type: ignore[arg-type]
    box = choice([(str(n), f"Choice {n}") for n in range(7)])
    qtbot.addWidget(box)
    box.show()
    box.showPopup()
    view = box.view()
    qtbot.waitUntil(view.isVisible)
    last = view.visualRect(view.model().index(6, 0))
    assert 0 < last.bottom() <= view.viewport().height()
    assert not view.verticalScrollBar().isVisible()
    box.hidePopup()

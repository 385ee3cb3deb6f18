"""What tests of Article 7 reports share: a report that can be sealed, waiting, the open dialog."""

from dataclasses import replace
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from ccmdesk.domain.article7 import FormContent, Report
from ccmdesk.services.desk import Desk
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.pages.article7 import Article7Page
from ccmdesk.ui.pages.article7_workspace import ReportWorkspace

MEASURES: dict[str, tuple[tuple[str, ...], ...]] = {
    "measures": (("Act 12 of 2014", "Law", "1 March 2014", "Article 1", "15 years"),)
}
Box = TypeVar("Box", bound=QDialog)


def filled(desk: Desk, period: str) -> Report:
    """Begin a report in which every form but the voluntary one says something."""
    report = desk.reports.begin(period)
    desk.reports.save_head(replace(report, contact="Department of Disarmament"))
    for form in report.forms[:-1]:
        content = FormContent("Act 12.", MEASURES) if form.letter == "A" else FormContent(nil=True)
        owner = "Ministry of Defence" if form.letter in "BCD" else ""
        desk.reports.save_form(report.id, replace(form, content=content, owner=owner))
    return desk.reports.get(report.id)


def page_of(window: MainWindow) -> Article7Page:
    """Open the page of reports."""
    window.go("report")
    page = window.pages["report"]
    assert isinstance(page, Article7Page)
    return page


def open_space(qtbot: QtBot, window: MainWindow, report: Report) -> ReportWorkspace:
    """Open a report in its workspace."""
    window.go("report", report.duty_key)
    page = window.pages["report"]
    assert isinstance(page, Article7Page)
    settled(qtbot, window, page.space)
    return page.space


def settled(qtbot: QtBot, window: MainWindow, space: ReportWorkspace) -> None:
    """Wait until everything typed is stored and the paper is the newest."""
    qtbot.waitUntil(
        lambda: (
            space.keeper.quiet
            and space.setting.idle
            and space.isEnabled()
            and not window.tasks.busy
            and not window.quick_tasks.busy
        ),
        timeout=30_000,
    )


def back_to(qtbot: QtBot, window: MainWindow) -> None:
    """Give the keyboard back to the window; a screen without a window manager does not."""
    window.activateWindow()
    qtbot.waitUntil(lambda: window.isActiveWindow() and QApplication.focusWidget() is not None)


def open_dialog(qtbot: QtBot, kind: type[Box]) -> Box:
    """Return the dialog of that kind once it is open."""
    qtbot.waitUntil(lambda: _dialog(kind) is not None, timeout=10_000)
    found = _dialog(kind)
    assert found is not None
    return found


def wait_closed(qtbot: QtBot, kind: type[QDialog]) -> None:
    """Wait until no dialog of that kind is open."""
    qtbot.waitUntil(
        lambda: (
            not any(
                isinstance(each, kind) and each.isVisible()
                for each in QApplication.topLevelWidgets()
            )
        ),
        timeout=30_000,
    )


def _dialog(kind: type[Box]) -> Box | None:
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, kind) and widget.isActiveWindow():
            return widget
    return None

"""A heading with quiet buttons below it, which go on to a second line where the room ends."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ccmdesk.ui.tokens import S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.flow import Flow
from ccmdesk.ui.widgets.text import label


def quiet(words: str, act: Callable[[], object], sign: str) -> QPushButton:
    """Return a button of such a section; `sign` is the name of its icon."""
    return button(words, act, kind="quiet", icon_name=sign)


def act_section(name: str) -> tuple[QWidget, Flow]:
    """Return the section called `name` and the line that takes its buttons."""
    section, line = QWidget(), QWidget()
    column = QVBoxLayout(section)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(S // 2)
    column.addWidget(label(name.upper(), "caps"))
    row = Flow(line, spacing=S // 2)
    policy = line.sizePolicy()
    policy.setHeightForWidth(True)
    line.setSizePolicy(policy)
    column.addWidget(line)
    return section, row

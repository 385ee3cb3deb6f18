"""Turns the tokens into Qt's palette and the one style sheet, and follows the system's theme."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from ccmdesk.system.paths import resources_dir
from ccmdesk.ui.tokens import CARD_CORNER, CHIP_CORNER, FIELD_CORNER, LIGHT, PALETTES, Palette

# The one style that takes colours and style sheet well on every system, told to Qt as it starts:
# app.setStyle would give the style back, and PySide6 then makes all its names, which takes time.
STYLE = ("-style", "Fusion")

_current = LIGHT
_system_size = 0.0


def palette() -> Palette:
    """Return the colours in force."""
    return _current


def apply(app: QApplication, choice: str = "system", zoom: int = 100) -> Palette:
    """Set palette, size of text and style sheet.

    `choice` is system, light, dark or contrast; `zoom` is per cent of the system's size of text.
    """
    global _current, _system_size
    if not _system_size:
        _system_size = app.font().pointSizeF()
    font = app.font()
    font.setPointSizeF(_system_size * zoom / 100)
    app.setFont(font)
    _current = _chosen(app, choice)
    app.setPalette(_qt_palette(_current))
    app.setStyleSheet(_style_sheet(_current, app.font().pointSizeF()))
    return _current


def _chosen(app: QApplication, choice: str) -> Palette:
    if choice in PALETTES:
        return PALETTES[choice]
    hints = app.styleHints()
    shade = "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"
    wanted = hints.accessibility().contrastPreference()
    if choice == "contrast" or wanted is Qt.ContrastPreference.HighContrast:
        return PALETTES[f"contrast-{shade}"]
    return PALETTES[shade]


def _qt_palette(tokens: Palette) -> QPalette:
    roles = QPalette.ColorRole
    result = QPalette()
    for role, colour in (
        (roles.Window, tokens.window),
        (roles.WindowText, tokens.ink),
        (roles.Base, tokens.surface),
        (roles.AlternateBase, tokens.raised),
        (roles.Text, tokens.ink),
        (roles.Button, tokens.surface),
        (roles.ButtonText, tokens.ink),
        (roles.Highlight, tokens.accent),
        (roles.HighlightedText, tokens.accent_ink),
        (roles.ToolTipBase, tokens.surface),
        (roles.ToolTipText, tokens.ink),
        (roles.PlaceholderText, tokens.muted),
        (roles.Link, tokens.accent),
        (roles.Mid, tokens.line),
        (roles.Dark, tokens.window),
        (roles.Accent, tokens.accent),
    ):
        result.setColor(role, QColor(colour))
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.muted))
    return result


def _style_sheet(t: Palette, base: float) -> str:
    arrows = "dark" if QColor(t.surface).lightness() < 128 else "light"
    folder = (resources_dir() / "icons").as_posix()
    small, section, title = base * 0.87, base * 1.15, base * 1.7
    w = t.border_width
    # The ring of the keyboard is wider than any border, so that it is not told by colour alone;
    # the padding gives way to it, and nothing moves.
    ring = 2 * w
    wider, thicker = ring - w, ring - 2
    # In high contrast there is no grey: what cannot be used has a broken edge.
    idle, idle_edge = (t.line, "solid") if w == 1 else (t.window, "dashed")
    # Nor are there soft fills: what is chosen is filled.
    chosen, chosen_ink = (t.accent_soft, t.accent) if w == 1 else (t.accent, t.accent_ink)
    return f"""
QWidget {{ color: {t.ink}; }}
QMainWindow, QDialog, QWidget#page, QWidget#content {{ background: {t.window}; }}
QWidget#side {{ background: {t.side}; }}
QLabel {{ background: transparent; }}
QLabel[role="brand"] {{ color: #FFFFFF; font-size: {section}pt; font-weight: 600; }}
QLabel[role="mission"] {{ color: {t.side_ink}; font-size: {small}pt; }}
QLabel[role="title"] {{ font-size: {title}pt; font-weight: 600; }}
QLabel[role="section"] {{ font-size: {section}pt; font-weight: 600; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="muted"] {{ color: {t.muted}; }}
QLabel[role="small"] {{ color: {t.muted}; font-size: {small}pt; }}
QLabel[role="label"] {{ color: {t.muted}; font-size: {small}pt; }}
QLabel[role="error"] {{ color: {t.danger}; font-size: {small}pt; }}
QLabel[role="caps"] {{ color: {t.muted}; font-size: {small}pt; font-weight: 600; }}
QFrame#card {{ background: {t.surface}; border: {w}px solid {t.line};
    border-radius: {CARD_CORNER}px; }}
QDialog#finder {{ background: {t.surface}; border: {w}px solid {t.field_line}; }}
QFrame#notice {{ background: {t.warn_soft}; border: {w}px solid {t.line};
    border-left: 3px solid {t.warn}; border-radius: {CARD_CORNER}px; }}
QFrame#flash {{ background: {t.side}; border: {w}px solid {t.side_selected};
    border-radius: {CARD_CORNER}px; }}
QFrame#flash QLabel {{ color: #FFFFFF; }}
QFrame#flash QPushButton {{ color: #FFFFFF; background: transparent; border: none;
    font-weight: 600; }}
QFrame#rule {{ background: {t.line}; border: none; max-height: {w}px; min-height: {w}px; }}
QPushButton {{ background: {t.surface}; border: {w}px solid {t.field_line};
    border-radius: {FIELD_CORNER}px; padding: 6px 14px; outline: none; }}
QPushButton:hover {{ background: {t.raised}; }}
QPushButton:pressed {{ background: {t.accent_soft}; }}
QPushButton:focus {{ border: {ring}px solid {t.accent};
    padding: {6 - wider}px {14 - wider}px; }}
QPushButton:disabled {{ color: {t.muted}; border-color: {t.line}; border-style: {idle_edge};
    background: {t.window}; }}
QPushButton[kind="primary"] {{ background: {t.accent}; color: {t.accent_ink};
    border-color: {t.accent}; font-weight: 600; }}
QPushButton[kind="primary"]:hover {{ background: {QColor(t.accent).darker(112).name()}; }}
QPushButton[kind="primary"]:focus {{ border: {ring}px solid {t.ink}; }}
QPushButton[kind="primary"]:disabled {{ background: {idle}; color: {t.muted};
    border-color: {t.line}; border-style: {idle_edge}; }}
QPushButton[kind="quiet"] {{ background: transparent; border: 2px solid transparent;
    color: {t.accent}; padding: 3px 6px; }}
QPushButton[kind="quiet"]:disabled {{ background: transparent; color: {t.muted}; }}
QPushButton[kind="quiet"]:hover {{ background: {t.accent_soft}; }}
QPushButton[kind="quiet"]:focus {{ border: {ring}px solid {t.accent};
    padding: {3 - thicker}px {6 - thicker}px; }}
QPushButton[kind="search"] {{ color: {t.muted}; text-align: left; padding: 6px 10px;
 }}
QPushButton[kind="search"]:focus {{ padding: {6 - wider}px {10 - wider}px; }}
QPushButton[kind="chip"] {{ padding: 4px 12px; color: {t.muted}; background: transparent;
    border-color: {t.line}; border-radius: {CHIP_CORNER}px; }}
QPushButton[kind="chip"]:hover {{ background: {t.raised}; }}
QPushButton[kind="chip"]:checked {{ background: {chosen}; color: {chosen_ink};
    border-color: {t.accent}; }}
QPushButton[kind="chip"]:focus {{ border: {ring}px solid {t.accent};
    padding: {4 - wider}px {12 - wider}px; }}
QPushButton[kind="section"] {{ text-align: left; padding: 7px 12px; background: transparent;
    border: 2px solid transparent; color: {t.muted}; }}
QPushButton[kind="section"]:hover {{ background: {t.raised}; }}
QPushButton[kind="section"]:checked {{ background: {t.accent_soft}; color: {t.accent};
    border-left-color: {t.accent}; }}
QPushButton[kind="section"]:focus {{ border: {ring}px solid {t.accent};
    padding: {7 - thicker}px {12 - thicker}px; }}
QPushButton[kind="nav"] {{ text-align: left; padding: 8px 12px; border: 2px solid transparent;
    border-radius: {FIELD_CORNER}px; color: {t.side_ink}; background: transparent; }}
QPushButton[kind="nav"][slim="true"] {{ text-align: center; padding: 8px 0; }}
QPushButton[kind="nav"]:hover {{ background: {t.side_selected}; }}
QPushButton[kind="nav"]:checked {{ background: {t.side_selected}; color: #FFFFFF;
    font-weight: 600; }}
QPushButton[kind="nav"]:focus {{ border: {ring}px solid {t.side_ink};
    padding: {8 - thicker}px {12 - thicker}px; }}
QPushButton[kind="nav"][slim="true"]:focus {{ padding: {8 - thicker}px 0; }}
QLineEdit, QComboBox, QPlainTextEdit, QTextEdit {{ background: {t.surface};
    border: {w}px solid {t.field_line}; border-radius: {FIELD_CORNER}px; padding: 6px 8px;
    selection-background-color: {t.accent}; selection-color: {t.accent_ink}; }}
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus, QTextEdit:focus {{
    border: {ring}px solid {t.accent}; padding: {6 - wider}px {8 - wider}px; }}
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled, QLineEdit:read-only {{
    color: {t.muted}; border-color: {t.line}; border-style: {idle_edge};
    background: {t.window}; }}
QLineEdit[wrong="true"], QComboBox[wrong="true"], QPlainTextEdit[wrong="true"] {{
    border: 2px solid {t.danger}; padding: 5px 7px; }}
QComboBox[narrows="true"] {{ background: {t.accent_soft}; border-color: {t.accent};
    color: {t.accent}; }}
QComboBox {{ combobox-popup: 0; }}
QComboBox::drop-down {{ border: none; width: 26px; }}
QComboBox::down-arrow {{ image: url("{folder}/arrow-{arrows}.svg"); width: 14px; height: 14px; }}
QCheckBox, QRadioButton {{ spacing: 8px; background: transparent; }}
QCheckBox::indicator {{ width: 16px; height: 16px; border: {w}px solid {t.field_line};
    border-radius: 4px; background: {t.surface}; }}
QCheckBox::indicator:focus {{ border: {ring}px solid {t.accent}; }}
QCheckBox::indicator:checked {{ background: {t.accent}; border-color: {t.accent};
    image: url("{folder}/check-{arrows}.svg"); }}
QAbstractItemView {{ background: {t.surface}; border: none; outline: none;
    alternate-background-color: {t.raised}; selection-background-color: {t.accent_soft};
    selection-color: {t.ink}; }}
QComboBox QAbstractItemView, QListView#suggestions {{
    background: {t.surface}; border: {w}px solid {t.field_line};
    selection-background-color: {t.accent_soft}; selection-color: {t.ink}; outline: none; }}
QComboBox QAbstractItemView::item, QListView#suggestions::item {{
    min-height: 28px; padding: 2px 6px; }}
QTableView {{ gridline-color: transparent; }}
QHeaderView {{ background: {t.surface}; border: none; }}
QHeaderView::section {{ background: {t.surface}; border: none; border-bottom: {w}px solid {t.line};
    padding: 8px 10px; color: {t.muted}; font-size: {small}pt; font-weight: 600; }}
QProgressBar {{ background: {t.raised}; border: {w}px solid {t.line}; border-radius: 4px; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 3px; }}
QScrollArea {{ border: none; background: transparent; }}
QScrollArea > QWidget > QWidget#content {{ background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; }}
QScrollBar::handle:vertical {{ background: {t.field_line}; border-radius: 4px; min-height: 32px; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 2px; }}
QScrollBar::handle:horizontal {{ background: {t.field_line}; border-radius: 4px; min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
    background: none; border: none; width: 0; height: 0; }}
QSplitter::handle {{ background: transparent; width: 16px; }}
QToolTip {{ background: {t.surface}; color: {t.ink}; border: 1px solid {t.field_line};
    padding: 4px 6px; }}
QMenu {{ background: {t.surface}; border: {w}px solid {t.field_line}; padding: 4px; }}
QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {t.accent_soft}; color: {t.ink}; }}
QPdfView {{ background: {t.window}; border: {w}px solid {t.line};
    border-radius: {FIELD_CORNER}px; }}
"""

"""Settings: how the mission's notes look on paper."""

from dataclasses import fields, replace

from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout

from ccmdesk.domain.errors import InputError
from ccmdesk.domain.layout import Layout
from ccmdesk.domain.profile import Profile
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.pages.settings_section import ProfileSection
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import S
from ccmdesk.ui.widgets.choice import choice
from ccmdesk.ui.widgets.field import Field
from ccmdesk.ui.widgets.form import Form

_LENGTHS = ("margin_left", "margin_right", "margin_top", "margin_bottom", "font_size")


class LayoutSection(ProfileSection):
    """Paper, margins, size of text, and what stands where."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._stored = Layout()
        card = self.card(
            tr("Paper and text"), tr("Drafts follow at once; an issued note stays as it was.")
        )
        form = Form()
        form.add_row(
            Field(tr("Paper"), choice((("A4", "A4"), ("Letter", "Letter"))), name="paper"),
            Field(tr("Size of the text (points)"), QLineEdit(), name="font_size"),
        )
        form.add_row(
            Field(tr("Left margin (mm)"), QLineEdit(), name="margin_left"),
            Field(tr("Right margin (mm)"), QLineEdit(), name="margin_right"),
        )
        form.add_row(
            Field(tr("Top margin (mm)"), QLineEdit(), name="margin_top"),
            Field(tr("Bottom margin (mm)"), QLineEdit(), name="margin_bottom"),
        )
        form.add_row(
            Field(
                tr("Place and date"),
                choice((("end", tr("after the text")), ("top", tr("at the top")))),
                name="date_place",
            ),
            Field(
                tr("Addressee and address"),
                choice(
                    (
                        ("foot", tr("at the foot of the first page")),
                        ("end", tr("after the text")),
                        ("none", tr("not printed")),
                    )
                ),
                name="address_place",
            ),
        )
        self.form = form
        self.add_form(card, form)
        parts = self.card(tr("Parts of a note"))
        self.boxes = {
            "title_line": QCheckBox(tr("The words “Note verbale” as a title")),
            "family_name_in_capitals": QCheckBox(tr("Family names in capitals")),
            "seal_space": QCheckBox(tr("Room for the seal and the initials")),
        }
        column = QVBoxLayout()
        column.setSpacing(S)
        for box in self.boxes.values():
            column.addWidget(box)
            box.toggled.connect(lambda _: self._on_changed())
        parts.body.addLayout(column)
        self.end()

    @property
    def dirty(self) -> bool:
        """Tell whether something is typed or ticked that is not stored."""
        ticked = any(
            box.isChecked() != getattr(self._stored, name) for name, box in self.boxes.items()
        )
        return self._loaded and (ticked or super().dirty)

    def load(self, profile: Profile) -> None:
        self._stored = profile.layout
        self.form.settle(
            {
                name: _written(getattr(profile.layout, name))
                for name in (field.name for field in fields(Layout))
                if name in self.form.fields
            }
        )
        for name, box in self.boxes.items():
            box.setChecked(getattr(profile.layout, name))
        self._on_changed()

    def apply(self, profile: Profile) -> Profile:
        texts = self.form.texts()
        length = {name: _length(texts[name], name) for name in _LENGTHS}
        ticked = {name: box.isChecked() for name, box in self.boxes.items()}
        layout = replace(
            profile.layout,
            paper=texts["paper"],
            date_place=texts["date_place"],
            margin_left=length["margin_left"],
            margin_right=length["margin_right"],
            margin_top=length["margin_top"],
            margin_bottom=length["margin_bottom"],
            font_size=length["font_size"],
            title_line=ticked["title_line"],
            family_name_in_capitals=ticked["family_name_in_capitals"],
            seal_space=ticked["seal_space"],
            address_place=texts["address_place"],
        )
        return replace(profile, layout=layout.checked())


def _written(value: object) -> str:
    return f"{value:g}" if isinstance(value, float | int) else str(value)


def _length(text: str, name: str) -> float:
    try:
        return float(text.strip().replace(",", "."))
    except ValueError:
        raise InputError(tr("Give a number, such as 20."), name) from None

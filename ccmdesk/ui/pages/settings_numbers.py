"""Settings: how register numbers are written, with a live example."""

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit

from ccmdesk.domain.errors import InputError
from ccmdesk.domain.profile import Profile
from ccmdesk.domain.register import NumberPattern
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.pages.settings_section import ProfileSection
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.widgets.choice import choice
from ccmdesk.ui.widgets.field import Field
from ccmdesk.ui.widgets.form import Form
from ccmdesk.ui.widgets.text import label


class NumbersSection(ProfileSection):
    """The pattern and when it starts again."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        card = self.card(
            tr("Register numbers"),
            tr("A number is taken when a note is issued, and never given twice."),
        )
        form = Form()
        form.add_row(
            Field(
                tr("Pattern"),
                QLineEdit(),
                name="number_pattern",
                help=tr("{{n}} number · {{n:03d}} with noughts · {{year}} · {{yy}}", n=0),
            ),
            Field(
                tr("The count starts again"),
                choice((("yearly", tr("each year")), ("never", tr("never")))),
                name="number_restart",
            ),
        )
        self.form = form
        self.add_form(card, form)
        self.example = label("", "strong")
        card.body.addWidget(self.example)
        form.changed.connect(self._show_example)
        self.end()

    def load(self, profile: Profile) -> None:
        pattern = profile.number_pattern
        self.form.settle({"number_pattern": pattern.pattern, "number_restart": pattern.restart})
        self._show_example()

    def apply(self, profile: Profile) -> Profile:
        return replace(profile, number_pattern=self._pattern().checked())

    def _pattern(self) -> NumberPattern:
        texts = self.form.texts()
        return NumberPattern(texts["number_pattern"].strip(), texts["number_restart"])

    def _show_example(self) -> None:
        place = self.form.fields["number_pattern"]
        try:
            pattern = self._pattern().checked()
        except InputError as error:
            place.set_error(error.message)
            self.example.setText("")
            return
        place.set_error("")
        year = self.shell.desk.clock.today().year
        self.example.setText(
            tr(
                "Example: {first}, then {second}",
                first=pattern.written(7, year),
                second=pattern.written(8, year),
            )
        )

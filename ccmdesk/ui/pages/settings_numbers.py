"""Settings: the registers and how their numbers are written, with live examples."""

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit

from ccmdesk.domain.errors import InputError
from ccmdesk.domain.profile import Profile, Series
from ccmdesk.domain.register import NumberPattern
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.pages.settings_section import ProfileSection
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.widgets.choice import choice
from ccmdesk.ui.widgets.field import Field
from ccmdesk.ui.widgets.form import Form
from ccmdesk.ui.widgets.form_list import FormList
from ccmdesk.ui.widgets.text import label


class NumbersSection(ProfileSection):
    """The main register with its pattern, and further registers beside it."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        card = self.card(
            tr("Register numbers"),
            tr("A number is taken when a note is issued, and never given twice."),
        )
        form = Form()
        form.add_row(*_pattern_fields())
        self.form = form
        self.add_form(card, form)
        self.example = label("", "strong")
        card.body.addWidget(self.example)
        form.changed.connect(self._show_example)
        further = self.card(
            tr("Further registers"),
            tr("Such as one for consular notes; each counts for itself and needs its own letters."),
        )
        self.series = FormList(
            self._series_form,
            add_words=tr("Add a register"),
            remove_words=tr("Take this register out"),
            empty_words=tr("There is the main register only."),
        )
        further.body.addWidget(self.series)
        self.series.changed.connect(self._on_changed)
        self.series.submitted.connect(self.save)
        self.end()

    def _series_form(self) -> Form:
        form = Form()
        form.add_row(Field(tr("Name of the register"), QLineEdit(), name="name"))
        form.add_row(*_pattern_fields())
        form.changed.connect(lambda: self._show_series_example(form))
        return form

    @property
    def dirty(self) -> bool:
        """Tell whether something is typed that is not stored."""
        return self._loaded and (super().dirty or self.series.dirty)

    def load(self, profile: Profile) -> None:
        self.form.settle(_texts(profile.number_pattern))
        self.series.settle([{"name": each.name, **_texts(each.pattern)} for each in profile.series])
        self._show_example()

    def apply(self, profile: Profile) -> Profile:
        series = tuple(Series(texts["name"], _pattern(texts)) for texts in self.series.texts())
        return replace(profile, number_pattern=_pattern(self.form.texts()).checked(), series=series)

    def show_problem(self, error: InputError, *, quietly: bool = False) -> None:
        if error.field == "series":
            row = self._row_of(error)
            if self.series.show_error(row, InputError(error.message, "name")):
                return
        super().show_problem(error, quietly=quietly)

    def _row_of(self, error: InputError) -> int:
        """Return the register an error names, the last one of that name where there are two."""
        names = [" ".join(texts["name"].split()) for texts in self.series.texts()]
        told = [row for row, name in enumerate(names) if f"“{name}”" in error.message]
        return told[-1] if told and names[told[-1]] else names.index("") if "" in names else -1

    def _show_example(self) -> None:
        texts = self.form.texts()
        self.example.setText(self._example(self.form, texts))

    def _show_series_example(self, form: Form) -> None:
        texts = form.texts()
        if texts["number_pattern"]:
            form.fields["number_restart"].set_help(self._example(form, texts))

    def _example(self, form: Form, texts: dict[str, str]) -> str:
        place = form.fields["number_pattern"]
        try:
            pattern = _pattern(texts).checked()
        except InputError as error:
            place.set_error(error.message)
            return ""
        place.set_error("")
        year = self.shell.desk.clock.today().year
        return tr(
            "Example: {first}, then {second}",
            first=pattern.written(7, year),
            second=pattern.written(8, year),
        )


def _pattern_fields() -> tuple[Field, Field]:
    return (
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


def _texts(pattern: NumberPattern) -> dict[str, str]:
    return {"number_pattern": pattern.pattern, "number_restart": pattern.restart}


def _pattern(texts: dict[str, str]) -> NumberPattern:
    return NumberPattern(texts["number_pattern"].strip(), texts["number_restart"])

"""Marks words spelt wrong in a report, by a dictionary of its language that is loaded aside."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from ccmdesk.domain.article7 import Report
from ccmdesk.services.spelling import Speller, load_speller
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.widgets.spelled_text import SpelledText


class ReportSpelling(QObject):
    """The spellers of a workspace, one for each language that was open."""

    def __init__(self, shell: Shell, fields: Sequence[SpelledText], parent: QObject) -> None:
        super().__init__(parent)
        self._shell, self._fields = shell, tuple(fields)
        self._spellers: dict[str, Speller | None] = {}
        self._language = ""
        self._names: tuple[str, ...] = ()

    def follow(self, report: Report) -> None:
        """Mark a report in its language; those who hold the facts are spelt right."""
        names = tuple({form.owner for form in report.forms if form.owner})
        if (report.language, names) == (self._language, self._names):
            return
        self._language, self._names = report.language, names
        if report.language not in self._spellers:
            self._load(report.language)
        self._mark()

    def _load(self, language: str) -> None:
        self._spellers[language] = None
        folder = self._shell.folder.dictionaries

        def done(speller: Speller | None) -> None:
            self._spellers[language] = speller
            self._mark()

        self._shell.run(lambda: load_speller(language, folder), done)

    def _mark(self) -> None:
        speller = self._spellers.get(self._language)
        if speller is not None:
            speller.set_names(self._names)
        for field in self._fields:
            field.set_speller(speller)

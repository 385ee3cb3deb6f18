"""An Article 7 report: its forms, who holds each, what it says, and what changed in the year."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

INITIAL = "initial"


class FormState(StrEnum):
    """What the cover page says of a form; `OPEN` is not decided yet."""

    OPEN = ""
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class TableSpec:
    """A table of a form: its name for the program, its caption and the heads of its columns."""

    key: str
    caption: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormSpec:
    """One form of a template.

    `items` are the provisions it answers, as in "7(1)(h), (i)"; `inferred` tells that this pairing
    is our reading, not the template's own word. `not_applicable_allowed` is False for Form A;
    `voluntary` forms may stay empty.
    """

    letter: str
    title: str
    items: str
    not_applicable_allowed: bool = True
    voluntary: bool = False
    guidance: str = ""
    tables: tuple[TableSpec, ...] = ()
    inferred: bool = False

    def table(self, key: str) -> TableSpec | None:
        """Return the table of that name, or None."""
        return next((each for each in self.tables if each.key == key), None)


@dataclass(frozen=True, slots=True)
class FormSet:
    """A reporting template as data, with its source and the day on which that was seen."""

    id: str
    title: str
    source: str
    as_of: date
    forms: tuple[FormSpec, ...]

    def form(self, letter: str) -> FormSpec:
        """Return the form of that letter; raises KeyError where the template has none."""
        for each in self.forms:
            if each.letter == letter:
                return each
        raise KeyError(letter)


@dataclass(frozen=True, slots=True)
class FormContent:
    """What a form says: free text, and the rows of its tables by the key of the table."""

    text: str = ""
    tables: dict[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    nil: bool = False
    """Nothing to declare, which is a declaration too."""

    def __bool__(self) -> bool:
        """Tell whether the form says anything."""
        return bool(self.nil or self.text.strip() or self.rows)

    @property
    def rows(self) -> int:
        """Return how many rows of its tables say something."""
        return sum(_says(row) for rows in self.tables.values() for row in rows)

    def cleaned(self) -> "FormContent":
        """Return what the form says without blank rows, empty tables and blanks at the ends."""
        tables = {
            key: tuple(tuple(cell.strip() for cell in row) for row in rows if _says(row))
            for key, rows in self.tables.items()
        }
        return FormContent(
            self.text.strip(), {key: rows for key, rows in tables.items() if rows}, self.nil
        )


def _says(row: tuple[str, ...]) -> bool:
    return any(cell.strip() for cell in row)


@dataclass(frozen=True, slots=True)
class FormFile:
    """A file that goes with a form ("" is the report as a whole)."""

    letter: str
    name: str
    sha256: str
    size: int
    id: int = 0


@dataclass(frozen=True, slots=True)
class ReportForm:
    """One form of one report.

    `owner` is the ministry or office that holds the facts; `earlier_on` the date of the report
    that an unchanged form points back to, and `earlier_period` the year that one covered.
    `carried` is the content as it was carried over, against which changes are marked.
    """

    letter: str
    state: FormState = FormState.OPEN
    content: FormContent = field(default_factory=FormContent)
    owner: str = ""
    asked_on: date | None = None
    promised_for: date | None = None
    received_on: date | None = None
    earlier_on: date | None = None
    earlier_period: str = ""
    carried_from: str = ""
    carried: FormContent | None = None


def report_name(period: str) -> str:
    """Return what the report on a period is called in a sentence."""
    return "initial report" if period == INITIAL else f"report on {period}"


@dataclass(frozen=True, slots=True)
class Report:
    """A report in work: `period` is the calendar year covered, or "initial".

    `first` and `last` bound the days it reports on. `contact` are the national points of contact
    (Article 7(1)(l)). `cover_only` says that the cover page stands in place of the forms.
    `version` is the newest sealed one, 0 while there is none; `correction` is why the version
    after it is in work, "" where none is. `forms` are in the order of the template. `id` is 0
    until stored.
    """

    state: str
    period: str
    form_set: str
    language: str
    first: date
    last: date
    contact: str = ""
    cover_only: bool = False
    correction: str = ""
    version: int = 0
    forms: tuple[ReportForm, ...] = ()
    files: tuple[FormFile, ...] = ()
    id: int = 0

    @property
    def initial(self) -> bool:
        """Tell whether this is the initial report."""
        return self.period == INITIAL

    @property
    def name(self) -> str:
        """Return what the report is called in a sentence: "initial report", "report on 2025"."""
        return report_name(self.period)

    @property
    def locked(self) -> bool:
        """Tell whether the report is sealed and no correction of it is in work."""
        return self.version > 0 and not self.correction

    @property
    def covered(self) -> bool:
        """Tell whether the report has a cover page: the initial one never, another once begun."""
        return not self.initial and (
            self.cover_only or any(form.state is not FormState.OPEN for form in self.forms)
        )

    @property
    def duty_key(self) -> str:
        """Return the key of the duty that the report meets."""
        kind = "art7_initial" if self.initial else "art7_annual"
        return f"{self.state}:{kind}:{self.period}"

    def form(self, letter: str) -> ReportForm:
        """Return the form of that letter; raises KeyError where the report has none."""
        for each in self.forms:
            if each.letter == letter:
                return each
        raise KeyError(letter)


@dataclass(frozen=True, slots=True)
class SealedReport:
    """One sealed version of a report; `reason` says why a later version was made."""

    report_id: int
    version: int
    sealed_at: datetime
    sealed_by: str
    pdf_sha256: str
    reason: str = ""
    id: int = 0

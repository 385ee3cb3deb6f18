"""Commands on an Article 7 report as a whole: begun, listed, checked, sealed, written to a file."""

from argparse import Namespace
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ccmdesk.commands.access import open_services, require_profile
from ccmdesk.commands.output import print_json, print_table
from ccmdesk.domain.article7 import (
    FormContent,
    FormState,
    Report,
    ReportForm,
    SealedReport,
    report_name,
)
from ccmdesk.domain.dates import spoken
from ccmdesk.domain.errors import InputError, RefusedError
from ccmdesk.domain.note import NoteState
from ccmdesk.domain.report_periods import read_period

if TYPE_CHECKING:
    from ccmdesk.services.desk import Desk

_WORDS = {
    FormState.OPEN: "not decided",
    FormState.CHANGED: "changed",
    FormState.UNCHANGED: "unchanged",
    FormState.NOT_APPLICABLE: "not applicable",
}


def report_sets(asked: Namespace) -> None:
    """List the reporting templates, and say what is wrong with those that cannot be used."""
    with open_services(asked) as desk:
        found, faults = desk.reports.form_sets(), desk.reports.form_set_faults()
    if asked.json:
        print_json(
            {
                "sets": [
                    {
                        "id": each.id,
                        "title": each.title,
                        "source": each.source,
                        "as_of": each.as_of,
                        "forms": {form.letter: form.title for form in each.forms},
                    }
                    for each in found
                ],
                "faults": faults,
            }
        )
        return
    print_table(
        ("Id", "Forms", "Title"),
        [(each.id, "".join(form.letter for form in each.forms), each.title) for each in found],
    )
    for fault in faults:
        print(fault)


def report_new(asked: Namespace) -> None:
    """Begin a report and print its period."""
    with open_services(asked) as desk:
        require_profile(desk)
        report = desk.reports.begin(asked.period, asked.form_set, asked.language, asked.source)
    _print_report(asked, report, f"The {report.name} is begun.")


def report_list(asked: Namespace) -> None:
    """List the reports of the mission's State, the latest first."""
    with open_services(asked) as desk:
        require_profile(desk)
        found = desk.reports.all()
        lacking = {each.id: _lacking(desk, each) for each in found}
    if asked.json:
        print_json(
            [report_json(each, full=False) | {"missing": lacking[each.id]} for each in found]
        )
    elif not found:
        print("No report was begun yet.")
    else:
        print_table(
            ("Period", "Covers", "Standing", "Missing"),
            [
                (
                    each.period,
                    f"{spoken(each.first)} to {spoken(each.last)}",
                    _standing(each),
                    _lacking_told(each, lacking[each.id]),
                )
                for each in found
            ],
        )


def report_show(asked: Namespace) -> None:
    """Show a report, or one of its forms in full."""
    with open_services(asked) as desk:
        report = named(desk, asked.period)
        titles = _titles(desk, report)
        versions = desk.reports.sealed(report.id)
    if asked.form is not None:
        _show_form(asked, report, titles)
        return
    if asked.json:
        print_json(report_json(report) | {"versions": [_version_json(each) for each in versions]})
        return
    print(f"{report.name.capitalize()} ({_standing(report)})")
    print(f"Covers {spoken(report.first)} to {spoken(report.last)}")
    print(f"Points of contact: {report.contact or 'nobody yet'}")
    print_table(
        ("Form", "Title", "State", "Held by", "Says"),
        [
            (
                form.letter,
                titles.get(form.letter, ""),
                _state_told(form),
                form.owner,
                _said(form.content),
            )
            for form in report.forms
        ],
    )
    for each in report.files:
        print(f"File: {each.name} ({each.letter or 'the report'}), SHA-256 {each.sha256}")
    for version in versions:
        print(_version_told(version))


def report_head(asked: Namespace) -> None:
    """Set what stands at the head of a report."""
    with open_services(asked) as desk:
        report = named(desk, asked.period)
        changed = replace(
            report,
            contact=report.contact if asked.contact is None else asked.contact,
            language=asked.language or report.language,
            first=asked.first or report.first,
            last=asked.last or report.last,
        )
        report = desk.reports.save_head(changed)
    _print_report(asked, report, f"The head of the {report.name} is set.")


def report_check(asked: Namespace) -> None:
    """Name what a report lacks, and who holds it."""
    with open_services(asked) as desk:
        report = named(desk, asked.period)
        missing = desk.reports.completeness(report.id)
    if asked.json:
        print_json(
            {
                "period": report.period,
                "complete": not missing,
                "missing": [
                    {"form": each.letter or None, "what": each.what, "holder": each.holder or None}
                    for each in missing
                ],
            }
        )
        return
    for each in missing:
        holder = f" Held by {each.holder}." if each.holder else ""
        print(f"{each.what}{holder}")
    if not missing:
        print("Nothing is missing.")


def report_seal(asked: Namespace) -> None:
    """Freeze a report with its PDF."""
    with open_services(asked) as desk:
        sealed = desk.reports.seal(named(desk, asked.period).id, asked.reason or "")
    if asked.json:
        print_json(_version_json(sealed))
    else:
        print(_version_told(sealed))


def report_correct(asked: Namespace) -> None:
    """Open the version after a sealed one, or drop one in which nothing was changed."""
    with open_services(asked) as desk:
        if asked.drop:
            report = desk.reports.drop_correction(named(desk, asked.period).id)
            told = f"Version {report.version} of the {report.name} counts again."
            _print_report(asked, report, told)
            return
        report = desk.reports.correct(named(desk, asked.period).id, asked.reason)
    _print_report(asked, report, f"Version {report.version + 1} of the {report.name} is open.")


def report_export(asked: Namespace) -> None:
    """Write a report as a PDF: the draft, the newest sealed version, or the version named.

    A file that ends in .eml becomes the e-mail with the note that carried it.
    """
    from ccmdesk.system.atomic_file import write_bytes

    with open_services(asked) as desk:
        report = named(desk, asked.period)
        if asked.out.suffix.lower() == ".eml":
            data = desk.transmittals.mail(transmitted(desk, report, asked.version).id).eml
        elif asked.version is None:
            data = desk.reports.pdf(report.id)
        else:
            data = desk.reports.sealed_pdf(sealed_as(desk, report, asked.version).id)
    write_bytes(asked.out, data)
    print(asked.out)


def report_remove(asked: Namespace) -> None:
    """Remove a report that was never sealed."""
    with open_services(asked) as desk:
        report = named(desk, asked.period)
        desk.reports.remove(report.id)
    _print_report(asked, report, f"The {report.name} is removed.")


def named(desk: "Desk", period: str) -> Report:
    """Return the report on a period; raises InputError where none was begun."""
    require_profile(desk)
    wanted = read_period(period)
    found = next((each for each in desk.reports.all() if each.period == wanted), None)
    if found is None:
        raise InputError(
            f"The {report_name(wanted)} was not begun; type “ccmdesk report new {wanted}” first.",
            "period",
        )
    return found


def sealed_as(desk: "Desk", report: Report, version: int) -> SealedReport:
    """Return one sealed version by its number; raises InputError where there is none."""
    versions = desk.reports.sealed(report.id)
    for each in versions:
        if each.version == version:
            return each
    known = ", ".join(str(each.version) for each in versions) or "none yet"
    raise InputError(
        f"The {report.name} has no sealed version {version}; there is {known}.", "version"
    )


def transmitted(desk: "Desk", report: Report, version: int | None) -> SealedReport:
    """Return the version named, else the newest that went with a note, else the newest.

    Raises InputError for an unknown version, RefusedError where the report was never sealed.
    """
    if version is not None:
        return sealed_as(desk, report, version)
    versions = desk.reports.sealed(report.id)
    if not versions:
        raise RefusedError(f"The {report.name} is not sealed yet; seal it first.", "report")
    left = {
        each.sealed_id
        for each in desk.transmittals.of(report.id)
        if each.state.sealed and each.state is not NoteState.CANCELLED
    }
    return next((each for each in reversed(versions) if each.id in left), versions[-1])


def report_json(report: Report, *, full: bool = True) -> dict[str, Any]:
    """Return a report as the command line prints it."""
    data: dict[str, Any] = {
        "id": report.id,
        "state": report.state,
        "period": report.period,
        "form_set": report.form_set,
        "language": report.language,
        "first": report.first,
        "last": report.last,
        "contact": report.contact or None,
        "cover_only": report.cover_only,
        "sealed_version": report.version,
        "locked": report.locked,
        "correction": report.correction or None,
        "duty": report.duty_key,
    }
    if full:
        data["forms"] = [form_json(form) for form in report.forms]
        data["files"] = [
            {
                "id": each.id,
                "form": each.letter or None,
                "name": each.name,
                "size": each.size,
                "sha256": each.sha256,
            }
            for each in report.files
        ]
    return data


def form_json(form: ReportForm) -> dict[str, Any]:
    """Return a form as the command line prints it."""
    return {
        "form": form.letter,
        "state": form.state.value or None,
        "text": form.content.text,
        "tables": form.content.tables,
        "nil": form.content.nil,
        "owner": form.owner or None,
        "asked_on": form.asked_on,
        "promised_for": form.promised_for,
        "received_on": form.received_on,
        "earlier_on": form.earlier_on,
        "earlier_period": form.earlier_period or None,
        "carried_from": form.carried_from or None,
    }


def _print_report(asked: Namespace, report: Report, told: str) -> None:
    if asked.json:
        print_json(report_json(report))
    else:
        print(told)


def _lacking(desk: "Desk", report: Report) -> int | None:
    """Return how many things a report lacks, None where its template was taken away."""
    if not any(each.id == report.form_set for each in desk.reports.form_sets()):
        return None
    return len(desk.reports.completeness(report.id))


def _lacking_told(report: Report, lacking: int | None) -> str:
    if report.locked:
        return ""
    return "its template" if lacking is None else str(lacking or "nothing")


def _titles(desk: "Desk", report: Report) -> dict[str, str]:
    found = (each for each in desk.reports.form_sets() if each.id == report.form_set)
    return {form.letter: form.title for each in found for form in each.forms}


def _show_form(asked: Namespace, report: Report, titles: dict[str, str]) -> None:
    form = next((each for each in report.forms if each.letter == asked.form), None)
    if form is None:
        known = ", ".join(each.letter for each in report.forms)
        raise InputError(f"The report has no Form {asked.form}; its forms are {known}.", "form")
    if asked.json:
        print_json(form_json(form))
        return
    print(f"Form {form.letter}: {titles.get(form.letter, '')} ({_state_told(form)})")
    if form.content.nil:
        print("Nothing to declare.")
    if form.content.text:
        print(form.content.text)
    for key, rows in form.content.tables.items():
        for row in rows:
            print(f"{key}: {' | '.join(row)}")


def _standing(report: Report) -> str:
    if report.locked:
        return f"sealed, version {report.version}"
    if report.correction:
        return f"version {report.version + 1} in work"
    return "in work"


def _state_told(form: ReportForm) -> str:
    told = _WORDS[form.state]
    if form.state is FormState.UNCHANGED and form.earlier_on is not None:
        return f"{told} since {spoken(form.earlier_on)}"
    return told


def _said(content: FormContent) -> str:
    if content.nil:
        return "nothing to declare"
    words, rows = len(content.text.split()), content.rows
    parts = [_counted(words, "word"), _counted(rows, "row")]
    return ", ".join(part for part in parts if part) or "nothing yet"


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}" if count else ""


def _version_json(sealed: SealedReport) -> dict[str, Any]:
    return {
        "id": sealed.id,
        "version": sealed.version,
        "sealed_at": sealed.sealed_at,
        "sealed_by": sealed.sealed_by,
        "reason": sealed.reason or None,
        "sha256": sealed.pdf_sha256,
    }


def _version_told(sealed: SealedReport) -> str:
    why = f" ({sealed.reason})" if sealed.reason else ""
    day = spoken(sealed.sealed_at.astimezone().date())
    return f"Sealed as version {sealed.version} on {day}{why}; SHA-256 {sealed.pdf_sha256}"

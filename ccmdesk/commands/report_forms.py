"""Commands on the forms of an Article 7 report: filled in, carried over, answered on the cover."""

import os
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ccmdesk.commands.access import open_services, read_bytes
from ccmdesk.commands.output import print_json
from ccmdesk.commands.report import form_json, named, report_json
from ccmdesk.commands.statuses import WrongUsageError
from ccmdesk.domain.article7 import FormContent, FormState, Report, ReportForm
from ccmdesk.domain.cover_page import CoverAnswer, CoverAnswers
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.report_changes import FormChanges, Mark

_SIGNS = {Mark.ADDED: "+", Mark.REMOVED: "-", Mark.CHANGED: "~"}


def report_form(asked: Namespace) -> None:
    """Fill in one form, and keep what goes with it."""
    files = [(_name(path), read_bytes(path, "file")) for path in asked.attach]
    text = _text(asked)
    with open_services(asked) as desk:
        report = named(desk, asked.period)
        form = _form(report, asked.letter)
        leaving = [_file(report, name) for name in asked.detach]
        _refuse_unfit(report, leaving, files)
        saved = desk.reports.save_form(report.id, _filled(form, asked, text))
        for file_id in leaving:
            desk.reports.remove_file(file_id)
        for name, data in files:
            desk.reports.add_file(report.id, asked.letter, name, data)
    if asked.json:
        print_json(form_json(saved))
    else:
        print(f"Form {saved.letter} of the {report.name} is kept.")


def report_carry(asked: Namespace) -> None:
    """Carry forms over from an earlier report."""
    with open_services(asked) as desk:
        report = desk.reports.carry(named(desk, asked.period).id, asked.source, asked.forms)
    carried = [form.letter for form in report.forms if form.carried_from]
    if asked.json:
        print_json(report_json(report))
    else:
        print(f"Carried over: {', '.join(carried) or 'nothing'}.")


def report_changes(asked: Namespace) -> None:
    """Show what changed in each form since it was carried over."""
    with open_services(asked) as desk:
        found = desk.reports.changes(named(desk, asked.period).id)
    if asked.json:
        print_json({letter: _changes_json(each) for letter, each in found.items()})
        return
    for letter, each in found.items():
        if not each:
            print(f"Form {letter}: as it was carried over")
            continue
        print(f"Form {letter}:")
        for line in _changes_told(each):
            print(f"  {line}")
    if not found:
        print("Nothing was carried over.")


def report_cover(asked: Namespace) -> None:
    """Answer the cover page; with --dry-run only tell which of its rules are broken."""
    with open_services(asked) as desk:
        report = named(desk, asked.period)
        answers = CoverAnswers(_answers(asked), asked.in_place_of_forms)
        if asked.known_dates:
            answers = _with_known(answers, desk.reports.proposed_cover(report.id))
        if asked.dry_run:
            faults = desk.reports.check_cover(report.id, answers)
        else:
            report, faults = desk.reports.apply_cover(report.id, answers), []
    if asked.json:
        print_json(
            {
                "period": report.period,
                "faults": [
                    {"form": each.letter or None, "field": each.field, "message": each.message}
                    for each in faults
                ],
                "forms": [form_json(form) for form in report.forms],
            }
        )
        return
    for fault in faults:
        print(fault.message)
    if not faults:
        print("The cover page keeps its rules." if asked.dry_run else "The cover page is answered.")


def _answers(asked: Namespace) -> tuple[CoverAnswer, ...]:
    told = [CoverAnswer(each, FormState.CHANGED) for group in asked.changed for each in group]
    told += [
        CoverAnswer(each, FormState.NOT_APPLICABLE)
        for group in asked.not_applicable
        for each in group
    ]
    return (*told, *(each for group in asked.unchanged for each in group))


def _with_known(answers: CoverAnswers, known: CoverAnswers) -> CoverAnswers:
    forms = []
    for each in answers.forms:
        if each.state is FormState.UNCHANGED and each.earlier_on is None:
            other = known.answer(each.letter)
            each = replace(each, earlier_on=other.earlier_on, earlier_period=other.earlier_period)
        forms.append(each)
    return replace(answers, forms=tuple(forms))


def _filled(form: ReportForm, asked: Namespace, text: str | None) -> ReportForm:
    content = FormContent() if asked.clear else form.content
    tables = dict(content.tables)
    for key, cells in asked.row:
        tables[key] = (*tables.get(key, ()), cells)
    content = FormContent(
        text=content.text if text is None else text,
        tables=tables,
        nil=content.nil if asked.nil is None else asked.nil,
    )
    typed: dict[str, Any] = {
        "state": asked.state,
        "owner": asked.owner,
        "asked_on": asked.asked,
        "promised_for": asked.promised,
        "received_on": asked.received,
        "earlier_on": asked.earlier,
        "earlier_period": asked.earlier_period,
    }
    given = {name: value for name, value in typed.items() if value is not None}
    return replace(form, content=content, **given)


def _text(asked: Namespace) -> str | None:
    if asked.text_file is None:
        text: str | None = asked.text
        return text
    if asked.text is not None:
        raise WrongUsageError("Give the text with --text or with --text-file, not with both.")
    try:
        return read_bytes(asked.text_file, "text").decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            f"“{asked.text_file}” is not written in UTF-8; save it anew as UTF-8.", "text"
        ) from error


def _name(path: Path) -> str:
    # The bytes of a name need not be text; what is kept of it is.
    return os.fsencode(path.name).decode("utf-8", "replace")


def _form(report: Report, letter: str) -> ReportForm:
    for form in report.forms:
        if form.letter == letter:
            return form
    known = ", ".join(form.letter for form in report.forms)
    raise InputError(f"The report has no Form {letter}; its forms are {known}.", "form")


def _file(report: Report, name: str) -> int:
    for file in report.files:
        if file.name.casefold() == name.strip().casefold():
            return file.id
    known = ", ".join(f"“{file.name}”" for file in report.files) or "none"
    raise InputError(f"The report has no file “{name.strip()}”; it has {known}.", "file")


def _refuse_unfit(
    report: Report, leaving: Sequence[int], files: Sequence[tuple[str, bytes]]
) -> None:
    """Raise InputError for a file that cannot be kept, before anything else is."""
    from ccmdesk.services.reports import checked_file, refuse_taken

    names = [each.name for each in report.files if each.id not in leaving]
    for name, data in files:
        file = checked_file(name, data)
        refuse_taken(file.name, names)
        names.append(file.name)


def _changes_json(changes: FormChanges) -> dict[str, Any]:
    return {
        "changed": bool(changes),
        "nil_changed": changes.nil,
        "text": [{"mark": each.mark.value, "text": each.text} for each in changes.text],
        "tables": {
            key: [
                {
                    "mark": each.mark.value,
                    "cells": each.cells,
                    "before": each.before or None,
                    "columns": each.columns,
                }
                for each in rows
            ]
            for key, rows in changes.tables.items()
        },
    }


def _changes_told(changes: FormChanges) -> list[str]:
    lines = [
        f"{_SIGNS[each.mark]} {each.text.strip()}"
        for each in changes.text
        if each.mark is not Mark.SAME and each.text.strip()
    ]
    for key, rows in changes.tables.items():
        lines += [
            f"{_SIGNS[each.mark]} {key}: {' | '.join(each.cells)}"
            for each in rows
            if each.mark is not Mark.SAME
        ]
    if changes.nil:
        lines.append("~ the declaration that there is nothing")
    return lines

"""The reporting templates: those that ship with the program, and those the mission drops in."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from ccmdesk.domain.article7 import FormSet, FormSpec, TableSpec
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.typed_text import kept_text
from ccmdesk.system.paths import resources_dir

NEWEST = "ccm-2010"
"""The template a report is begun with where none is named."""

_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_LETTER = r"[A-Z][A-Z0-9]?"
_KEY = r"[a-z0-9_]+"
_MOST_COLUMNS = 12
_MOST_TOLD = 2
_SET = {"id": str, "title": str, "source": str, "as_of": date, "form": list}
_FORM = {
    "letter": str,
    "title": str,
    "items": str,
    "inferred": bool,
    "not_applicable": bool,
    "voluntary": bool,
    "guidance": str,
    "table": list,
}
_TABLE = {"key": str, "caption": str, "columns": list}
_TYPES = {str: "a text", date: "a date", bool: "true or false", list: "a list"}
_MAY_BE_EMPTY = {"items", "guidance"}


class FormSets:
    """Read templates from the resources and from the mission's own folder of them.

    A file is read again whenever it has changed, so that a template can be dropped in while the
    program runs.
    """

    def __init__(self, own: Path) -> None:
        self._own = own

    def all(self) -> list[FormSet]:
        """Return the templates that can be used, the shipped ones first."""
        return self._read()[0]

    def faults(self) -> list[str]:
        """Return a sentence for each own file that cannot be used."""
        return self._read()[1]

    def get(self, id: str) -> FormSet:
        """Return one template; raises InputError where there is none of that id."""
        found, faults = self._read()
        for each in found:
            if each.id == id:
                return each
        known = ", ".join(each.id for each in found)
        told = "".join(f" {fault}" for fault in faults[:_MOST_TOLD])
        if len(faults) > _MOST_TOLD:
            told += " Further files there cannot be used either; “ccmdesk report sets” tells why."
        raise InputError(
            f"There is no reporting template “{id}”; there is {known}. A further one is a file in"
            f" the folder “{self._own}”.{told}",
            "form_set",
        )

    def _read(self) -> tuple[list[FormSet], list[str]]:
        found = [_loaded(path) for path in _files(resources_dir() / "forms")]
        faults = []
        for path in _files(self._own):
            try:
                own = _loaded(path)
                if any(each.id == own.id for each in found):
                    raise InputError(
                        f"The template {path.name} has the id “{own.id}”, which another one has;"
                        " give it an id of its own.",
                        "form_set",
                    )
                found.append(own)
            except InputError as error:
                faults.append(error.message)
        return found, faults


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.toml")) if folder.is_dir() else []


def _loaded(path: Path) -> FormSet:
    try:
        stat = path.stat()
        return _parsed(path, stat.st_mtime_ns, stat.st_size)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(f"The template {path.name} cannot be read ({reason}).") from error


@lru_cache(maxsize=16)
def _parsed(path: Path, changed_ns: int, size: int) -> FormSet:
    """Read a template; the time and the size of the file only tell whether it is still the one."""
    try:
        # Some editors begin a file with a mark that TOML does not know.
        data = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError(
            f"The template {path.name} is not written in UTF-8; save it anew as UTF-8."
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"The template {path.name} is not valid TOML: {error}.") from error
    return form_set_from(data, path.name)


def form_set_from(data: Mapping[str, Any], name: str) -> FormSet:
    """Return a template from plain data; raises InputError saying what is wrong in file `name`."""
    try:
        return _form_set(data)
    except _WrongError as error:
        raise InputError(f"The template {name} cannot be used: {error}.", "form_set") from error


class _WrongError(Exception):
    """Says in a few words what is wrong in a template."""


def _form_set(data: Mapping[str, Any]) -> FormSet:
    values = _checked(data, _SET, required={"id", "title", "source", "as_of", "form"}, where="it")
    _matching(values["id"], _ID, "the id", "small letters, digits and hyphens, as in ccm-2010")
    forms = tuple(_forms(values["form"]))
    if not forms:
        raise _WrongError("it has no form")
    _once([form.letter for form in forms], "Form {} stands in it twice")
    return FormSet(values["id"], values["title"], values["source"], values["as_of"], forms)


def _forms(rows: list[Any]) -> Iterator[FormSpec]:
    for number, row in enumerate(rows, start=1):
        where = f"form {number}"
        values = _checked(row, _FORM, required={"letter", "title"}, where=where)
        letter = values["letter"]
        _matching(letter, _LETTER, f"the letter of {where}", "a capital letter, as in B or B2")
        tables = tuple(_tables(values.get("table", []), f"Form {letter}"))
        _once([table.key for table in tables], f"Form {letter} has the table “{{}}” twice")
        yield FormSpec(
            letter=letter,
            title=values["title"],
            items=values.get("items", ""),
            not_applicable_allowed=values.get("not_applicable", True),
            voluntary=values.get("voluntary", False),
            guidance=values.get("guidance", ""),
            tables=tables,
            inferred=values.get("inferred", False),
        )


def _tables(rows: list[Any], form: str) -> Iterator[TableSpec]:
    for number, row in enumerate(rows, start=1):
        where = f"table {number} of {form}"
        values = _checked(row, _TABLE, required={"key", "caption", "columns"}, where=where)
        _matching(values["key"], _KEY, f"the key of {where}", "small letters, digits and _")
        columns = values["columns"]
        if not columns or not all(
            isinstance(each, str) and each.strip() and kept_text(each) == each for each in columns
        ):
            raise _WrongError(f"the columns of {where} have to be texts, at least one")
        if len(columns) > _MOST_COLUMNS:
            raise _WrongError(f"{where} has more than {_MOST_COLUMNS} columns, which no page holds")
        _once(columns, f"{where} has the column “{{}}” twice")
        yield TableSpec(values["key"], values["caption"], tuple(columns))


def _checked(
    row: object, types: Mapping[str, type], *, required: set[str], where: str
) -> dict[str, Any]:
    if not isinstance(row, Mapping):
        raise _WrongError(f"{where} is not written as a table of names and values")
    for name in row:
        if name not in types:
            known = ", ".join(types)
            raise _WrongError(f"{where} has “{name}”, which is none of {known}")
    for name, wanted in types.items():
        if name not in row:
            if name in required:
                raise _WrongError(f"{where} lacks “{name}”")
            continue
        value = row[name]
        # An instant counts as a date in Python, and a date as a number nowhere.
        if not isinstance(value, wanted) or isinstance(value, datetime):
            raise _WrongError(f"“{name}” of {where} has to be {_TYPES[wanted]}")
        if isinstance(value, str) and not value.strip() and name not in _MAY_BE_EMPTY:
            raise _WrongError(f"“{name}” of {where} is empty")
        if isinstance(value, str) and kept_text(value) != value:
            raise _WrongError(f"“{name}” of {where} has characters that no paper shows")
    return dict(row)


def _matching(text: str, pattern: str, what: str, wanted: str) -> None:
    if not re.fullmatch(pattern, text):
        raise _WrongError(f"{what} is “{text}”; it has to be {wanted}")


def _once(names: list[str], told: str) -> None:
    for name in names:
        if names.count(name) > 1:
            raise _WrongError(told.format(name))

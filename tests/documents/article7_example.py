"""An Article 7 report of an invented State, as the tests print it."""

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

from ccmdesk.documents.article7_report import ReportPaper
from ccmdesk.domain.article7 import (
    FormContent,
    FormFile,
    FormSet,
    FormSpec,
    FormState,
    Report,
    ReportForm,
    TableSpec,
)
from ccmdesk.domain.profile import Names

PICTURE = (Path(__file__).resolve().parents[2] / "resources" / "sample" / "emblem.png").read_bytes()
TYPES = TableSpec("types", "Types held", ("Type", "Quantity", "Lot numbers", "Remarks"))
AREAS = TableSpec(
    "areas",
    "Contaminated areas",
    ("Area", "Location", "Size (m²)", "Type of remnant", "Quantity", "Used in", "Status"),
)
TITLES = (
    ("A", "National implementation measures", "(a)"),
    ("B", "Stockpiles and destruction", "(b), (e), (f), (g)"),
    ("C", "Technical characteristics of each type produced/owned or possessed", "(c)"),
    ("D", "Cluster munitions retained and transferred", "Art. 3(6)-(8)"),
    ("E", "Status of conversion programmes", "(d)"),
    ("F", "Contaminated areas and clearance", "(h), (i)"),
    ("G", "Warning to the population and risk education", "(j)"),
    ("H", "Victim assistance", "(k)"),
    ("I", "National resources and international cooperation and assistance", "(m), (n)"),
    ("J", "Other relevant matters", ""),
)
FORM_SET = FormSet(
    "ccm-2010",
    "Template of 2010",
    "CCM/MSP/2010/PM/10",
    date(2026, 11, 22),
    tuple(
        FormSpec(
            letter,
            title,
            items,
            not_applicable_allowed=letter != "A",
            voluntary=letter == "J",
            tables={"B": (TYPES,), "F": (AREAS,)}.get(letter, ()),
        )
        for letter, title, items in TITLES
    ),
)
NAMES = Names(
    "Permanent Mission of the Republic of Avataria to the United Nations Office at Geneva",
    "the Republic of Avataria",
    "Geneva",
)
EARLIER = date(2026, 4, 28)


def file(letter: str, name: str, data: bytes) -> FormFile:
    return FormFile(letter, name, hashlib.sha256(data).hexdigest(), len(data))


def example(language: str = "en", *, initial: bool = False) -> Report:
    """Return a report in which each state of a form stands at least once."""
    said = {
        "A": FormContent("The Act on Cluster Munitions of 2014 was amended.\n\n- Penal sanctions\n"
                         "- Export control\n\nThe text of the amendment is attached."),
        "B": FormContent(tables={"types": (
            ("Cartridge 155 mm", "1,200", "AV-81/3; AV-82/1", "All destroyed in 2019"),
            ("Bomb CB-250", "48", "", ""),
        )}),
        "E": FormContent(nil=True),
        "F": FormContent("Two areas remain.", {"areas": tuple(
            (f"Area {n}", "Northern district, 47°12′ N", f"{n * 1750}", "Submunition", f"{n}",
             "1999", "Surveyed") for n in range(1, 4)
        )}),
    }  # fmt: skip
    states = dict.fromkeys("ABF", FormState.CHANGED) | dict.fromkeys("DE", FormState.NOT_APPLICABLE)
    forms = tuple(
        ReportForm(
            letter,
            states.get(letter, FormState.UNCHANGED),
            said.get(letter, FormContent()),
            owner="Ministry of Defence",
            asked_on=date(2027, 1, 11),
            earlier_on=None if letter in states else EARLIER,
            earlier_period="" if letter in states else "2025",
        )
        for letter, _, _ in TITLES
    )
    files = (
        file("A", "Act.txt", b"The Act\n"),
        file("C", "CB-250 side view.png", PICTURE),
        file("", "Act.txt", b"Another text\n"),
    )
    return Report(
        "XAV",
        "initial" if initial else "2026",
        "ccm-2010",
        language,
        date(2026, 1, 1),
        date(2026, 12, 31),
        contact="Ms. Ingrid Åsberg, Ministry of Foreign Affairs\nccm@example.org, +41 22 000 00 00",
        forms=tuple(replace(each, state=FormState.OPEN, earlier_on=None) for each in forms)
        if initial
        else forms,
        files=files,
        id=1,
    )


def paper(report: Report | None = None, **more: object) -> ReportPaper:
    """Return the example as it is printed, with its files."""
    files = {
        hashlib.sha256(data).hexdigest(): data
        for data in (b"The Act\n", PICTURE, b"Another text\n")
    }
    made = ReportPaper(report or example(), FORM_SET, NAMES, date(2027, 4, 27), files=files)
    return replace(made, **more)  # type: ignore[arg-type]

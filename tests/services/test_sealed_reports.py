"""A sealed report cannot be changed by SQL, and whoever gets around that is noticed."""

import hashlib
import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ccmdesk.app import open_desk
from ccmdesk.domain.article7 import FormContent
from ccmdesk.domain.clock import FixedClock
from ccmdesk.domain.errors import EnvironmentFault, RefusedError
from ccmdesk.domain.profile import Profile
from ccmdesk.services.desk import Desk
from ccmdesk.store.check import check
from tests.services.test_safety import tampered

CLOCK = FixedClock.on(date(2026, 4, 22))
PRESENT = "SELECT count(*), sum(length(pdf)), max(frozen_sha256) FROM sealed_reports"


def written(desk: Desk, period: str) -> int:
    """Begin a report, declare nothing in each form but one, and add a file."""
    report = desk.reports.begin(period)
    desk.reports.save_head(replace(report, contact="Section"))
    for form in report.forms:
        desk.reports.save_form(report.id, replace(form, content=FormContent(nil=True)))
    desk.reports.add_file(report.id, "F", "map.png", b"map")
    return report.id


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with one report sealed twice, one once and one in work, closed."""
    folder = tmp_path_factory.mktemp("sealed")
    desk = open_desk(folder, CLOCK)
    names = {"en": desk.profile.default_names("IRL", "Geneva", "en")}
    desk.profile.save(Profile("IRL", "en", names))
    twice, once = written(desk, "2024"), written(desk, "2025")
    written(desk, "2023")
    desk.reports.seal(twice)
    desk.reports.seal(once)
    report = desk.reports.correct(twice, "A figure was wrong")
    form = replace(report.form("B"), content=FormContent("Twelve held."))
    desk.reports.save_form(twice, form)
    desk.reports.seal(twice)
    desk.close()
    return folder / "ccmdesk.sqlite3"


@pytest.fixture
def copy(sealed: Path, tmp_path: Path) -> Path:
    """A copy of that register, for one test alone."""
    path = tmp_path / "data" / "ccmdesk.sqlite3"
    shutil.copytree(sealed.parent, path.parent)
    return path


def test_an_honest_register_passes(sealed: Path) -> None:
    assert check(sealed, full=True).ok


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE sealed_reports SET pdf = x'00'",
        "UPDATE sealed_reports SET frozen = '{}' WHERE id = 1",
        "UPDATE sealed_reports SET reason = 'x'",
        "UPDATE OR REPLACE sealed_reports SET version = 2 WHERE id = 1",
        "DELETE FROM sealed_reports",
        "DELETE FROM sealed_reports WHERE version = 2",
        "REPLACE INTO sealed_reports SELECT * FROM sealed_reports",
        "INSERT INTO sealed_reports SELECT * FROM sealed_reports WHERE id = 1",
        "UPDATE report_forms SET content = '{}' WHERE report_id = 1",
        "UPDATE report_forms SET report_id = 1, letter = 'Z' WHERE report_id = 3 AND letter = 'A'",
        "DELETE FROM report_forms WHERE report_id = 2",
        "INSERT INTO report_forms (report_id, letter) VALUES (2, 'K')",
        "REPLACE INTO report_forms (report_id, letter) VALUES (2, 'A')",
        "DELETE FROM report_files WHERE report_id = 2",
        "UPDATE report_files SET name = 'x' WHERE report_id = 2",
        "INSERT INTO report_files (report_id, name, sha256) SELECT 1, 'x', sha256 FROM proofs",
        "UPDATE reports SET removed_at = '2026' WHERE id = 1",
        "UPDATE reports SET period = '2020' WHERE id = 1",
        "UPDATE reports SET state = 'NGA' WHERE id = 2",
        "DELETE FROM reports WHERE id = 1",
    ],
)
def test_the_database_refuses_to_touch_what_is_sealed(statement: str, copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("PRAGMA foreign_keys=ON")
        before = connection.execute(PRESENT).fetchone()
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(statement)
        connection.rollback()
        assert connection.execute(PRESENT).fetchone() == before


def test_a_report_in_work_stays_free(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("UPDATE report_forms SET owner = 'Us' WHERE report_id = 3")
        connection.execute("UPDATE reports SET removed_at = '2026' WHERE id = 3")


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE sealed_reports SET pdf = x'00' WHERE id = 2", "The PDF of version 1"),
        (
            "UPDATE sealed_reports SET frozen = replace(frozen, 'Twelve', 'Two') WHERE version = 2",
            "The text of version 2 of the report IRL 2024",
        ),
        ("UPDATE sealed_reports SET reason = 'Other' WHERE version = 2", "other things"),
        ("UPDATE sealed_reports SET sealed_by = 'Nobody' WHERE id = 1", "other things"),
        ("UPDATE sealed_reports SET sealed_at = '2020' WHERE id = 1", "other things"),
        ("UPDATE sealed_reports SET version = 3 WHERE version = 2", "other things"),
        ("DELETE FROM sealed_reports WHERE version = 2", "is missing"),
        ("DELETE FROM sealed_reports WHERE id = 1", "Version 1 of the sealed report IRL 2024"),
        ("UPDATE reports SET period = '2020' WHERE id = 1", "another State or period"),
        ("DELETE FROM sealed_reports", "is missing"),
        ("UPDATE sealed_reports SET frozen = ''", "is not the one that was sealed"),
    ],
)
def test_every_alteration_is_noticed(statement: str, said: str, copy: Path) -> None:
    tampered(copy, statement)
    wrong = {item.name: item.message for item in check(copy, full=False).items if not item.ok}
    assert said in wrong["reports"]


def test_a_forged_seal_does_not_agree_with_the_record_of_events(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        (text,) = connection.execute("SELECT frozen FROM sealed_reports WHERE id = 2").fetchone()
    pdf = b"%PDF-1.7 forged"
    data = json.loads(text)
    data["contact"] = "Forger"
    data["seal"]["pdf_sha256"] = hashlib.sha256(pdf).hexdigest()
    frozen = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(frozen.encode()).hexdigest()
    tampered(
        copy,
        f"UPDATE sealed_reports SET pdf = x'{pdf.hex()}', frozen = '{frozen}',"
        f" pdf_sha256 = '{data['seal']['pdf_sha256']}', frozen_sha256 = '{digest}' WHERE id = 2",
    )
    wrong = {item.name: item.message for item in check(copy, full=False).items if not item.ok}
    assert "record of events differ on version 1 of the report IRL 2025" in wrong["reports"]


def test_a_file_that_is_gone_is_noticed(copy: Path) -> None:
    tampered(copy, "DELETE FROM report_files", "DELETE FROM proofs")
    wrong = {item.name: item.message for item in check(copy, full=False).items if not item.ok}
    assert "A file of the sealed report" in wrong["reports"]


def test_a_tampered_version_is_not_given_out(copy: Path) -> None:
    tampered(copy, "UPDATE sealed_reports SET pdf = x'255044462d' WHERE id = 2")
    desk = open_desk(copy.parent, CLOCK)
    try:
        with pytest.raises(EnvironmentFault, match="not the one that was sealed"):
            desk.reports.sealed_pdf(2)
        assert desk.reports.sealed_pdf(1)
    finally:
        desk.close()


def test_a_seal_that_fails_at_its_last_step_leaves_no_trace(copy: Path) -> None:
    desk = open_desk(copy.parent, CLOCK)
    try:
        in_work = desk.reports.all()[-1]
        raw(copy, "CREATE TRIGGER x BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'no'); END")
        with pytest.raises(RefusedError):
            desk.reports.seal(in_work.id)
        raw(copy, "DROP TRIGGER x")
        assert desk.reports.get(in_work.id) == in_work
        assert desk.reports.sealed(in_work.id) == []
        assert desk.safety.check().ok
        assert desk.reports.seal(in_work.id).version == 1
    finally:
        desk.close()


def raw(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)

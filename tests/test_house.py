"""Keeps the house in order: sizes, walls between the rooms, one clock, no outside addresses."""

import ast
import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parent.parent
ROOMS = (
    "commands",
    "documents",
    "domain",
    "incoming",
    "language",
    "services",
    "store",
    "system",
    "typeset",
    "ui",
)
LONGEST_FILE = 500
NOT_OURS = {".git", ".venv", "build", "dist", "__pycache__"}
NOT_OURS_PREFIXES = (".mypy", ".ruff", ".pytest", ".import", ".hypothesis")
TEXT_SUFFIXES = {
    "",
    ".cfg",
    ".css",
    ".csv",
    ".desktop",
    ".html",
    ".json",
    ".lock",
    ".md",
    ".py",
    ".sh",
    ".svg",
    ".toml",
    ".ts",
    ".txt",
    ".yml",
}
# What asks the machine for the day or the hour, by the names it is reached by.
TIME_QUESTIONS = {
    ("date", "today"),
    ("datetime", "today"),
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("time", "time"),
    ("time", "time_ns"),
    ("time", "localtime"),
    ("time", "gmtime"),
    ("time", "ctime"),
    ("QDate", "currentDate"),
    ("QTime", "currentTime"),
    ("QDateTime", "currentDateTime"),
    ("QDateTime", "currentDateTimeUtc"),
    ("QDateTime", "currentMSecsSinceEpoch"),
}
# Joined from parts, so that this file does not find itself.
OUTSIDE_PATH = re.compile(
    r"(?<![\w./~:}-])/(?:" + "|".join(["work", "root", "home", "Users"]) + r")/\w"
)
INDEX_HOST = re.compile(
    "|".join(["py" + r"pi\.", "python" + r"hosted\.", "ana" + r"conda\."]), re.I
)


def files() -> Iterator[Path]:
    for folder, folders, names in os.walk(HOUSE):
        folders[:] = sorted(
            name
            for name in folders
            if name not in NOT_OURS and not name.startswith(NOT_OURS_PREFIXES)
        )
        for name in sorted(names):
            yield Path(folder, name)


def sources(*below: str) -> list[Path]:
    """Return our Python files, all of them or those below the folders named."""
    roots = [HOUSE / folder for folder in below] or [HOUSE]
    found = [path for path in files() if path.suffix == ".py"]
    return [path for path in found if any(path.is_relative_to(root) for root in roots)]


def from_house(path: Path) -> str:
    return path.relative_to(HOUSE).as_posix()


def questions_of_time(tree: ast.AST) -> list[int]:
    """Return the lines that ask the machine for the day or the hour, under whatever alias."""
    real_names: dict[str, str] = {}
    lines = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            for name in node.names:
                real_names[name.asname or name.name] = name.name
                if node.module == "time" and (node.module, name.name) in TIME_QUESTIONS:
                    lines.append(node.lineno)
        elif isinstance(node, ast.Import):
            for name in node.names:
                real_names[name.asname or name.name] = name.name
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute):
            continue
        owner = node.value
        if isinstance(owner, ast.Name):
            called = real_names.get(owner.id, owner.id)
        elif isinstance(owner, ast.Attribute):
            called = owner.attr
        else:
            continue
        if (called, node.attr) in TIME_QUESTIONS:
            lines.append(node.lineno)
    return lines


def imported_packages(tree: ast.AST) -> set[str]:
    packages = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            packages |= {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            packages.add(node.module.partition(".")[0])
    return packages


def test_no_python_file_is_too_long() -> None:
    lengths = {from_house(path): path.read_bytes().count(b"\n") for path in sources()}
    assert lengths
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_import_contracts_hold() -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command; lint_imports_command()",
            "--no-cache",
        ],
        cwd=HOUSE,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_only_the_clock_asks_the_time() -> None:
    asking = {
        from_house(path): lines
        for path in sources()
        if (lines := questions_of_time(ast.parse(path.read_bytes())))
    }
    clock = asking.pop("ccmdesk/domain/clock.py")
    assert len(clock) == 2
    assert asking == {}


@pytest.mark.parametrize(
    "source",
    [
        "import datetime\ndatetime.date.today()",
        "import datetime as dt\ndt.datetime.now()",
        "from datetime import date as day\nday.today()",
        "from time import time\ntime()",
        "import time as t\nt.time()",
    ],
)
def test_the_watch_for_the_time_sees_through_aliases(source: str) -> None:
    assert questions_of_time(ast.parse(source))


def test_only_the_window_and_the_root_import_qt() -> None:
    importing = {
        from_house(path)
        for path in sources("ccmdesk")
        if "PySide6" in imported_packages(ast.parse(path.read_bytes()))
    }
    allowed = {name for name in importing if name.startswith("ccmdesk/ui/")} | {"ccmdesk/app.py"}
    assert importing - allowed == set()


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_has_its_tests(room: str) -> None:
    if {path.name for path in (HOUSE / "ccmdesk" / room).glob("*.py")} == {"__init__.py"}:
        pytest.skip("nothing lives there yet")
    assert list((HOUSE / "tests" / room).glob("test_*.py"))


def test_the_rooms_are_the_ones_we_know_and_each_says_what_lives_there() -> None:
    found = {path.parent.name for path in (HOUSE / "ccmdesk").glob("*/__init__.py")}
    assert found == set(ROOMS)
    for room in ROOMS:
        init = HOUSE / "ccmdesk" / room / "__init__.py"
        assert ast.get_docstring(ast.parse(init.read_bytes())), room


def test_nothing_is_called_utils() -> None:
    vague = {"utils", "util", "misc", "common", "helpers", "helper"}
    named = {from_house(path) for path in sources() if vague & {path.stem, path.parent.name}}
    assert named == set()


def test_no_file_points_outside_the_project_or_names_an_index() -> None:
    pointing = []
    for path in files():
        if path.suffix.lower() not in TEXT_SUFFIXES:
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        pointing += [
            f"{from_house(path)}: {found.group()}"
            for pattern in (OUTSIDE_PATH, INDEX_HOST)
            for found in pattern.finditer(text)
        ]
    assert pointing == []


def test_locks_pin_every_package_by_hash_and_name_no_address() -> None:
    for lock in (HOUSE / "packaging").glob("*.lock"):
        text = lock.read_text(encoding="utf-8")
        assert "://" not in text
        pins = re.split(r"\n(?=\S)", text.strip())
        assert len(pins) > 5
        assert [pin for pin in pins if "==" not in pin or "--hash=sha256:" not in pin] == []


def test_both_locks_agree() -> None:
    def pins(name: str) -> set[str]:
        text = (HOUSE / "packaging" / name).read_text(encoding="utf-8")
        return set(re.findall(r"^(\S+==\S+)", text, re.M))

    assert pins("requirements.lock") <= pins("requirements-dev.lock")


def test_every_dependency_is_locked_and_has_its_reason() -> None:
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["build"]]
    wanted += [line for line in project["dependency-groups"]["dev"] if isinstance(line, str)]
    names = {re.match(r"[\w-]+", line).group() for line in wanted}  # type: ignore[union-attr]
    reasons = (HOUSE / "CONTRIBUTING.md").read_text(encoding="utf-8")
    lock = (HOUSE / "packaging" / "requirements-dev.lock").read_text(encoding="utf-8")
    assert {name for name in names if f"`{name}`" not in reasons} == set()
    locked = {name.replace("_", "-").lower() for name in re.findall(r"^([\w-]+)==", lock, re.M)}
    assert {name for name in names if name.replace("_", "-").lower() not in locked} == set()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel that `pip install .` would install."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=HOUSE,
        capture_output=True,
        check=True,
    )
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_carries_the_resources_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = {name for name in archive.namelist() if ".dist-info/" not in name}
    resources = {
        f"ccmdesk/{from_house(path)}"
        for path in files()
        if path.is_relative_to(HOUSE / "resources")
    }
    assert resources
    assert {name for name in inside if name.startswith("ccmdesk/resources/")} == resources
    assert {name.partition("/")[0] for name in inside} == {"ccmdesk"}
    assert "ccmdesk/py.typed" in inside


def test_the_program_works_from_the_wheel_alone(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "ccmdesk", "states", "--json"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)) > 100
    where = subprocess.run(
        [sys.executable, "-c", "import ccmdesk; print(ccmdesk.__file__)"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(where.stdout.strip()).is_relative_to(tmp_path)

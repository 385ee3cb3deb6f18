"""Settings survive and never stop the window; logs stay in the data folder."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from platformdirs import user_data_path

from ccmdesk.system.account import account_name
from ccmdesk.system.logs import start_log, stop_log
from ccmdesk.system.paths import DataFolder, default_data_dir, resources_dir
from ccmdesk.system.settings import THEMES, Settings, load_settings, save_settings


@given(
    kept=st.builds(
        Settings,
        theme=st.sampled_from(THEMES),
        zoom=st.integers(80, 200),
        geometry=st.binary(max_size=80).map(bytes.hex),
    )
)
def test_settings_come_back(kept: Settings, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / "settings.toml"
    save_settings(path, kept)
    assert load_settings(path) == kept


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=60))
def test_a_damaged_file_gives_the_usual_settings(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(data)
    assert load_settings(path) == Settings()


def test_what_is_out_of_range_is_put_back(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('theme = "pink"\nzoom = 5000\ngeometry = "zz"\n')
    assert load_settings(path) == Settings(zoom=200)
    path.write_text('theme = 5\nzoom = "x"\ngeometry = 1\n')
    assert load_settings(path) == Settings()
    assert load_settings(tmp_path / "none.toml") == Settings()


def test_the_log_is_written_once_and_kept_in_the_folder(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    try:
        start_log(folder.log).error("first")
        start_log(folder.log).error("second")
    finally:
        stop_log()
    lines = folder.log.read_text(encoding="utf-8").splitlines()
    assert [line.rpartition(": ")[2] for line in lines] == ["first", "second"]


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    try:
        start_log(tmp_path / "file" / "logs" / "x.log").error("unheard")
    finally:
        stop_log()


def test_the_data_folder_can_be_named(own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert default_data_dir() == own_folders / "data"
    monkeypatch.delenv("CCMDESK_DATA_DIR")
    assert default_data_dir().is_relative_to(own_folders / "home")


@pytest.mark.parametrize("named", ["", "/somewhere/else", "here/below", "~/share"])
def test_the_usual_folder_is_that_of_the_platform(
    named: str, own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CCMDESK_DATA_DIR")
    monkeypatch.setenv("XDG_DATA_HOME", named)
    assert default_data_dir() == user_data_path("ccmdesk", appauthor=False)


def test_what_ships_is_found() -> None:
    assert (resources_dir() / "sample" / "sample.toml").is_file()


def test_an_account_has_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "ada")
    assert account_name() == "ada"

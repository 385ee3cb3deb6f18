"""A second start calls the window that is there; nobody else's window hears it."""

import threading
from pathlib import Path

from ccmdesk.system.summons import call, heard


def test_a_call_is_heard_once(tmp_path: Path) -> None:
    path = tmp_path / "window-wanted"
    answers: list[bool] = []

    def answer() -> None:
        while not heard(path):
            pass
        answers.append(True)

    window = threading.Thread(target=answer)
    window.start()
    assert call(path, 10)
    window.join()
    assert answers == [True]
    assert not path.exists()
    assert not heard(path)


def test_where_nobody_answers_the_call_is_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "window-wanted"
    assert not call(path, 0.1)
    assert not path.exists()
    assert not call(tmp_path / "nowhere" / "window-wanted", 0.1)


def test_a_call_from_another_machine_is_left_to_its_own(tmp_path: Path) -> None:
    path = tmp_path / "window-wanted"
    path.write_text("another machine", encoding="utf-8")
    assert not heard(path)
    assert path.exists()

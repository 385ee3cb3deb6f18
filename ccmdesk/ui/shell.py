"""What a page may ask of the window around it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from ccmdesk.system.paths import DataFolder

if TYPE_CHECKING:
    from ccmdesk.services.desk import Desk


class Shell(Protocol):
    """The main window, as the pages see it."""

    @property
    def desk(self) -> "Desk":
        """Return the services; raises RuntimeError before the database is open."""
        ...

    @property
    def ready(self) -> bool:
        """Tell whether the services are there."""
        ...

    def go(self, page: str, target: object = None) -> None:
        """Open a page by its name ("notes"), at `target` (an id, a code) if given."""
        ...

    def say(self, text: str, action: str = "", act: Callable[[], object] | None = None) -> None:
        """Show a short message at the foot of the window."""
        ...

    def said_with_undo(self, text: str) -> None:
        """Show a short message with a button that undoes the last act."""
        ...

    def show_error(self, error: Exception) -> None:
        """Show an error in the words for its family; a fault of the program is logged."""
        ...

    def attempt(self, act: Callable[[], Any]) -> bool:
        """Call `act`; show what goes wrong, and return whether it went well."""
        ...

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run slow work aside, then call `done` with its result; an error goes to `failed`."""
        ...

    def run_ahead(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run what is wanted with each key beside other slow work, as `run` does."""
        ...

    def fit_tray(self) -> None:
        """Show the sign among those of the desktop, or take it away, as the settings say."""
        ...

    def leave_sample(self) -> None:
        """Take the sample dossier away and begin with the first run."""
        ...

    def undo(self) -> None:
        """Undo the last act and say which."""
        ...

    def redo(self) -> None:
        """Do again what was undone last."""
        ...

    def retheme(self, choice: str, zoom: int) -> None:
        """Change the colours of the window (system, light, dark, contrast) and its size of text."""
        ...

    def open_finder(self) -> None:
        """Open the box that finds everything and runs every command."""
        ...

    def enter(self) -> None:
        """Leave the first run: the profile is there now."""
        ...

    @property
    def folder(self) -> DataFolder:
        """Return the data folder, for the settings of the window."""
        ...

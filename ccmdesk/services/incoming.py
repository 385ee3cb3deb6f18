"""The plain register of received papers."""

from dataclasses import replace

from ccmdesk.domain.incoming_paper import IncomingPaper
from ccmdesk.services.acts import Acts
from ccmdesk.store.incoming_rows import bin_paper, load_papers, store_paper


class IncomingService:
    """Keep the papers that came in."""

    def __init__(self, acts: Acts) -> None:
        self._acts = acts

    def all(self) -> list[IncomingPaper]:
        """Return the papers, the latest received first."""
        with self._acts.reading() as connection:
            return load_papers(connection)

    def save(self, paper: IncomingPaper) -> IncomingPaper:
        """Add a paper (id 0) or replace a stored one, and return it as stored.

        A paper without a day of receipt counts as received today.
        """
        checked = paper.checked()
        if checked.received_on is None:
            checked = replace(checked, received_on=self._acts.clock.today())
        label = "Change the paper" if checked.id else "Register the paper"
        with self._acts.act("paper.save", label, "incoming") as act:
            paper_id = store_paper(act.unit, checked)
            act.subject = f"paper/{paper_id}"
        return replace(checked, id=paper_id)

    def remove(self, paper_id: int) -> None:
        """Put a paper into the bin, from where undo takes it back."""
        with self._acts.act("paper.remove", "Remove the paper", "incoming") as act:
            act.subject = f"paper/{paper_id}"
            bin_paper(act.unit, paper_id, self._acts.clock.now())

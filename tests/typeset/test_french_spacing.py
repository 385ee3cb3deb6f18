"""The spaces of French."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.typeset.blocks import Document, Paragraph, Run, plain
from ccmdesk.typeset.french_spacing import spaced
from ccmdesk.typeset.render import render
from tests.typeset.test_render import read


def shown(text: str, lang: str = "fr") -> str:
    """Return the text with narrow spaces as _ and no-break ones as ~."""
    (run,) = spaced([Run(text)], lang)
    return run.text.replace("\u202f", "_").replace("\u00a0", "~")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Objet: la réunion", "Objet~: la réunion"),
        ("Objet : la réunion", "Objet~: la réunion"),
        ("Objet\u202f: la réunion", "Objet_: la réunion"),
        ("Vraiment? Oui! Bien;", "Vraiment_? Oui_! Bien_;"),
        ("Vraiment ?", "Vraiment_?"),
        ("Vraiment\u00a0?", "Vraiment~?"),
        ("Vraiment ?!", "Vraiment_?!"),
        ("«Réunion»", "«~Réunion~»"),
        ("« Réunion »", "«~Réunion~»"),
        ("« Réunion »: oui", "«~Réunion~»~: oui"),
        ("«\u202fRéunion\u202f»", "«_Réunion_»"),
        ("(voir l’annexe!)", "(voir l’annexe_!)"),
        ("à 12:30", "à 12:30"),
        ("https://un.org/a?b=c", "https://un.org/a?b=c"),
        ("…?", "…_?"),
        ("?", "?"),
        (": oui", ": oui"),
        ("", ""),
    ],
)
def test_spaces_are_set_once(typed: str, expected: str) -> None:
    assert shown(typed) == expected
    assert shown(shown(typed).replace("_", "\u202f").replace("~", "\u00a0")) == expected


def test_other_languages_keep_theirs() -> None:
    assert shown("Subject: «yes»!", "en") == "Subject: «yes»!"


def test_runs_keep_their_manner_and_their_language() -> None:
    runs = [Run("Oui", bold=True), Run("! «"), Run("Yes!", lang="en"), Run("»")]
    assert [run.text for run in spaced(runs, "fr")] == ["Oui", "\u202f! «", "Yes!", "\u00a0»"]
    assert spaced(runs, "fr")[0].bold


def test_on_paper_the_space_is_narrow_and_found_as_a_space() -> None:
    data = render(Document("t", "a", "s", "fr", (Paragraph(plain("Est-ce prêt? Oui: «oui»!")),)))
    assert "Est-ce prêt ? Oui : « oui » !" in read(data).pages[0].extract_text()
    data = render(
        Document("t", "a", "s", "fr", (Paragraph(plain("Oui: «oui»!")),), held_together=False)
    )
    assert "Oui: «oui»!" in read(data).pages[0].extract_text()


@given(st.lists(st.text(alphabet="ab1 :;!?«»\u00a0\u202f", max_size=8), max_size=5))
def test_nothing_but_spaces_is_changed(texts: list[str]) -> None:
    runs = [Run(text) for text in texts]
    done = spaced(runs, "fr")
    assert ["".join(run.text.split()) for run in done] == ["".join(text.split()) for text in texts]
    assert [run.text for run in spaced(done, "fr")] == [run.text for run in done]

"""How the sentences of a note are put together: template or typed text, part by part.

Places filled for every language, beside those of its own grammar: number, reference, note,
concerning, earlier, year, question, until, expires.
"""

from dataclasses import dataclass

from ccmdesk.domain.note import NoteContent, NoteKind, Part
from ccmdesk.domain.note_kinds import CHANGES, CORRECTIONS, DELEGATION, RULES
from ccmdesk.domain.note_matter import Matter
from ccmdesk.domain.state import Status
from ccmdesk.language import references
from ccmdesk.language.addressees import recognized
from ccmdesk.language.grammar import BLANK, Grammar, grammar
from ccmdesk.language.listed_changes import change_lines, correction_lines
from ccmdesk.language.phrases import DEFAULT, Formula, pack

_ANNEXED = "annex_reference"
"""The formula that stands instead of the one before the list where the list is in an annex."""


@dataclass(frozen=True, slots=True)
class Written:
    """One paragraph of the body.

    `text` may hold several lines where an officer typed them, each a paragraph in print; `items`
    are the lines listed below the sentence (changes, corrections). `live` tells that the paragraph
    follows the data; `standard` is what the template says, items below the sentence ("" for a free
    paragraph).
    """

    key: str
    text: str
    live: bool
    standard: str
    items: tuple[str, ...] = ()

    @property
    def whole(self) -> str:
        """Return the sentence and its items as the officer edits them, one line each."""
        return "\n".join((self.text, *self.items))


@dataclass(frozen=True, slots=True)
class Wording:
    """The texts of a note from top to foot; `addressee` stands over the address.

    `opening` ends where the statement begins, with the space the language needs between them.
    `annex_title` is the word "Annex", `annex_heading` what is listed there.
    """

    title: str
    number: str
    opening: str
    body: tuple[Written, ...]
    closing: str
    place_and_date: str
    addressee: str
    subject: str
    annex_title: str
    annex_heading: str
    enclosures: str
    translation_head: str
    classification: str
    urgency: str


class NoteWriter:
    """Writes one note: holds the filled places while the sentences are put together."""

    def __init__(self, content: NoteContent) -> None:
        self.content = content
        self.phrases = pack(content.language)
        self.grammar: Grammar = grammar(content.language)
        self.rule = RULES[content.kind]
        self.values = self._values()

    def variant(self, variants: dict[str, str]) -> str:
        """Return the variant of opening or closing the layout names, if the language has it."""
        layout = self.content.layout
        name = layout.opening if variants is self.phrases.openings else layout.closing
        return name if name in variants else DEFAULT

    def formulas_used(self) -> list[Formula]:
        """Return the formulas of the paragraphs that follow the data."""
        live = [part.key for part in self._parts() if part.key and part.text is None]
        found = [self._formula(key) for key in live]
        return [formula for formula in found if formula is not None]

    def wording(self) -> Wording:
        """Return all texts of the note."""
        phrases, layout = self.phrases, self.content.layout
        body = tuple(self._written(part) for part in self._parts())
        place = phrases.say("place_and_date", **self.values)
        number = phrases.say("number", **self.values)
        return Wording(
            title=layout.title_text.strip() or phrases.formulas["title"],
            number=self._fine(number),
            opening=self._opening(body),
            body=body,
            closing=self._closing(),
            place_and_date=self._fine(place),
            addressee=self._fine(self.values["addressee"]),
            subject=self._fine(self._subject()),
            annex_title=self._fine(phrases.say("annex", **self.values)),
            annex_heading=self._fine(phrases.say("annex_delegation", **self.values)),
            enclosures=self._enclosures(),
            translation_head=phrases.formulas["translation_head"],
            classification=layout.classification.strip(),
            urgency=layout.urgency.strip(),
        )

    def _values(self) -> dict[str, str]:
        content, phrases = self.content, self.phrases
        matter, layout = content.matter, content.layout
        values = self.grammar.values(content, phrases)
        values["number"] = content.number_shown or content.number or BLANK
        values["year"] = str(matter.year) if matter.year else BLANK
        values["question"] = matter.question.strip() or BLANK
        values |= references.values(content, phrases, self.grammar, values)
        for name, day in (("until", matter.until), ("expires", matter.expires)):
            formula = phrases.kinds[content.kind].get(name) if day else None
            written = self.grammar.written(day, layout) if day else ""
            values[name] = formula.format(date=written) if formula else ""
        return values

    def _parts(self) -> tuple[Part, ...]:
        return self.content.body or tuple(Part(key) for key in self.rule.parts)

    def _opening(self, body: tuple[Written, ...]) -> str:
        content = self.content
        if content.opening is not None:
            return content.opening
        statement = body[0].text if body else ""
        formula = self.phrases.openings[self.variant(self.phrases.openings)]
        values = {**self.values, **self.grammar.before_statement(statement)}
        return self._fine(formula.format_map(values))

    def _closing(self) -> str:
        if self.content.closing is not None:
            return self.content.closing
        formula = self.phrases.closings[self.variant(self.phrases.closings)]
        return self._fine(formula.format_map(self.values))

    def _written(self, part: Part) -> Written:
        sentence, items = self._standard(part.key)
        standard = "\n".join((sentence, *items)) if part.key else ""
        if part.key and part.text is None:
            return Written(part.key, sentence, True, standard, items)
        typed_lines = (line.strip() for line in (part.text or "").splitlines())
        lines = [self._fine(line) for line in typed_lines if line]
        if part.key in (CHANGES, CORRECTIONS):
            text, typed = (lines[0] if lines else ""), tuple(lines[1:])
            return Written(part.key, text, False, standard, typed)
        return Written(part.key, "\n".join(lines), False, standard)

    def _standard(self, key: str) -> tuple[str, tuple[str, ...]]:
        """Return what the template says for a paragraph, and the lines listed below it."""
        formula = self._formula(key) if key else None
        if formula is None:
            return "", ()
        items: tuple[str, ...] = ()
        if key == CHANGES:
            items = change_lines(self.content, self.phrases, self.values)
        elif key == CORRECTIONS:
            items = correction_lines(self.content, self.phrases)
        sentence = self._fine(formula.text.format_map(self.values))
        return sentence, tuple(_once_stopped(self._fine(item)) for item in items)

    def _formula(self, key: str) -> Formula | None:
        if key == DELEGATION and self.content.annexed:
            return Formula(_ANNEXED, self.phrases.formulas[_ANNEXED])
        return self.phrases.of_kind(self.content.kind, key, self._suffixes(key))

    def _suffixes(self, key: str) -> tuple[str, ...]:
        """Return by what the wording of a paragraph may differ, the closest first."""
        content, matter = self.content, self.content.matter
        status = "not_party" if content.status is Status.WITHDRAWN else str(content.status)
        if content.kind is NoteKind.ARTICLE7:
            report = "initial" if matter.initial else "annual"
            names: tuple[str, ...] = (
                report if content.status is Status.PARTY else "voluntary",
                *(("secretary_general",) if _to_secretary_general(content) else ()),
            )
        elif self.rule.articles:
            article = matter.article if matter.article in self.rule.articles else 3
            names = (f"{article}", status)
        elif content.kind in (NoteKind.AMENDMENT, NoteKind.CORRECTION):
            names = (_one_or_many(content.kind, matter), status)
        else:
            names = (status,)
        held = ("without_meeting",) if content.meeting is None else ()
        both = tuple(f"{name}_{each}" for name in names for each in held)
        return (*both, *held, *names)

    def _subject(self) -> str:
        typed = self.content.matter.subject.strip()
        formula = self._formula("subject")
        return typed or (formula.text.format_map(self.values) if formula else "")

    def _enclosures(self) -> str:
        listed = [line.strip() for line in self.content.enclosures if line.strip()]
        if not listed:
            return ""
        form = "enclosure_one" if len(listed) == 1 else "enclosure_many"
        joint = self.phrases.formulas.get("enclosure_joint", "; ")
        said = self.phrases.say(form, count=str(len(listed)), enclosures=joint.join(listed))
        return self._fine(said)

    def _fine(self, text: str) -> str:
        text = self.grammar.polished(text)
        if self.content.language != "ar":
            return text
        # Arabic alone is written with two kinds of digits.
        from ccmdesk.language.arabic_typography import with_digits

        return with_digits(text, self.content.layout.digits)


def _once_stopped(line: str) -> str:
    """Return a line whose last word is an abbreviation without the second full stop."""
    return line[:-1] if line.endswith("..") and not line.endswith("...") else line


def _to_secretary_general(content: NoteContent) -> bool:
    """Tell whether a report goes straight to the one the Convention names (Article 7, 1)."""
    known = recognized(content.addressee)
    return known is not None and known.english == "Secretary-General of the United Nations"


def _one_or_many(kind: NoteKind, matter: Matter) -> str:
    listed = matter.changes if kind is NoteKind.AMENDMENT else matter.corrections
    return "many" if len(listed) > 1 else "one"

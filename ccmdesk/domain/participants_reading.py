"""Reads a pasted list of participants: which lines are one person, and what of it is the name."""

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ccmdesk.domain.delegation import Role
from ccmdesk.domain.delegation_changes import name_key, same_person
from ccmdesk.domain.person import Person

# Styles as lists in the six languages print them; the longer first.
_STYLES = re.compile(
    r"^(?:(?:H\.\s?E\.|S\.\s?E\.|(?-i:HE|SE)(?=[\s,])|Son Excellence"
    r"|(?:His|Her) Excellency|Su Excelencia"
    r"|Excm[oa]\.?|The Hon(?:ou?rable|\.)|Е\.?\s?П\.|سعادة|معالي|阁下)[\s,]*)?"
    r"(?:(?:Mrs|Mr|Ms|Mx|Miss|Dr|Prof|Mme|Mlle|M|Sra|Sr|Srta|Don|Doña|D|Dª|Amb|Gen|Col|Maj|Capt"
    r"|Lt|Brig|Г-н|Г-жа|السيدة|السيد|الدكتورة|الدكتور)\b\.?[\s,]+"
    r"|(?:Ambassador|(?:Major |Lieutenant |Brigadier )?General|(?:Lieutenant )?Colonel|Major"
    r"|Captain|Professor)\s+)*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^\s*(?:\d{1,3}\s*[.)]|[-–•*·])\s*")
_ROLES: tuple[tuple[Role, str], ...] = (
    (
        Role.ALTERNATE_HEAD,
        r"(?:alternate|deputy|vice)[ -]head of (?:the )?delegation"
        r"|chef(?:fe)? (?:adjointe?|suppleante?) de (?:la )?delegation"
        r"|jef[ea] (?:adjunt[oa]|altern[oa]|suplente) de (?:la )?delegacion",
    ),
    (
        Role.HEAD,
        r"head of (?:the )?delegation|chef(?:fe)? de (?:la )?delegation"
        r"|jef[ea] de (?:la )?delegacion|глава делегации|رئيس\w* الوفد|代表团团长|^hod$",
    ),
    (
        Role.ALTERNATE,
        r"alternate(?: representative)?s?|(?:representante? )?suppleante?|"
        r"representante (?:altern[oa]|suplente)|alterno",
    ),
    (Role.REPRESENTATIVE, r"representative|representante?|delegate|deleguee?|delegad[oa]"),
    (Role.ADVISER, r"advis[eo]r|conseill(?:er|ere)(?: technique)?|asesora?"),
    (Role.EXPERT, r"expert|experte|experta|experto"),
    (Role.OBSERVER, r"observer|observat(?:eur|rice)|observadora?"),
)
# "General Secretary" and "Ambassador at Large" are titles; these begin a person only by capitals.
_RANKS = ("ambassador", "general", "colonel", "major", "captain", "professor")
_CAPITALS = re.compile(r"[^\W\d_a-z]{2,}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One person of a list.

    `names` are the readings of the line of the name, the likeliest first; `details` are the lines
    below it, what followed the name in its line first. `line` is the first line, from 0.
    """

    line: int
    style: str
    names: tuple[str, ...]
    details: tuple[str, ...]

    @property
    def name(self) -> str:
        """Return the name as the list has it."""
        return self.names[0]

    @property
    def title(self) -> str:
        """Return what stands below the name, without the role."""
        return "\n".join(part for part in map(_without_role, self.details) if part)

    @property
    def text(self) -> str:
        """Return the whole entry in one line."""
        return ", ".join((f"{self.style} {self.name}".strip(), *self.details))


def read_entries(
    text: str,
    persons: Sequence[Person],
    country: Collection[str] = (),
    countries: Collection[str] = (),
) -> list[Entry]:
    """Return the persons of a list; `persons` of ours are known by name however they are printed.

    A line begins a person where it begins with a style, holds a name of `persons`, or holds a word
    in capitals beside others. Only what stands below a name in `country` is read, if that stands
    there at all, up to the next line that is one of `countries`.
    """
    lines = text.splitlines()
    start, end = _section(lines, {_heading(each) for each in country}, countries)
    entries: list[Entry] = []
    after_blank = True
    for number in range(start, end):
        line = lines[number]
        if not line.strip():
            after_blank = True
            continue
        begun = _begun(number, line, persons, after_blank=after_blank)
        if begun is not None:
            entries.append(begun)
        elif entries:
            last = entries[-1]
            details = (*last.details, " ".join(line.split()))
            entries[-1] = Entry(last.line, last.style, last.names, details)
        after_blank = False
    return entries


def role_in(entry: Entry, besides: str = "") -> Role | None:
    """Return the role an entry names last, or None; `besides` is a title and no role."""
    for part in reversed(_parts(entry.details)):
        for role, pattern in _ROLES:
            if re.fullmatch(pattern, plain(part)) and plain(part) != plain(besides):
                return role
    return None


def plain(text: str, keep: str = "") -> str:
    """Return letters without accents and case, other signs as blanks except those to `keep`."""
    found = []
    for sign in unicodedata.normalize("NFKD", text.casefold()):
        if unicodedata.combining(sign) or sign in "'’":
            continue
        found.append(sign if sign.isalnum() or sign.isspace() or sign in keep else " ")
    joined = "".join(found)
    return joined if keep else " ".join(joined.split())


def _section(
    lines: Sequence[str], ours: Collection[str], countries: Collection[str]
) -> tuple[int, int]:
    heads = [number for number, line in enumerate(lines) if _heading(line) in ours]
    if not heads:
        return 0, len(lines)
    others = {_heading(each) for each in countries} - set(ours)
    start = heads[0] + 1
    loud = lines[heads[0]].isupper()
    for number in range(start, len(lines)):
        if _heading(lines[number]) in others or (loud and _looks_like_heading(lines, number)):
            return start, number
    return start, len(lines)


def _looks_like_heading(lines: Sequence[str], number: int) -> bool:
    """Tell whether a line in capitals stands alone above somebody with a style.

    It may be a State or an organization whose name is not known here.
    """
    line = lines[number].strip()
    alone = not lines[number - 1].strip() and line.isupper() and "," not in line
    below = next((each for each in lines[number + 1 :] if each.strip()), "")
    return alone and not _style(line) and bool(_style(_NUMBER.sub("", below)))


def _heading(line: str) -> str:
    """Return a line as the name of a State: without its article, and what stands in brackets."""
    name = plain(re.sub(r"\([^)]*\)", " ", line))
    return re.sub(r"^(?:the|la|le|les|l|el|los|las) ", "", name) or " "


def _begun(number: int, line: str, persons: Sequence[Person], *, after_blank: bool) -> Entry | None:
    """Return the entry a line begins, or None where the line belongs to the one before."""
    if "\t" in line:
        return _row(number, line, persons)
    words = " ".join(_NUMBER.sub("", line).split())
    style = _style(words)
    rest = words[len(style) :].strip(" ,")
    if not rest:
        return None
    head, *more = (part.strip() for part in rest.split(","))
    names = [head]
    if more and more[0]:
        # "OKORO, Amina": the comma divides family and given names.
        names.append(f"{more[0]} {head}")
    known = [name for name in names if _is_known(name, persons)]
    if known:
        return _entry(number, style, (known[0], *names), rest, persons)
    # "Sr. Adviser" and "Head of the Arms Control Division" are titles, not people.
    if {plain(words), plain(rest)} & {plain(each.functional_title) for each in persons}:
        return None
    if _role_of(words) is not None or _role_of(rest) is not None:
        return None
    if style and not style.casefold().rstrip().endswith(_RANKS):
        return _entry(number, style, tuple(names), rest, persons)
    if _CAPITALS.search(head) and 2 <= len(head.split()) <= 6 and (after_blank or head == rest):
        shouted = [word for word in head.split() if word.isupper() and len(word) > 1]
        if shouted and len(shouted) < len(head.split()):
            return _entry(number, style, tuple(names), rest, persons)
    return None


def _entry(
    number: int, style: str, names: tuple[str, ...], rest: str, persons: Sequence[Person]
) -> Entry:
    parts = [part.strip() for part in rest.split(",")]
    with_comma = len(parts) > 1 and names[0] == f"{parts[1]} {parts[0]}"
    after = parts[2:] if with_comma else parts[1:]
    told = ", ".join(part for part in after if part)
    return Entry(number, style.strip(" ,"), names, (told,) if told else ())


def _row(number: int, line: str, persons: Sequence[Person]) -> Entry | None:
    """Return the entry of a line of a table, whose cells are divided by tabs."""
    cells = [" ".join(cell.split()) for cell in line.split("\t")]
    best: tuple[int, int, int] | None = None
    for first in range(len(cells)):
        for last in range(first + 1, min(first + 3, len(cells)) + 1):
            name = " ".join(cell for cell in cells[first:last] if cell)
            bare = name[len(_style(name)) :]
            for person in persons:
                exact = name_key(Person(bare)) == name_key(person)
                if exact or same_person(person, Person(bare)):
                    found = (2 if exact else 1, first - last, first)
                    best = max(best, found) if best else found
    if best is None:
        return _unknown_row(number, cells)
    _, length, first = best
    last = first - length
    name = " ".join(cell for cell in cells[first:last] if cell)
    style = _style(name).strip(" ,")
    if not style and first and _style(f"{cells[first - 1]} x").strip() == cells[first - 1]:
        style = cells[first - 1]
    bare = name[len(_style(name)) :]
    return Entry(number, style, (bare,), tuple(cell for cell in cells[last:] if cell))


def _unknown_row(number: int, cells: Sequence[str]) -> Entry | None:
    """Return the entry of somebody who is not ours; the cells of a head are no person."""
    filled = [cell for cell in cells if cell and not cell.rstrip(".)").isdigit()]
    for position, cell in enumerate(filled):
        style = _style(f"{cell} x").strip()
        if style == cell and position + 1 < len(filled):
            after = filled[position + 1 :]
            given = 1 if " " in after[0] or len(after) < 2 else 2
            return Entry(number, style, (" ".join(after[:given]),), tuple(after[given:]))
        if _style(cell):
            bare = cell[len(_style(cell)) :]
            return Entry(number, _style(cell).strip(" ,"), (bare,), tuple(filled[position + 1 :]))
    return None


def _style(words: str) -> str:
    found = _STYLES.match(words)
    return found.group() if found else ""


def _is_known(name: str, persons: Sequence[Person]) -> bool:
    bare = Person(name)
    return any(name_key(each) == name_key(bare) or same_person(each, bare) for each in persons)


def _parts(details: Sequence[str]) -> list[str]:
    parts = [part for line in details for part in re.split(r"[,;()]", line)]
    return [part.strip(" .–-") for part in parts if part.strip(" .–-")]


def _role_of(words: str) -> Role | None:
    return role_in(Entry(0, "", ("",), (words,)))


def _without_role(line: str) -> str:
    """Return a line without its role; "Adviser" may be a title too and then stands alone."""
    kept = [
        part
        for part in re.split(r"[,;]", line)
        if part.strip()
        and not any(re.fullmatch(pattern, plain(part.strip(" .()–-"))) for _, pattern in _ROLES)
    ]
    return ",".join(kept).strip()

"""Reads typed values out of parsed JSON; every complaint names the key it is about."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from typing import TypeVar

from ccmdesk.domain.errors import InputError

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")


class JsonObject:
    """One JSON object at a place in the document; `close` complains of keys nobody asked for."""

    def __init__(self, value: object, path: str = "") -> None:
        if not isinstance(value, dict):
            where = f"“{path}”" if path else "The note"
            raise InputError(f"{where} must be a JSON object with named values.", path)
        self._values = value
        self._path = path
        self._asked: set[str] = set()

    def key(self, name: str) -> str:
        """Return the full name of a key, such as `delegates[2].role`."""
        return f"{self._path}.{name}" if self._path else name

    def has(self, name: str) -> bool:
        """Tell whether the key is there and not null."""
        self._asked.add(name)
        return self._values.get(name) is not None

    def holds(self, name: str) -> bool:
        """Tell whether the key is there, null or not."""
        self._asked.add(name)
        return name in self._values

    def text(self, name: str, default: str | None = None) -> str:
        """Return a text; without a default the key must be there."""
        if default is not None and not self.has(name):
            return default
        value = self._value(name)
        if not isinstance(value, str):
            raise self._wrong(name, "a text in quotation marks")
        return self._whole_letters(name, value)

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts, empty if the key is missing."""
        if not self.has(name):
            return ()
        value = self._value(name)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self._wrong(name, "a list of texts")
        return tuple(self._whole_letters(name, item) for item in value)

    def day(self, name: str) -> date:
        """Return a date that must be there."""
        value = self.text(name)
        if not _ISO.fullmatch(value):
            raise self._wrong(name, "a date such as 2023-08-16")
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise InputError(
                f"“{self.key(name)}”: {value} does not exist in the calendar.", self.key(name)
            ) from None

    def optional_day(self, name: str) -> date | None:
        """Return a date, or None if the key is missing, null or an empty text."""
        return self.day(name) if self.has(name) and self._values[name] != "" else None

    def flag(self, name: str, default: bool) -> bool:
        """Return true or false."""
        if not self.has(name):
            return default
        value = self._value(name)
        if not isinstance(value, bool):
            raise self._wrong(name, "true or false")
        return value

    def number(self, name: str, default: float) -> float:
        """Return a number."""
        if not self.has(name):
            return default
        value = self._value(name)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self._wrong(name, "a number")
        return value

    def whole(self, name: str, default: int) -> int:
        """Return a whole number from 0."""
        value = self.number(name, default)
        if not isinstance(value, int) or value < 0:
            raise self._wrong(name, "a whole number from 0")
        return value

    def choice(self, name: str, words: type[E], default: E | None = None) -> E:
        """Return one of a fixed set of words."""
        value = self.text(name, default)
        try:
            return words(value)
        except ValueError:
            raise self._wrong(name, f"one of {', '.join(words)}") from None

    def one_of(self, name: str, words: Iterable[str]) -> str:
        """Return one of some texts."""
        value = self.text(name)
        if value not in words:
            raise self._wrong(name, f"one of {', '.join(words)}")
        return value

    def optional_object(self, name: str) -> "JsonObject":
        """Return the object under a key; a missing one counts as empty."""
        return JsonObject(self._values[name] if self.has(name) else {}, self.key(name))

    def required_object(self, name: str) -> "JsonObject":
        """Return the object under a key that must be there."""
        return JsonObject(self._value(name), self.key(name))

    def each(self, name: str, read: Callable[["JsonObject"], T]) -> tuple[T, ...]:
        """Return what `read` makes of each object in a list, empty if the key is missing."""
        if not self.has(name):
            return ()
        value = self._value(name)
        if not isinstance(value, list):
            raise self._wrong(name, "a list")
        return tuple(
            read(JsonObject(item, f"{self.key(name)}[{index}]")) for index, item in enumerate(value)
        )

    def close(self) -> None:
        """Raise InputError if a key is left that means nothing, such as a misspelt one."""
        for name in self._values:
            if name not in self._asked:
                raise InputError(
                    f"“{self.key(str(name))}” means nothing here; "
                    f"known are {', '.join(sorted(self._asked))}.",
                    self.key(str(name)),
                )

    def _whole_letters(self, name: str, text: str) -> str:
        # JSON can write half of a pair of code units, which no file can hold.
        if any("\ud800" <= letter <= "\udfff" for letter in text):
            raise self._wrong(name, "a text of whole characters; it holds half of one")
        return text

    def _value(self, name: str) -> object:
        self._asked.add(name)
        if name not in self._values:
            raise InputError(f"“{self.key(name)}” is missing.", self.key(name))
        return self._values[name]

    def _wrong(self, name: str, expected: str) -> InputError:
        return InputError(f"“{self.key(name)}” must be {expected}.", self.key(name))

"""Lines that stand outside the sentences of a note: an address, a label, a number."""

from ccmdesk.domain.layout import Layout


def printed_line(text: str, language: str, layout: Layout) -> str:
    """Return a line as a note in `language` prints it.

    Arabic is written in the digits of the layout, and Latin lines keep their own direction; other
    languages print a line as it was typed.
    """
    if language != "ar":
        return text
    from ccmdesk.language import arabic_typography

    return arabic_typography.with_digits(arabic_typography.polished(text), layout.digits)

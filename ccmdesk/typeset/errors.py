"""What can be wrong with a document that is to be typeset."""


class TypesetError(Exception):
    """A document that cannot be made as it is."""


class MissingCharactersError(TypesetError):
    """The text holds characters no bundled font has; `characters` names each once, in order."""

    def __init__(self, characters: str) -> None:
        super().__init__(f"No bundled font has: {characters}")
        self.characters = characters


class UnknownAnchorError(TypesetError):
    """A link to a part of the paper that nothing is named after."""


class UnreadableImageError(TypesetError):
    """A picture that is neither a whole PNG nor a whole JPEG."""


class TooManyPixelsError(UnreadableImageError):
    """A picture so large that reading it would take the machine's memory."""


class UnusableAttachmentError(TypesetError):
    """A file that cannot be attached under the name or kind it was given."""

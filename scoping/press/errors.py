"""Why a document could not be printed."""


class PressError(Exception):
    """A document could not be printed."""


class TooSlow(PressError):
    """The document took longer than a document may, and its printing was stopped."""


class TooLarge(PressError):
    """The document needed more memory than a document may."""


class RefusedResource(PressError):
    """The document asked for files that are not its own: `refusals` are the addresses asked for."""

    def __init__(self, refusals: tuple[str, ...]) -> None:
        super().__init__(f"{len(refusals)} refused: {', '.join(refusals[:3])}")
        self.refusals = refusals

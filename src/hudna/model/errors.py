"""The few exceptions a user can meet; each message says what was expected, what came, and what to do."""


class HudnaError(Exception):
    """Anything the program reports to its user as a message instead of a traceback."""


class ReadError(HudnaError):
    """A source could not be read as a report; `reason` is the short word it is counted under."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


class PackError(HudnaError):
    """A pack or lexicon file breaks its schema; the message names file, line and remedy."""


class LedgerError(HudnaError):
    """A ledger cannot be opened, read or written as asked."""

"""A report as it was published, before anything was read out of it."""

from dataclasses import dataclass
from typing import Literal

from hudna.model.ids import content_id, text_sha256

Basis = Literal["metadata", "stated", "inferred", "unknown"]


@dataclass(frozen=True, slots=True)
class Published:
    """When a report was published.

    `date` is EDTF or None where unknown; `basis` says where it comes from; `start` and `end` point at the
    words of the text that state it, or are None; `how` is one sentence for the reader.
    """

    date: str | None = None
    basis: Basis = "unknown"
    start: int | None = None
    end: int | None = None
    how: str = "no date is stated"


@dataclass(frozen=True, slots=True)
class Report:
    """One text of one outlet. `text` is as published; every offset in the program is an index into it.

    `metadata_date` is the date (EDTF) the source gave beside the text, if any; `published` is what the
    program concludes from it and from the words.
    """

    uri: str
    text: str
    publisher: str | None = None
    title: str | None = None
    author: str | None = None
    language: str | None = None
    published: Published = Published()
    metadata_date: str | None = None

    @property
    def text_sha256(self) -> str:
        """SHA-256 of the text as published."""
        return text_sha256(self.text)

    @property
    def id(self) -> str:
        """Hash of what the source gave: publisher, date beside the text, text; not where the file lies."""
        return content_id("report", [self.publisher, self.metadata_date, self.text_sha256])

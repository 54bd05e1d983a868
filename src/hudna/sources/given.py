"""What a source says about a text beside the text itself."""

from dataclasses import dataclass, fields
from typing import Self

from hudna.model.errors import ReadError
from hudna.model.report import Published, Report


@dataclass(frozen=True, slots=True)
class Given:
    """Metadata beside a text; None where the source says nothing. `how` tells where `published` stands."""

    published: str | None = None
    publisher: str | None = None
    title: str | None = None
    author: str | None = None
    url: str | None = None
    how: str | None = None

    def over(self, other: Self) -> Self:
        """These values, and `other`'s where there are none; a date keeps its own `how`."""
        values = {}
        for field in fields(self):
            own = getattr(self, field.name)
            values[field.name] = getattr(other, field.name) if own is None else own
        values["how"] = self.how if self.published is not None else other.how
        return type(self)(**values)


TEXT_LIMIT = 500_000
"""Characters of one report. The longest of our annotated reports has 5,000; this is the length of a novel."""


def report(uri: str, text: str, language: str | None, given: Given) -> Report:
    """A report of `text` with what was given; a given date is its published date, by metadata.

    Raises ReadError «too-large» beyond `TEXT_LIMIT`.
    """
    if len(text) > TEXT_LIMIT:
        raise ReadError(
            "too-large",
            f"holds {len(text):,} characters of text; one report may hold {TEXT_LIMIT:,}: if it is many "
            "reports, write one a line as JSON lines, else cut it into parts",
        )
    published = Published()
    if given.published is not None:
        published = Published(given.published, "metadata", how=given.how or "given beside the text")
    return Report(
        uri=given.url or uri,
        text=text,
        publisher=given.publisher,
        title=given.title,
        author=given.author,
        language=language,
        published=published,
        metadata_date=given.published,
    )

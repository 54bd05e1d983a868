"""The static page of a ledger."""

from pathlib import Path

from hudna.cli.errors import say
from hudna.cli.work.opening import open_view
from hudna.export.contents import from_view
from hudna.export.jsonl import line
from hudna.export.page import Language, PageOptions, write_page
from hudna.model.filters import Filter

_LARGE = 30_000_000
"""Bytes from which on browsers of small machines get slow."""


def page(
    ledger: Path | None, output: Path, chosen: Filter, lang: Language, show_private: bool, as_json: bool
) -> None:
    """Write the page and print its address."""
    with open_view(ledger) as view:
        contents = from_view(view, chosen)
        written = write_page(output, contents, PageOptions(lang, show_private))
    size = written.stat().st_size
    if size > _LARGE:
        say(f"the page has {size // 1_000_000} MB; narrow it with --from, --to, --place or --limit")
    if show_private:
        say("the page names private persons; do not publish it as it is")
    if as_json:
        print(line({"page": written.as_uri(), "reports": len(contents.reports), "size": size}))
    else:
        print(written.as_uri())

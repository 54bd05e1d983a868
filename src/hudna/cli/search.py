"""`hudna search`: full-text search in the reports of a ledger."""

from typing import TYPE_CHECKING, Annotated

import typer

from hudna.cli import options
from hudna.cli.late import late

if TYPE_CHECKING:
    from hudna.cli.work import asking, searching
else:
    asking, searching = late("hudna.cli.work.asking"), late("hudna.cli.work.searching")

app = options.new_app()
_EXAMPLES = options.examples("""
hudna search قصف
hudna search '"وقف إطلاق النار" إدلب -حلب'
hudna search 'هدن*' --from 2020-01 --json
""")


@app.command(epilog=_EXAMPLES, context_settings={"ignore_unknown_options": True})
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="What to look for.")],
    ledger: options.Ledger = None,
    date_from: options.From = None,
    date_to: options.To = None,
    undated: options.Undated = False,
    place: options.Place = None,
    actor: options.Actor = None,
    kind: Annotated[
        str | None,
        options.kind_option("With a record: statement, event, figure, agreement, or a type of these."),
    ] = None,
    publisher: options.Publisher = None,
    status: options.StatusOption = None,
    limit: options.Limit = None,
    json: options.Json = False,
) -> None:
    """Find words in the reports, best first, with the words as published.

    البحث في نصوص التقارير.

    All words must occur, in any of their spellings and forms: قصف finds «بقصف», «القصف» and «قصـ.ف».
    «…» or "…" is a phrase, * ends a beginning, - before a word excludes it. Dates filter by publication.
    """
    chosen = asking.make_filter(
        date_from=date_from, date_to=date_to, undated=undated, place=place, actor=actor, kind=kind,
        publisher=publisher, status=status, limit=limit,
    )  # fmt: skip
    searching.search(ledger, " ".join(words), chosen, json)

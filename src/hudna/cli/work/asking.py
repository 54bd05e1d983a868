"""The options of a command as a Filter."""

import typer

from hudna.cli.options import STATUSES
from hudna.model.filters import Filter

RECORDS = ("statement", "event", "figure", "agreement")


def make_filter(
    *,
    date_from: str | None = None,
    date_to: str | None = None,
    undated: bool = False,
    place: str | None = None,
    actor: str | None = None,
    kind: str | None = None,
    publisher: str | None = None,
    status: str | None = None,
    limit: int | None = None,
) -> Filter:
    """The options as a Filter. `kind` may be a kind of record or a type within one; LedgerError where a
    bound is no date, a usage error where a status is none."""
    if status is not None and status not in STATUSES:
        raise typer.BadParameter(
            f"«{status}» is no status; use one of: {', '.join(STATUSES)}", param_hint="'--status'"
        )
    is_record = kind in RECORDS
    chosen = Filter(
        date_from=date_from,
        date_to=date_to,
        undated=undated,
        place=place,
        actor=actor,
        kind=kind if is_record else None,
        type=None if is_record else kind,
        publisher=publisher,
        status=status,
        limit=limit,
    )
    chosen.days()
    return chosen

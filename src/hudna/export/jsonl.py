"""JSON lines: one record a line, UTF-8, characters unescaped."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from hudna.model.assertions import plain
from hudna.model.records import Analysis, record
from hudna.model.rows import Row


def line(data: Any) -> str:
    """One JSON value on one line, without the newline; NaN is refused rather than written."""
    return json.dumps(data, ensure_ascii=False, allow_nan=False)


def analysis_lines(analyses: Iterable[Analysis]) -> Iterator[str]:
    """The record of each report (docs/records.md), one a line."""
    for analysis in analyses:
        yield line(record(analysis))


def row_data(row: Row[Any]) -> dict[str, Any]:
    """A row of a ledger as JSON data: the assertion's fields, then where its words stand."""
    fields = {k: v for k, v in plain(row.assertion).items() if k != "report"}
    return {
        "id": row.id,
        "record": row.assertion.KIND,
        **fields,
        "report": row.report,
        "uri": row.uri,
        "publisher": row.publisher,
        "title": row.title,
        "published": plain(row.published),
        "line": row.line,
        "column": row.column,
        "words": row.words,
        "run": row.run,
        "current": row.current,
    }

"""Reports as JSONL: one JSON object a line, each line a report or a rejection of its own."""

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from hudna.model.errors import ReadError
from hudna.model.rejected import Rejected
from hudna.model.report import Report
from hudna.sources.content import arabic, has_tags
from hudna.sources.dates import day_of
from hudna.sources.given import Given, report
from hudna.sources.html import article
from hudna.sources.opening import LIMIT, lines, megabytes

_FIELDS = ("url", "title", "publisher", "author")
_SURROGATES = re.compile("[\ud800-\udfff]")


def read_jsonl(stream: BinaryIO, head: bytes, uri: str, default: Given) -> Iterator[Report | Rejected]:
    """One report or rejection a line; blank lines are passed over. `uri` names the file, `uri:3` its line 3.

    Keys: `text` (needed; markup is read as a page), `url`, `title`, `published` (a date), `publisher`,
    `author`; other keys are ignored. What a line does not say is taken from `default`.
    """
    blank = True
    for number, line in enumerate(lines(stream, head), 1):
        if line is not None and not line.strip(b" \t\r\n\xef\xbb\xbf"):
            continue
        blank = False
        try:
            yield _report(line, f"{uri}:{number}", default)
        except ReadError as error:
            yield Rejected(f"{uri}:{number}", error.reason, f"{uri}:{number}: {error}")
    if blank:
        yield Rejected(uri, "empty", f"{uri}: holds no lines; check that the download or export worked")


def _report(line: bytes | None, uri: str, default: Given) -> Report:
    if line is None:
        raise ReadError("too-large", f"the line is longer than {megabytes(LIMIT)}; cut the report into parts")
    record = _record(line)
    text = record.get("text")
    if not isinstance(text, str):
        raise ReadError("bad-line", 'has no «text» of type string; write {"text": "…", "url": "…"}')
    text = _SURROGATES.sub("\ufffd", text)
    if not text.strip():
        raise ReadError("empty", "«text» is empty; check the export")
    if "\x00" in text:
        raise ReadError("binary", "«text» holds NUL characters, so it is no text; check the export")
    given = _given(record).over(default)
    if has_tags(text):
        page = article(text)
        text, given = page.text, given.over(page.given)
    return report(uri, text, arabic(text), given)


def _record(line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ReadError(
            "encoding", "is not UTF-8; convert the file (iconv -f ENCODING -t UTF-8 FILE)"
        ) from error
    except RecursionError as error:
        raise ReadError("bad-line", "is nested too deeply; write one flat object a line") from error
    except ValueError as error:
        raise ReadError("bad-line", f"is not JSON ({error}); write one object a line") from error
    if not isinstance(record, dict):
        raise ReadError("bad-line", 'is no JSON object; write {"text": "…", "url": "…"}')
    return record


def _given(record: dict[str, Any]) -> Given:
    values: dict[str, str | None] = {}
    for key in (*_FIELDS, "published"):
        value = record.get(key)
        if value is not None and not isinstance(value, str):
            raise ReadError(
                "bad-line", f"«{key}» is not a string; write it in quotation marks or leave it out"
            )
        values[key] = _SURROGATES.sub("\ufffd", value).strip() or None if value else None
    published = values.pop("published")
    day = day_of(published) if published else None
    if published and day is None:
        raise ReadError(
            "bad-date",
            f"«published» is «{published[:80]}», which is no date; write it as 2020-01-31 or leave it out",
        )
    return Given(**values, published=day, how="`published` of the line" if day else None)

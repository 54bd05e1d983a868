"""Properties of the report on made-up families of reports: nothing without evidence, every claim once, the
same bytes in every process."""

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from benchmarks.families import families

from hudna.brief.compose import compose
from hudna.brief.document import Document, Sentence, Table
from hudna.brief.material import Window
from hudna.compose import findings
from hudna.compose.resolution import comparators, resolve
from hudna.export.labels import Both
from hudna.model.assertions import Assertion
from hudna.model.filters import Filter
from hudna.model.links import Link, LinkKind, Verdict
from hudna.model.run import Run
from hudna.packs.load import load_pack
from hudna.store.base import View
from hudna.store.ingest import ingest
from hudna.store.sqlite import open_view, open_writer
from hudna.store.through import ThroughView
from hudna.text.index import ArabicIndexer

WINDOW = Window(date(2031, 4, 20), date(2031, 7, 31), date(2031, 1, 1))
FORMATS = ("html", "md", "pdf", "docx")
_LATIN = re.compile(r"[A-Za-z]{2,}")
_TOLD = re.compile(r"\((\d+) reports?, (\d+) outlets?, (\d+) independent origins?\)\.$")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A compared ledger of families."""
    path = tmp_path_factory.mktemp("families") / "ledger.sqlite"
    run = Run.start({}, {"families": "3"}, datetime(2031, 1, 1, tzinfo=UTC), "host:1")
    with open_writer(path, ArabicIndexer()) as writer:
        ingest((told.analysis for told in families(12, seed=3).told), writer, run)
        view = open_view(path, ArabicIndexer())
        resolve(writer, view, comparators(load_pack()))
        view.close()
    return path


@pytest.fixture(scope="module")
def document(ledger: Path) -> Document:
    """Its report of three months."""
    view = open_view(ledger, ArabicIndexer())
    made = compose(findings.material(view, load_pack(), WINDOW))
    view.close()
    return made


def parts(document: Document) -> list[tuple[Both, Sequence[int]]]:
    """Every sentence, and every row of a table as one text, with its evidence."""
    found: list[tuple[Both, Sequence[int]]] = []
    for block in (*document.header, *(b for s in document.sections for b in s.blocks)):
        if isinstance(block, Sentence):
            found.append((block.text, block.evidence))
        else:
            found.extend(_rows(block))
    return found


def _rows(table: Table) -> Iterable[tuple[Both, Sequence[int]]]:
    for n, row in enumerate(table.rows):
        text = Both(" | ".join(c.en for c in row), " | ".join(c.ar for c in row))
        yield text, table.evidence[n] if table.evidence else ()


def section(document: Document, number: int) -> list[Sentence]:
    (found,) = [s for s in document.sections if s.number == number]
    return [block for block in found.blocks if isinstance(block, Sentence)]


def names(ledger: Path) -> set[str]:
    """Everybody and every place and outlet that the ledger names, in both languages."""
    view = open_view(ledger, ArabicIndexer())
    found = {row.publisher for row in view.reports() if row.publisher}
    for row in view.assertions():
        found.update(_names(row.assertion))
    view.close()
    return found


def _names(claim: Assertion) -> Iterable[str]:
    roles = ("speakers", "addressees", "chain", "actors", "recipients", "perpetrators", "parties")
    for one in (*(a for role in roles for a in getattr(claim, role, ())), getattr(claim, "place", None)):
        if one is not None:
            yield from (name for name in (one.name_en, one.name_ar) if name)


def test_no_number_and_no_name_without_evidence(document: Document, ledger: Path) -> None:
    known = names(ledger)
    numbers = {one.number for one in document.evidence}
    told = parts(document)
    assert len(told) > 30
    for text, evidence in told:
        assert set(evidence) <= numbers, text.en
        named = any(name in text.en or name in text.ar for name in known)
        if re.search(r"\d", text.en + text.ar) or named:
            assert evidence, text.en
    assert {n for _, evidence in told for n in evidence} == numbers


def test_the_numbers_of_a_claim_are_those_of_its_evidence(document: Document) -> None:
    where = {one.number: one.where.en.split(", ") for one in document.evidence}
    checked = 0
    for sentence in section(document, 5):
        found = _TOLD.search(sentence.text.en)
        assert found, sentence.text.en
        reports, outlets, origins = (int(n) for n in found.groups())
        assert reports == len({where[n][-1] for n in sentence.evidence}), sentence.text.en
        assert outlets == len({where[n][0] for n in sentence.evidence}), sentence.text.en
        assert 1 <= origins <= reports
        checked += reports > 3
    assert checked >= 5


def test_every_claim_stands_once(document: Document) -> None:
    for number in (5, 6):
        sentences = [s for s in section(document, number) if _TOLD.search(s.text.en)]
        cited = [n for sentence in sentences for n in sentence.evidence]
        assert len(cited) == len(set(cited))
        assert len({s.text.en for s in sentences}) == len(sentences)


def test_arabic_has_no_latin_words(document: Document) -> None:
    for text, _ in parts(document):
        plain = re.sub(r"السجل [0-9a-f]{16}", "", text.ar)
        assert not _LATIN.search(plain), text.ar
    for one in (s.title for s in document.sections):
        assert not _LATIN.search(one.ar)


class Asked(ThroughView):
    """A view that remembers which links were asked for."""

    def __init__(self, view: View) -> None:
        super().__init__(view)
        self.twice: list[tuple[LinkKind, str]] = []
        self._asked: set[tuple[LinkKind, str]] = set()

    def links(
        self,
        kinds: Sequence[LinkKind] | None = None,
        records: Sequence[str] | None = None,
        verdicts: Sequence[Verdict] | None = None,
    ) -> tuple[Link, ...]:
        """The links, remembering what they were asked of."""
        asked = {(kind, record) for kind in kinds or ("event",) for record in records or ("*",)}
        self.twice.extend(sorted(asked & self._asked))
        self._asked |= asked
        return self._view.links(kinds, records, verdicts)


def test_links_are_asked_for_once(ledger: Path) -> None:
    view = open_view(ledger, ArabicIndexer())
    asked = Asked(view)
    findings.material(asked, load_pack(), WINDOW)
    view.close()
    assert asked.twice == []


def test_every_process_writes_the_same_bytes(ledger: Path) -> None:
    one, other = (_hashes(ledger, seed) for seed in ("1", "2"))
    assert len(one) == 2 * len(FORMATS)
    assert one == other


def _hashes(ledger: Path, seed: str) -> dict[str, Any]:
    """What a process with this seed of hashing writes, by language and format."""
    found: dict[str, Any] = {}
    for language in ("ar", "en"):
        for format in FORMATS:
            made = subprocess.run(
                [
                    sys.executable, "-m", "hudna.cli", "brief", "--ledger", str(ledger),
                    "--from", WINDOW.first.isoformat(), "--to", WINDOW.last.isoformat(),
                    "--lang", language, "--format", format,
                ],
                check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed},
            )  # fmt: skip
            found[f"{language} {format}"] = hashlib.sha256(made.stdout).hexdigest()
    return found


def test_what_is_published_later_is_no_count_of_the_window(ledger: Path) -> None:
    view = open_view(ledger, ArabicIndexer())
    early = findings.material(
        view, load_pack(), Window(date(2031, 4, 1), date(2031, 4, 29), date(2031, 4, 1))
    )
    told = view.figures(Filter(date_from="2031-04-01", date_to="2031-04-29"))
    view.close()
    open_end = {row.id for row in told if row.assertion.until is None}
    later = {row.id for row in told if (row.published.date or "") > "2031-04-29"}
    shown = {row.id for claim in early.figures for row in claim.rows}
    assert not shown & open_end & later

"""The checks of `hudna doctor`."""

import locale
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Literal

from hudna.cli.errors import REJECTED
from hudna.cli.streams import is_terminal
from hudna.cli.work.linting import find_problems
from hudna.cli.work.opening import is_database, ledger_path, load_pipeline, open_view, shown
from hudna.cli.work.table import console, flat
from hudna.export.jsonl import line
from hudna.model.errors import HudnaError
from hudna.model.report import Report
from hudna.models.manifest import Missing, read_manifest
from hudna.store.base import View

Verdict = Literal["ok", "warn", "fail"]
_COLOURS = {"ok": "green", "warn": "yellow", "fail": "bold red"}
_SENTENCE = "قُتل ثلاثة مدنيين في قصف على المدينة يوم 3 آذار 2020."
_OLDEST_PYTHON = (3, 11)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing checked; `remedy` says what to do where it is not ok."""

    verdict: Verdict
    what: str
    found: str
    remedy: str = ""


def doctor(ledger: Path | None, as_json: bool) -> int:
    """Print what was checked; the exit code."""
    failed = False
    for check in _CHECKS:
        for finding in check():
            failed = _tell(finding, as_json) or failed
    for finding in check_ledger(ledger):
        failed = _tell(finding, as_json) or failed
    return REJECTED if failed else 0


def _tell(finding: Finding, as_json: bool) -> bool:
    """Print one line; whether it is a failing."""
    if as_json:
        print(line({name: getattr(finding, name) for name in ("verdict", "what", "found", "remedy")}))
    elif is_terminal():
        from rich.text import Text

        text = Text(f"{finding.verdict:<5}", style=_COLOURS[finding.verdict])
        text.append(f"{finding.what}: {flat(finding.found)}", style="default")
        text.append(f"\n     {flat(finding.remedy)}" if finding.remedy else "", style="default")
        console().print(text)
    else:
        print(
            "\t".join(flat(part) for part in (finding.verdict, finding.what, finding.found, finding.remedy))
        )
    return finding.verdict == "fail"


def check_python() -> Iterator[Finding]:
    """The version of Python."""
    found = f"{sys.version_info.major}.{sys.version_info.minor}.{sys.version_info.micro}"
    if sys.version_info >= _OLDEST_PYTHON:
        yield Finding("ok", "Python", found)
    else:
        yield Finding("fail", "Python", found, "install Python 3.11 or newer")


def check_sqlite() -> Iterator[Finding]:
    """The SQLite library and its full-text search."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE words USING fts5(word)")
    except sqlite3.OperationalError as error:
        yield Finding(
            "fail", "SQLite", f"{sqlite3.sqlite_version}, no full-text search ({error})",
            "use a Python whose SQLite has FTS5, such as one from python.org or from uv",
        )  # fmt: skip
    else:
        yield Finding("ok", "SQLite", f"{sqlite3.sqlite_version} with FTS5")
    finally:
        connection.close()


def check_packages() -> Iterator[Finding]:
    """The packages that hudna asks for."""
    from importlib.metadata import PackageNotFoundError, requires, version

    try:
        asked = [r for r in requires("hudna") or () if "extra ==" not in r]
    except PackageNotFoundError:
        yield Finding("warn", "packages", "hudna is not installed as a package", "run: make setup")
        return
    missing, present = [], []
    for requirement in asked:
        name = requirement.split(";")[0].split("[")[0]
        name = name[: next((i for i, c in enumerate(name) if c in "<>=!~ "), len(name))]
        try:
            present.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            missing.append(name)
    if missing:
        yield Finding("fail", "packages", f"missing: {', '.join(missing)}", "run: make setup")
    else:
        yield Finding("ok", "packages", f"hudna {version('hudna')}; {', '.join(present)}")


def check_packs() -> Iterator[Finding]:
    """The packs that come with the program."""
    try:
        problems = find_problems()
    except HudnaError as error:
        yield Finding("fail", "packs", str(error).splitlines()[0], "run: hudna packs check")
        return
    if problems:
        first = problems[0]
        yield Finding(
            "fail", "packs", f"{len(problems)} problems, first {first.file}:{first.line}: {first.message}",
            "run: hudna packs check",
        )  # fmt: skip
    else:
        names = import_module("hudna.packs.load").pack_names()
        yield Finding("ok", "packs", f"{', '.join(names)}: no problems")


def check_models() -> Iterator[Finding]:
    """The learned models that come with the program: without them the rules read alone."""
    manifest = read_manifest("default")
    if isinstance(manifest, Missing):
        found, _, remedy = manifest.reason.partition("; ")
        yield Finding("warn", "models", f"{found}; the rules read alone", remedy)
    else:
        yield Finding("ok", "models", manifest.version)


def check_analysis() -> Iterator[Finding]:
    """Whether the rules and lexicons load and read a sentence."""
    try:
        analysis = load_pipeline().analyse(Report("doctor", _SENTENCE))
    except HudnaError as error:
        yield Finding("fail", "analysis", str(error).splitlines()[0], "run: hudna packs check")
        return
    if analysis.assertions.figures or analysis.assertions.events:
        yield Finding("ok", "analysis", "rules and lexicons load and read a sentence")
    else:
        yield Finding("fail", "analysis", "read nothing out of a plain sentence", "reinstall: make setup")


def check_terminal() -> Iterator[Finding]:
    """Whether Arabic can be printed here. hudna writes UTF-8 whatever the locale says."""
    name = os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG") or "not set"
    encoding = locale.getpreferredencoding(False).replace("-", "").lower()
    if encoding == "utf8" and name not in ("C", "POSIX"):
        yield Finding("ok", "terminal", f"locale {name}, UTF-8")
    else:
        yield Finding(
            "warn", "terminal", f"locale {name} ({encoding}); output is UTF-8 all the same",
            "if Arabic looks broken, set LANG=C.UTF-8 or use a terminal that reads UTF-8",
        )  # fmt: skip


def check_ledger(given: Path | None) -> Iterator[Finding]:
    """A ledger's format, what it holds, and SQLite's own check of the file."""
    path = ledger_path(given)
    if not is_database(path) and not path.exists():
        verdict: Verdict = "fail" if given is not None else "warn"
        yield Finding(verdict, "ledger", f"none at {path}", f"make one: hudna ingest PATH… --ledger {path}")
        return
    try:
        with open_view(path) as view:
            form = import_module("hudna.store.schema").HEAD
            yield Finding("ok", "ledger", f"{shown(path)}: format {form}, {_holdings(view)}")
            yield from _runs(view)
        if is_database(path):
            return
        damage = import_module("hudna.store.sqlite").integrity(path)
    except HudnaError as error:
        found, _, remedy = str(error).partition("; ")
        yield Finding("fail", "ledger", found, remedy or "see docs/cli.md")
        return
    if damage:
        yield Finding(
            "fail",
            "integrity",
            "; ".join(damage[:3]),
            "restore a copy, or ingest the reports into a new ledger",
        )
    else:
        yield Finding("ok", "integrity", "SQLite finds the file sound")


def _holdings(view: View) -> str:
    counts = view.counts()
    records = ", ".join(f"{kind}s {number}" for kind, number in sorted(counts.assertions.items()))
    return f"reports {counts.reports}" + (f", {records}" if records else "")


def _runs(view: View) -> Iterator[Finding]:
    """The latest run, where it did not finish."""
    runs = view.runs()
    if runs and runs[0].status != "finished":
        last = runs[0]
        yield Finding(
            "warn", "last run", f"{last.status} ({last.started}): {last.message or 'no message'}",
            "run the same hudna ingest again; it goes on from there",
        )  # fmt: skip


_CHECKS: tuple[Callable[[], Iterator[Finding]], ...] = (
    check_python,
    check_sqlite,
    check_packages,
    check_packs,
    check_models,
    check_analysis,
    check_terminal,
)

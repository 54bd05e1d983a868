"""How many reports a second are analysed and ingested, in how much memory, and how soon a command answers.

    python benchmarks/analysis.py [--reports 1000] [--steps | --instructions]

The corpus is that of make_corpus.py (about 2,500 characters a report) and the thirty samples. Rates are per
CPU second of one core, so that a busy machine measures the same as an idle one; wall time stands beside them.
Ingest is the command itself in a process of its own, with its start-up.
"""

import argparse
import cProfile
import os
import platform
import pstats
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from make_corpus import SAMPLES, Maker, write_folders

from hudna.model.records import record
from hudna.model.report import Report
from hudna.pipeline import Pipeline
from hudna.sources import read_paths

ANALYSIS_TARGET, INGEST_TARGET, MEMORY_TARGET, HELP_TARGET = 50.0, 25.0, 400.0, 0.3
FLAT = 1.25
STRETCH = 25
PAGE = os.sysconf("SC_PAGE_SIZE")
STEPS = {
    ("reading.py", "read"): "text: decode, restore, fold, segment",
    ("step.py", "step"): "times",
    ("mentions.py", "__call__"): "mentions",
    ("quantities.py", "__call__"): "quantities",
    ("scene.py", "scene"): "scene",
    ("statements.py", "__call__"): "statements",
    ("events.py", "__call__"): "events",
    ("figures.py", "__call__"): "figures",
    ("agreements.py", "__call__"): "agreements",
}


@dataclass(frozen=True, slots=True)
class Used:
    """What a process used: seconds of wall and CPU, peak memory and memory at points in time, in MB."""

    wall: float
    cpu: float
    peak: float
    resident: tuple[float, ...]


def run(command: Sequence[str], every: float = 0.1) -> Used:
    """Run a command to its end and watch its memory."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    statm = Path(f"/proc/{process.pid}/statm")
    resident: list[float] = []
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            break
        if statm.exists():
            fields = statm.read_text().split()
            resident.append(int(fields[1]) * PAGE / 1e6 if len(fields) > 1 else 0.0)
        time.sleep(every)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"failed: {' '.join(command)}")
    scale = 1e6 if sys.platform == "darwin" else 1e3
    wall = time.perf_counter() - begun
    return Used(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / scale, tuple(resident))


def hudna(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "hudna.cli", *arguments]


def reports_in(path: Path) -> Iterator[Report]:
    return (item for item in read_paths([str(path)]) if isinstance(item, Report))


def verdict(name: str, value: str, good: bool, target: str) -> None:
    print(f"{name:38} {value:>34}   {'ok' if good else 'MISSED'} (target {target})")


def start_up() -> None:
    """How soon a command answers, and how long the rules take to compile."""
    used = min((run(hudna("--help"), 0.005) for _ in range(5)), key=lambda u: u.cpu)
    value = f"{used.cpu:.2f} s CPU, {used.wall:.2f} s wall"
    verdict("hudna --help", value, used.cpu < HELP_TARGET, f"{HELP_TARGET} s")
    begun = time.process_time()
    Pipeline.load()
    print(f"{'compiling packs and rules':38} {time.process_time() - begun:>28.2f} s CPU")


def analysis(name: str, reports: Sequence[Report]) -> None:
    """The rate of analysis, records included."""
    pipeline = Pipeline.load()
    pipeline.analyse(reports[0])
    taken: list[float] = []
    wall = time.perf_counter()
    for report in reports:
        before = time.process_time()
        record(pipeline.analyse(report))
        taken.append(time.process_time() - before)
    wall, cpu = time.perf_counter() - wall, sum(taken)
    # A busy neighbour slows a core down for seconds at a time; the best stretch shows it undisturbed.
    best = max(STRETCH / sum(taken[i : i + STRETCH]) for i in range(0, len(taken) - STRETCH + 1, STRETCH))
    size = sum(len(report.text) for report in reports) / len(reports)
    value = f"{len(reports) / cpu:.0f}/s CPU, {len(reports) / wall:.0f}/s wall"
    verdict(f"analysis, {name}", value, len(reports) / cpu >= ANALYSIS_TARGET, f"{ANALYSIS_TARGET:.0f}/s")
    print(
        f"{'':38} {size:.0f} characters each; best {STRETCH} {best:.0f}/s; slowest {max(taken) * 1000:.0f} ms"
    )


def ingest(folder: Path, count: int, ledger: Path) -> None:
    """The rate of the whole command into a new ledger, its memory, and the same again."""
    used = run(hudna("ingest", str(folder), "--ledger", str(ledger)))
    value = f"{count / used.cpu:.0f}/s CPU, {count / used.wall:.0f}/s wall"
    verdict("ingest into SQLite", value, count / used.cpu >= INGEST_TARGET, f"{INGEST_TARGET:.0f}/s")
    verdict(
        "ingest, peak memory", f"{used.peak:.0f} MB", used.peak < MEMORY_TARGET, f"{MEMORY_TARGET:.0f} MB"
    )
    if len(used.resident) >= 20:
        tenths = [used.resident[len(used.resident) * i // 10] for i in range(2, 10)]
        line = " ".join(f"{m:.0f}" for m in tenths)
        verdict("ingest, MB at 20 % … 90 %", line, tenths[-1] < tenths[0] * FLAT, "flat")
    print(f"{'ledger':38} {ledger.stat().st_size / count / 1000:>26.1f} kB a report")
    again = run(hudna("ingest", str(folder), "--ledger", str(ledger)))
    print(f"{'the same again':38} {count / again.cpu:>24.0f}/s CPU")


def steps(reports: Sequence[Report]) -> None:
    """Where the time goes, step by step (under a profiler, which slows everything down)."""
    pipeline = Pipeline.load()
    profile = cProfile.Profile()
    profile.enable()
    for report in reports:
        pipeline.analyse(report)
    profile.disable()
    stats = pstats.Stats(profile)
    table = stats.stats  # type: ignore[attr-defined]
    whole = next(
        row[3]
        for (path, _, name), row in table.items()
        if (Path(path).name, name) == ("pipeline.py", "analyse")
    )
    print("\nshare of analysis by step (profiled):")
    for (path, _, name), row in sorted(table.items(), key=lambda item: -item[1][3]):
        step = STEPS.get((Path(path).name, name))
        if step and row[1] == len(reports):
            print(f"  {row[3] / whole:6.1%}  {row[3] / len(reports) * 1000:6.2f} ms  {step}")
    stats.sort_stats("tottime").print_stats(20)


def instructions(reports: Sequence[Report]) -> None:
    """Python instructions a word of text: what a change costs, told on a machine however busy.

    What happens in C (regular expressions, JSON) is not in it.
    """
    pipeline = Pipeline.load()
    words = sum(len(report.text.split()) for report in reports)
    for report in reports:
        pipeline.analyse(report)
    run_by: Counter[str] = Counter()

    def count(frame: FrameType, event: str, _: object) -> Callable[..., object]:
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        run_by[Path(frame.f_code.co_filename).name] += event == "opcode"
        return count

    sys.settrace(count)
    for report in reports:
        record(pipeline.analyse(report))
    sys.settrace(None)
    print(f"{sum(run_by.values()) / words:.0f} instructions a word")
    for name, found in run_by.most_common(20):
        print(f"  {found / words:6.0f}  {name}")


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--reports", type=int, default=1_000, help="size of the corpus (default 1000)")
    parser.add_argument("--analyse", type=int, default=500, help="how many of them to analyse in-process")
    parser.add_argument("--steps", action="store_true", help="show where analysis spends its time")
    parser.add_argument(
        "--instructions", action="store_true", help="count Python instructions on the samples"
    )
    given = parser.parse_args()
    if given.instructions:
        instructions(list(reports_in(SAMPLES)))
        return
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {given.reports} reports\n")
    with tempfile.TemporaryDirectory() as work:
        corpus = Path(work) / "corpus"
        write_folders(Maker(1).reports(given.reports), corpus)
        some = [report for report, _ in zip(reports_in(corpus), range(given.analyse), strict=False)]
        if given.steps:
            steps(some)
            return
        start_up()
        analysis("made corpus", some)
        analysis("samples", list(reports_in(SAMPLES)))
        ingest(corpus, given.reports, Path(work) / "ledger.sqlite")


if __name__ == "__main__":
    main()

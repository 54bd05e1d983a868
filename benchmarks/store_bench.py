"""How fast the ledger takes reports, how fast it answers, and whether memory stays flat.

Run from the repository: `python -m benchmarks.store_bench [REPORTS]` (10,000 by default). Analyses are made
by hand (about 1,500 characters, 15 assertions), so that the store alone is measured; making them is left out
of the clock. Times are CPU seconds of this process, memory is the resident set.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.store.builders import many, run

from hudna.model.filters import Filter
from hudna.model.records import Analysis
from hudna.model.run import Tally
from hudna.store.ingest import ingest
from hudna.store.sqlite import open_view, open_writer
from hudna.text.index import ArabicIndexer

_PAGE = resource.getpagesize()


def resident() -> float:
    """Resident memory now, in MB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * _PAGE / 1e6


class Clock:
    """CPU seconds spent outside the making of analyses."""

    def __init__(self) -> None:
        self._begun = time.process_time()
        self._making = 0.0

    def feed(self, count: int) -> Iterator[Analysis]:
        """The analyses, their making timed apart."""
        made = many(count)
        while True:
            before = time.process_time()
            item = next(made, None)
            self._making += time.process_time() - before
            if item is None:
                return
            yield item

    @property
    def spent(self) -> float:
        """Seconds so far."""
        return time.process_time() - self._begun - self._making


def main(count: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.hudna"
        indexer = ArabicIndexer()
        with open_writer(path, indexer) as writer:
            clock = Clock()
            memory: list[float] = []

            def progress(tally: Tally) -> None:
                if tally.done // (count // 10 or 1) > len(memory):
                    memory.append(resident())

            done = ingest(clock.feed(count), writer, run(0), progress)
            spent = clock.spent
            print(f"append: {count:,} reports, {done.tally.assertions:,} assertions in {spent:.1f} s CPU")
            print(f"append: {count / spent:,.0f} reports/s")
            print("memory by tenths, MB: " + " ".join(f"{m:.0f}" for m in memory))
            clock = Clock()
            again = ingest(clock.feed(count // 10), writer, run(1))
            print(f"again (all known): {again.tally.same / clock.spent:,.0f} reports/s")
        print(f"file: {path.stat().st_size / count / 1000:.1f} kB a report")
        with open_view(path, indexer) as view:
            page = Filter(limit=50)
            asked: dict[str, Callable[[], object]] = {
                "timeline, 50 rows": lambda: view.timeline(page),
                "timeline of a week and actor": lambda: view.timeline(
                    Filter("2020-02-03", "2020-02-09", actor="RUS", limit=50)
                ),
                "figures at a place": lambda: view.figures(Filter(place="معرة النعمان", limit=50)),
                "search of one rare word": lambda: view.search("777", page),
                "search of a word in every report": lambda: view.search("قصف", Filter(limit=20)),
                "report": lambda: view.report("made/7.txt"),
                "counts": view.counts,
            }
            for name, ask in asked.items():
                begun = time.perf_counter()
                ask()
                print(f"{name}: {(time.perf_counter() - begun) * 1000:.0f} ms")
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)

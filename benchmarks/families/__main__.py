"""Write families of reports for `hudna ingest`, and the truth about them."""

import argparse
import json
from itertools import combinations
from pathlib import Path

from benchmarks.families import Families, families


def write(made: Families, out: Path) -> None:
    """Write `reports.jsonl`, which `hudna ingest` reads, and `truth.json`, by the ids of the reports."""
    out.mkdir(parents=True, exist_ok=True)
    with open(out / "reports.jsonl", "w", encoding="utf-8") as stream:
        for told in made.told:
            report = told.analysis.report
            line = {
                "text": report.text, "publisher": report.publisher, "published": report.metadata_date,
                "title": report.title,
            }  # fmt: skip
            stream.write(json.dumps(line, ensure_ascii=False) + "\n")
    data = {
        "copies": made.truth.copies,
        "families": {told.id: told.family for told in made.told},
        "origins": made.truth.origins,
    }
    (out / "truth.json").write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", "utf-8")


def main() -> None:
    """Read the arguments, write reports and truth, print how much."""
    parser = argparse.ArgumentParser(
        description="Write families of made-up reports and the truth about them."
    )
    parser.add_argument("--events", type=int, default=200, help="true events (default 200)")
    parser.add_argument("--seed", type=int, default=1, help="same seed, same reports (default 1)")
    parser.add_argument("--out", type=Path, required=True, help="folder to write into")
    given = parser.parse_args()
    made = families(given.events, given.seed)
    write(made, given.out)
    assertions = sum(len(told.assertions) for told in made.told)
    pairs = sum(len(list(combinations(group, 2))) for group in made.truth.copies)
    print(
        f"{len(made.happenings)} events, {len(made.told)} reports, {assertions} assertions, "
        f"{pairs} pairs of copies: {given.out}"
    )


if __name__ == "__main__":
    main()

"""Write the parts of README.md that come out of the program: examples, and the table of accuracy.

    python scripts/readme.py

A part stands between `<!-- name -->` and `<!-- /name -->`. The table is taken out of docs/accuracy.md, which
`make accuracy` writes.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
EXAMPLE = (
    "أعلنت أنقرة مساء الخميس مقتل 33 من جنودها في إدلب. "
    "ونفت وزارة الدفاع الروسية أمس الجمعة أن تكون طائراتها قد نفذت غـ.ارات قرب بيهون. "
    "وتقول الأمم المتحدة إن نحو 900 ألف شخص نزحوا منذ مطلع كانون الأول."
)
PUBLISHED = "2020-02-29"
TOUR = {
    "figures": ("figures", "--kind", "displaced", "--place", "Idlib"),
    "contradictions": ("contradictions", "--about", "date"),
    "search": ("search", "قصف", "--limit", "2"),
}
SETS = {
    "test": "**{} unseen reports**",
    "test-annotators": "two annotators of {}",
    "sentences-test": "**{} unseen sentences**",
    "sentences-test-annotators": "two annotators of {}",
    "develop": "{} reports read while developing",
    "twenty-texts": "{} tuned on",
    "three-reports": "{} tuned on",
}
LAYERS = {
    "time": "times with their values",
    "restored": "restored words",
    "furniture": "furniture lines",
    "figure": "figures",
    "statement": "statements (who, force)",
    "event": "events (type)",
    "event+actor": "events with their actor",
    "agreement": "agreements (parties, date)",
}


def hudna(*arguments: str, text: str = "") -> str:
    """What a command prints in a pipe."""
    command = [sys.executable, "-m", "hudna.cli", *arguments]
    return subprocess.run(command, input=text, capture_output=True, check=True, encoding="utf-8").stdout


def table(tsv: str) -> str:
    """Tab-separated output as a Markdown table, columns that are empty throughout left out."""
    head, *rows = [line.split("\t") for line in tsv.rstrip("\n").split("\n")]
    kept = [i for i in range(len(head)) if any(row[i] for row in rows)]
    cells = [[row[i].replace("|", "\\|") for i in kept] for row in (head, *rows)]
    lines = ["| " + " | ".join(row) + " |" for row in cells]
    return "\n".join([lines[0], "|" + "---|" * len(kept), *lines[1:]])


def example() -> str:
    """The sentence of the first screen and its records; where each record stands is cut to line:offset."""
    found = table(hudna("analyse", "-", "--published", PUBLISHED, text=EXAMPLE + "\n"))
    return f"> {EXAMPLE}\n\n" + re.sub(r"» [^|»]*?, (\d+:\d+), [0-9a-f]+ \|", r"» \1 |", found)


def tour() -> dict[str, str]:
    """The commands of the tour on the samples, and what they print."""
    with tempfile.TemporaryDirectory() as work:
        ledger = str(Path(work) / "hudna.sqlite")
        hudna("ingest", str(ROOT / "samples"), "--ledger", ledger)
        return {
            name: f"    $ hudna {' '.join(command)}\n\n" + table(hudna(*command, "--ledger", ledger))
            for name, command in TOUR.items()
        }


def scores(table: str) -> dict[str, str]:
    """F1 by layer in the part of docs/accuracy.md that tells of one set; the first table has it."""
    found: dict[str, str] = {}
    at = 0
    for row in (line.strip("| ").split(" | ") for line in table.split("\n") if line.startswith("| ")):
        at = row.index("F1") if "F1" in row else at
        if row[0] in LAYERS and row[0] not in found:
            found[row[0]] = row[at]
    return found


def accuracy() -> str:
    """The table of accuracy, out of the accuracy card."""
    card = (ROOT / "docs" / "accuracy.md").read_text("utf-8")
    tables = [card.split(f"<!-- begin {part} -->")[1].split(f"<!-- end {part} -->")[0] for part in SETS]
    counts = [table.split()[0] for table in tables]
    columns = [scores(table) for table in tables]
    titles = (title.format(count) for title, count in zip(SETS.values(), counts, strict=True))
    head = f"| F1 | {' | '.join(titles)} |"
    rows = [
        f"| {title} | " + " | ".join(found.get(name, "–") for found in columns) + " |"
        for name, title in LAYERS.items()
    ]
    return "\n".join([head, "|---|" + "---:|" * len(SETS), *rows])


def replaced(text: str, parts: dict[str, str]) -> str:
    """README with new parts; raises ValueError where a part has no place."""
    for name, part in parts.items():
        pattern = re.compile(f"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
        if not pattern.search(text):
            raise ValueError(f"README.md has no place for «{name}»")
        text = pattern.sub(lambda match, part=part: f"{match[1]}\n{part}\n\n{match[2]}", text)  # type: ignore[misc]
    return text


def main() -> None:
    """Rewrite README.md."""
    parts = {"example": example(), **tour(), "accuracy": accuracy()}
    README.write_text(replaced(README.read_text("utf-8"), parts), "utf-8")


if __name__ == "__main__":
    main()

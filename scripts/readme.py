"""Write the parts of README.md that come out of the program: examples, and the table of accuracy.

    python scripts/readme.py [--annotated FOLDER]

A part stands between `<!-- name -->` and `<!-- /name -->`. FOLDER holds annotated reports, which are not in
this repository (reports/, gold/, dev_texts/, eval/score.py); without it the table of accuracy stays as it is.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
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
    "search": ("search", "قصف", "--limit", "2"),
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


def scores(scorer: Path, gold: Path, lines: str) -> dict[str, float]:
    """F1 by layer."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as records:
        records.write(lines)
        records.flush()
        command = [sys.executable, str(scorer), str(gold), records.name, "--json"]
        out = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    return {name: row["f1"] for name, row in json.loads(out)["layers"].items()}


def accuracy(folder: Path) -> str:
    """The table of accuracy, measured now."""
    scorer = folder / "eval" / "score.py"
    paths = map(str, sorted((folder / "reports").glob("*.txt")))
    ours = scores(scorer, folder / "gold", hudna("analyse", *paths, "--format", "jsonl"))
    made: list[str] = []
    for entry in json.loads((folder / "dev_texts" / "index.json").read_text("utf-8")):
        (path,) = (folder / "dev_texts" / "texts").glob(f"{entry['id']}*")
        dated = ["--published", entry["published"]] if entry["published"] else []
        made.append(hudna("analyse", str(path), "--format", "jsonl", *dated))
    others = scores(scorer, folder / "dev_texts" / "gold", "".join(made))
    rows = [f"| {title} | {ours[name]:.2f} | {others[name]:.2f} |" for name, title in LAYERS.items()]
    return "\n".join(["| F1 | 3 annotated reports | 20 development texts |", "|---|---|---|", *rows])


def replaced(text: str, parts: dict[str, str]) -> str:
    """README with new parts; raises ValueError where a part has no place."""
    for name, part in parts.items():
        pattern = re.compile(f"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
        if not pattern.search(text):
            raise ValueError(f"README.md has no place for «{name}»")
        text = pattern.sub(lambda match, part=part: f"{match[1]}\n{part}\n\n{match[2]}", text)  # type: ignore[misc]
    return text


def main(arguments: Sequence[str] | None = None) -> None:
    """Rewrite README.md."""
    parser = argparse.ArgumentParser(description="Write the parts of README.md that the program prints.")
    parser.add_argument("--annotated", type=Path, help="folder of annotated reports, for the accuracy")
    given = parser.parse_args(arguments)
    parts = {"example": example(), **tour()}
    if given.annotated:
        parts["accuracy"] = accuracy(given.annotated)
    README.write_text(replaced(README.read_text("utf-8"), parts), "utf-8")


if __name__ == "__main__":
    main()

"""Measure the program on public data that lies beside the checkout, and write the tables.

    python benchmarks/public_sets.py [--data ../shared/data] [--write]

What is not there is told and left out. `--write` puts the tables into docs/accuracy.md and the README.md of
this folder.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from hudna.evaluation.card import put, score, table
from hudna.evaluation.match import Counts
from hudna.evaluation.public_sets import Right, events, names, restoring
from hudna.packs.layout import load_known_words
from hudna.packs.load import load_pack
from hudna.pipeline import Pipeline

ROOT = Path(__file__).parents[1]
TARGETS = (ROOT / "docs" / "accuracy.md", ROOT / "benchmarks" / "README.md")
CLASSES = ("ASSAULT", "PROTEST")


def share(right: Right) -> str:
    """«3 of 4 (0.75)»."""
    return f"{right[0]} of {right[1]} ({score(right[0] / right[1])})" if right[1] else "–"


def prf(counts: Counts) -> tuple[str, str, str]:
    return score(counts.precision), score(counts.recall), score(counts.f1)


def event_tables(folder: Path, pipeline: Pipeline) -> Iterator[str]:
    """Sentences of each class told apart, and records found with their countries."""
    countries = {country.iso3 for country in load_pack().countries}
    found = [events(folder, name, pipeline, countries) for name in CLASSES]
    rows = [(e.name, *prf(e.sentences), str(e.sentences.tp + e.sentences.fn)) for e in found]
    yield "Sentences of arabic_event_gsr (half kept for development):"
    yield table(("class", "precision", "recall", "F1", "positive"), rows)
    rows_of_records = [(e.name, share(e.records), share(e.source), share(e.target)) for e in found]
    yield "Its records: found with the right type; of those, country of the source and of the target right:"
    yield table(("class", "found", "source", "target"), rows_of_records)


def name_tables(path: Path, pipeline: Pipeline) -> Iterator[str]:
    """Names by kind."""
    counts = names(path, pipeline)
    rows = [(tag, *prf(found), str(found.tp + found.fn)) for tag, found in counts.items()]
    whole = sum(counts.values(), Counts())
    yield "Names in ANERcorp (last tenth of its training part), by the mentions of packs and rules alone:"
    yield table(
        ("tag", "precision", "recall", "F1", "names"), [*rows, ("all", *prf(whole), str(whole.tp + whole.fn))]
    )


def restoration_tables(path: Path) -> Iterator[str]:
    """Broken words restored, and joins in clean words."""
    lines = path.read_text("utf-8").splitlines()
    words = [line.rsplit(" ", 1)[0] for line in lines if line.strip()]
    found = restoring(words, load_known_words())
    exact, tried = found.exact
    yield f"Broken-up words made from words of clean text: {exact:,} of {tried:,} restored exactly."
    yield f"False joins in {found.clean_words:,} clean words: {found.false_joins}."


def tables(data: Path) -> Iterator[str]:
    """Every table that the data allow; else why not."""
    pipeline = Pipeline.load()
    gsr, anercorp = data / "arabic_event_gsr", data / "anercorp_train" / "train.conll"
    if gsr.is_dir():
        yield from event_tables(gsr, pipeline)
    else:
        yield f"Not measured: there is no folder {gsr.name} in the data folder."
    if anercorp.is_file():
        yield from name_tables(anercorp, pipeline)
        yield from restoration_tables(anercorp)
    else:
        yield f"Not measured: there is no file {anercorp.name} in the data folder."


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    text = "\n\n".join(tables(given.data)) + "\n"
    print(text)
    if given.write and "Not measured" not in text:
        for target in TARGETS:
            put(target, "public-sets", text)


if __name__ == "__main__":
    main()

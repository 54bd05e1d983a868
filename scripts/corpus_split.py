"""Bring authored annotations into the corpus: words become spans, and each text goes to its part by its hash.

    python scripts/corpus_split.py sentences FILE.jsonl… [--to corpus/sentences]
    python scripts/corpus_split.py second FILE.jsonl… [--to corpus/sentences/test.second.jsonl]
    python scripts/corpus_split.py reports FOLDER [--to corpus]

Authors quote words («"trigger": "قصفت"»); where the words stand more than once, `nth` tells which. A text
goes to `test` where the first byte of the SHA-256 of its UTF-8 is below 64, to `develop` below 96, else to
`train`, so nobody chooses and a text keeps its part. A wrong annotation is left out and told, without words
where the text belongs to `test`; sentences that share id or text stop everything.
"""

import argparse
import json
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from hudna.training.sentences import Part, part_of, sentence_of

ROOT = Path(__file__).parents[1]
PARTS: tuple[Part, ...] = ("train", "develop", "test")
HEAD = ("id", "text", "published", "country", "genre", "style", "topic")
PEOPLE = ("actors", "recipients", "speakers", "addressees", "chain")
WORDS = ("trigger", "instrument", "cue", "content")
LISTS = ("names", "times", "events", "statements", "figures", "agreements")


def spanned(text: str, words: str, nth: int = 1) -> dict[str, Any]:
    """Where the words stand for the nth time; raises ValueError where they do not."""
    at = -1
    end = 0
    for _ in range(nth):
        at = text.find(words, end)
        if not words or at < 0:
            raise ValueError("words do not stand in the text")
        end = at + len(words)
    return {"start": at, "end": end, "text": words}


def quoted(text: str, item: Any, nth: int = 1) -> dict[str, Any]:
    """The span of quoted words, and what else the author says of them."""
    if isinstance(item, str):
        return spanned(text, item, nth)
    rest = {key: value for key, value in item.items() if key not in ("text", "nth", "note")}
    return spanned(text, item["text"], item.get("nth", nth)) | rest


def fact(text: str, item: Mapping[str, Any]) -> dict[str, Any]:
    """One annotation with spans; raises KeyError or ValueError."""
    found: dict[str, Any] = {}
    if "text" in item:
        found |= spanned(text, item["text"], item.get("nth", 1))
    for key, value in item.items():
        if key in ("text", "nth", "note") or value in (None, [], ""):
            continue
        if key in PEOPLE:
            found[key] = [quoted(text, who) for who in value]
        elif key in WORDS:
            found[key] = quoted(text, value, item.get("nth", 1) if key == "trigger" else 1)
        elif key == "place" and isinstance(value, Mapping):
            found[key] = quoted(text, value)
        else:
            found[key] = value
    return found


def converted(item: Mapping[str, Any], problems: Counter[str]) -> dict[str, Any]:
    """A sentence with spans; annotations that are wrong are left out and counted."""
    text = item["text"]
    head = {key: item.get(key) for key in HEAD}
    found: dict[str, Any] = dict(head)
    for name in LISTS:
        kept = []
        for one in item.get(name) or ():
            try:
                made = fact(text, one)
                sentence_of({**head, name: [made]})
            except (KeyError, ValueError, TypeError, AttributeError) as error:
                what = type(error).__name__ if part_of(text) == "test" else repr(error)
                problems[f"{item['id']}: {name}: {what}"] += 1
                continue
            kept.append(made)
        if kept:
            found[name] = kept
    given = item.get("restored") or ()
    restored = [pair for pair in given if len(pair) == 2 and pair[0] in text]
    if restored:
        found["restored"] = restored
    if len(restored) < len(given):
        problems[f"{item['id']}: restored: words do not stand in the text"] += len(given) - len(restored)
    return found


def read_lines(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """The objects of JSON lines, in the order of files and lines."""
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            if line.strip():
                yield json.loads(line)


def write_lines(path: Path, items: Iterable[Mapping[str, Any]]) -> None:
    """One object a line, in the order of their ids."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps(item, ensure_ascii=False) for item in sorted(items, key=lambda item: item["id"])]
    path.write_text("".join(line + "\n" for line in lines), "utf-8")


def sentences(paths: list[Path], to: Path) -> None:
    """Split authored sentences into `train.jsonl`, `develop.jsonl` and `test.jsonl`."""
    problems: Counter[str] = Counter()
    items = [converted(item, problems) for item in read_lines(paths)]
    for key in ("id", "text"):
        twice = [value for value, times in Counter(item[key] for item in items).items() if times > 1]
        if twice:
            sys.exit(f"{len(twice)} sentences share their {key} with another")
    for part in PARTS:
        members = [item for item in items if part_of(item["text"]) == part]
        write_lines(to / f"{part}.jsonl", members)
        print(f"{part}: {len(members)} sentences")
    tell(problems)


def second(paths: list[Path], to: Path) -> None:
    """A second annotation of the test part, written as the first; texts of other parts are left out."""
    problems: Counter[str] = Counter()
    mine = (item for item in read_lines(paths) if part_of(item["text"]) == "test")
    items = [converted(item, problems) for item in mine]
    write_lines(to, items)
    print(f"{to.name}: {len(items)} sentences")
    tell(problems)


def reports(folder: Path, to: Path) -> None:
    """Copy whole reports with gold and index entries into the folders of their parts."""
    indexes = [json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*index.json"))]
    entries = {entry["id"]: entry for index in indexes for entry in index}
    for path in sorted((folder / "texts").glob("*.txt")):
        part = to / part_of(path.read_text("utf-8"))
        for name, source in (("texts", path), ("gold", folder / "gold" / f"{path.stem}.json")):
            (part / name).mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, part / name / source.name)
        index = part / "index.json"
        known = {e["id"]: e for e in json.loads(index.read_text("utf-8"))} if index.exists() else {}
        known[path.stem] = entries[path.stem]
        ordered = [known[key] for key in sorted(known)]
        index.write_text(json.dumps(ordered, ensure_ascii=False, indent=1) + "\n", "utf-8")
        print(f"{path.stem}: {part.name}")


def tell(problems: Counter[str]) -> None:
    """What was left out, on stderr."""
    for problem, times in sorted(problems.items()):
        print(f"left out: {problem} ({times})", file=sys.stderr)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("what", choices=("sentences", "second", "reports"))
    parser.add_argument("source", nargs="+", type=Path)
    parser.add_argument("--to", type=Path)
    given = parser.parse_args()
    corpus = ROOT / "corpus"
    if given.what == "sentences":
        sentences(given.source, given.to or corpus / "sentences")
    elif given.what == "second":
        second(given.source, given.to or corpus / "sentences" / "test.second.jsonl")
    else:
        reports(given.source[0], given.to or corpus)


if __name__ == "__main__":
    main()

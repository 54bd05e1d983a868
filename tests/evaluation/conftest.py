"""The corpus, analysed once for all tests of it."""

from pathlib import Path

import pytest

from hudna.evaluation.sentence_sets import load_gold
from hudna.evaluation.summary import Summary, evaluate
from hudna.pipeline import Pipeline

CORPUS = Path(__file__).parents[2] / "corpus"
PARTS = ("develop", "test")
"""Folders of reports that are scored."""
SETS = {part: CORPUS / part for part in PARTS} | {
    f"sentences-{part}": CORPUS / "sentences" / f"{part}.jsonl" for part in PARTS
}
"""Everything that is scored and has floors, by the name it has in the accuracy card."""


@pytest.fixture(scope="session")
def summaries(pipeline: Pipeline) -> dict[str, Summary]:
    """The scores of each set."""
    return {name: evaluate(load_gold(path), pipeline) for name, path in SETS.items()}

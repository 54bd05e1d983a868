"""The linter names file, line and remedy of each kind of breakage, and finds none in what is shipped."""

from pathlib import Path

import pytest

from hudna.packs.lint import check_all, check_lexicons, check_pack

ACTOR = "- {id: person/test-person, type: person, names: {ar: [شخص التجربة], en: Test Person}, code: SYR.GOV"
PLACE = "- {id: place/sy/test-village, kind: village, names: {ar: [قرية التجربة], en: Test}, country: SYR"
ACCORD = "- {id: agreement/sy/test, names: {ar: [اتفاق التجربة], en: Test}, parties: [RUS, TUR]"
OUTLET = "- {id: outlet/test, kind: agency, code: SYR.MED, names: {ar: [وكالة التجربة], en: Test}"
COUNTRY = "- {id: country/tst, iso3: TST, names: {ar: [بلاد التجربة], en: Testland}"

BREAKAGES = [
    ("actors.yaml", ACTOR + "}\n" + ACTOR + "}\n", 2, "«person/test-person» stands also at", "of its own"),
    ("actors.yaml", ACTOR.replace("person/test-person", "Person X") + "}", 1, "malformed", "place/sy/idlib"),
    ("actors.yaml", ACTOR.replace("person/test-person", "person/joe-biden") + "}", 1, "stands also", "own"),
    ("actors.yaml", ACTOR.replace("[شخص التجربة]", "[]") + "}", 1, "has no Arabic name", "at least one"),
    ("actors.yaml", ACTOR.replace("شخص التجربة", "' '") + "}", 1, "has an empty name", "take it away"),
    ("actors.yaml", ACTOR.replace("SYR.GOV", "syr.gov") + "}", 1, "is no actor code", "SYR.MIL"),
    ("actors.yaml", ACTOR.replace("SYR.GOV", "ZZZ.GOV") + "}", 1, "names no country", "ISO 3166"),
    ("actors.yaml", ACTOR + ", seat: place/sy/nowhere}", 1, "is no place of a pack", "id of a place"),
    ("actors.yaml", ACTOR + ", short: [س], context: [وزير الخارجية]}", 1, "several words", "single words"),
    ("actors.yaml", ACTOR + ", context: [سوريا]}", 1, "without «short»", "add the short names"),
    ("actors.yaml", ACTOR + ", offices: [{office: boss, country: SYR}]}", 1, "«office: boss»", "president"),
    ("actors.yaml", ACTOR + ", offices: [{office: king, country: ZZZ}]}", 1, "names no country", "ISO 3166"),
    (
        "actors.yaml",
        ACTOR + ", offices: [{office: king, country: SYR, since: 2020-13-01}]}",
        1, "is no date", "YYYY-MM-DD",
    ),
    (
        "actors.yaml",
        ACTOR + ", offices: [{office: king, country: SYR, since: 2020-02-01, until: 2019-05}]}",
        1, "«since: 2020-02-01» is after «until: 2019-05»", "swap",
    ),
    (
        "actors.yaml",
        "- {id: group/test, type: group, names: {ar: [ميليشيا التجربة], en: Test}, code: SYR.REB}",
        1, "loaded word «ميليشيا»", "neutral name first",
    ),
    ("actors.yaml", ACTOR.replace("شخص التجربة", "فلاديمير بوتين") + "}", 1, "vladimir-putin", "longer"),
    ("actors.yaml", "\n" + ACTOR + ",\n\tseat: null}", 3, "holds a tab", "use spaces"),
    ("places.yaml", PLACE.replace("SYR", "ZZZ") + "}", 1, "is no country of a pack", "SYR"),
    ("places.yaml", PLACE + ", within: place/sy/nowhere}", 1, "is no place of a pack", "larger place"),
    ("places.yaml", PLACE + ", within: place/sy/test-village}", 1, "leads back to this place", "larger"),
    ("places.yaml", PLACE + ", lat: 35.5}", 1, "do not stand together", "both or neither"),
    ("places.yaml", PLACE + ", lat: 95.0, lon: 36.0}", 1, "no point of the earth", "latitude, then"),
    ("places.yaml", PLACE + ", lat: 36.6, lon: 35.9}\n" + PLACE.replace("test-v", "v").replace("قرية", "بلدة")
     + ", lat: 36.6, lon: 53.9}", 2, "lies outside Syria", "«lat», «lon» or «country»"),
    ("places.yaml", PLACE.replace("قرية التجربة", "سَراقِب") + "}", 1, "place/sy/saraqib", "ambiguous: true"),
    ("agreements.yaml", ACCORD.replace("RUS, TUR", "") + "}", 1, "has no parties", "give the codes"),
    ("agreements.yaml", ACCORD + ", guarantors: [Russia]}", 1, "is no actor code", "SYR.MIL"),
    ("agreements.yaml", ACCORD + ", zone: [place/sy/nowhere]}", 1, "is no place of a pack", "country's code"),
    ("agreements.yaml", ACCORD + ", signed: 9 May 2020}", 1, "is no date", "YYYY-MM-DD"),
    ("agreements.yaml", ACCORD + ", signed: 2020-05, ended: 2019-05}", 1, "is after", "swap"),
    ("agreements.yaml", ACCORD + ", variants: [{date: soon, of: effective}]}", 1, "is no date", "YYYY"),
    ("agreements.yaml", ACCORD + ", cues: [إتفاق سوتشي]}", 1, "names agreement/sy/sochi-2018", "keep it"),
    ("outlets.yaml", OUTLET + ", domains: ['https://example.org/']}", 1, "is no domain", "example.org"),
    ("countries.yaml", COUNTRY.replace("TST", "Ts") + "}", 1, "is no country code", "three capital letters"),
    ("countries.yaml", COUNTRY + ", box: [3.0, 2.0, 1.0, 4.0]}", 1, "is no rectangle", "south, west"),
    ("notes.yaml", "- a\n", 1, "is no file of a pack", "name it one of: countries.yaml"),
    ("people.txt", "a\n", 1, "is no file of a pack", "name it one of: countries.yaml"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "line", "message", "remedy"), BREAKAGES, ids=[f"{n}: {m}" for n, _, _, m, _ in BREAKAGES]
)
def test_each_breakage(tmp_path: Path, name: str, text: str, line: int, message: str, remedy: str) -> None:
    (tmp_path / "outlets-own.yaml").write_text(
        "- {id: outlet/own, kind: agency, code: SYR.MED, names: {ar: [وكالة أخرى], en: Other}}\n"
    )
    (tmp_path / name).write_text(text, encoding="utf-8")
    found = check_pack(tmp_path)
    fitting = [p for p in found if message in p.message]
    assert fitting, found
    assert fitting[0].file == str(tmp_path / name)
    assert fitting[0].line == line
    assert remedy in fitting[0].remedy


def test_a_sound_pack_has_no_problems(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("Notes.\n")
    (tmp_path / "countries.yaml").write_text(COUNTRY + ", box: [0.0, 0.0, 9.0, 9.0]}\n")
    (tmp_path / "places.yaml").write_text(
        PLACE + ", within: place/sy/idlib, lat: 35.8, lon: 36.6}\n"
        "- {id: place/tst/a, kind: town, names: {ar: [بلدة أولى], en: A}, country: TST, lat: 5.0, lon: 5.0}\n"
    )
    (tmp_path / "actors.yaml").write_text(
        ACTOR + ", seat: place/sy/test-village, short: [التجربة], context: [قرية],"
        " offices: [{office: commander, country: SYR.REB, since: '2019', until: 2019-05}]}\n"
    )
    (tmp_path / "agreements.yaml").write_text(ACCORD + ", zone: [place/tst/a, SYR], signed: '2020-03-05'}\n")
    (tmp_path / "outlets.yaml").write_text(OUTLET + ", domains: [test.example.org]}\n")
    assert check_pack(tmp_path) == ()


def test_two_places_marked_ambiguous_may_share_a_name(tmp_path: Path) -> None:
    (tmp_path / "places.yaml").write_text(
        PLACE + ", ambiguous: true}\n" + PLACE.replace("test-village", "other") + ", ambiguous: true}\n"
    )
    assert check_pack(tmp_path) == ()


def test_places_of_two_countries_may_share_a_name(tmp_path: Path) -> None:
    (tmp_path / "places.yaml").write_text(
        PLACE + "}\n" + PLACE.replace("/sy/", "/iq/").replace("SYR", "IRQ") + "}\n"
    )
    assert check_pack(tmp_path) == ()


def test_a_folder_without_a_pack(tmp_path: Path) -> None:
    (problem,) = check_pack(tmp_path)
    assert problem.message == "holds no file of a pack"


def test_schema_problems_come_through(tmp_path: Path) -> None:
    (tmp_path / "actors.yaml").write_text("- {id: a/b}\n- [\n")
    (problem,) = check_pack(tmp_path)
    assert problem.remedy.startswith("mend the YAML")


def test_shipped_packs_have_no_problems() -> None:
    assert check_all() == ()


def test_shipped_lexicons_have_no_problems() -> None:
    assert check_lexicons() == ()


@pytest.mark.parametrize(
    ("name", "text", "line", "message"),
    [
        ("a.yaml", "- {word: a}\n- b\n", 2, "no mapping"),
        ("a.yaml", "- {word: a\n", 2, ""),
        ("a.yaml", "word: a\n", 1, "holds no list"),
        ("a.yaml", "- {word: a, word: b}\n", 1, "stands twice"),
        ("a.yaml", "- {word: a,\tb: c}\n", 1, "tab"),
        ("a.txt", "x", 1, "is no lexicon"),
    ],
)
def test_broken_lexicons(tmp_path: Path, name: str, text: str, line: int, message: str) -> None:
    (tmp_path / name).write_text(text)
    found = check_lexicons(tmp_path)
    assert any(p.line == line and message in p.message and p.remedy for p in found), found

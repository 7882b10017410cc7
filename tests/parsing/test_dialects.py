import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.parsing.decode import decode
from reader.parsing.dialects import DIALECTS
from reader.parsing.document import parse
from reader.parsing.markup import read_markup
from reader.parsing.selectors import split_selectors
from tests.parsing import dressed
from tests.parsing.invented import opened
from tools import gate
from tools.samples.dialect import dialects
from tools.samples.dresses import DRESSES, MAIN
from tools.samples.encodings import reencoded

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk", "gb2312")


def test_every_dialect_has_a_page_of_its_own_in_the_tests() -> None:
    assert {dialect.name for dialect in DIALECTS} | {"generic"} == set(DRESSES)


@pytest.mark.parametrize("name", DRESSES)
def test_one_content_has_equal_values_in_every_dialect(name: str) -> None:
    assert dressed.wrong(name) == {}


@pytest.mark.parametrize("name", DRESSES)
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_one_content_has_equal_values_in_every_encoding(name: str, encoding: str) -> None:
    markup = DRESSES[name].article_page()

    assert parse(decode(markup.encode(encoding)).text) == parse(markup)


@pytest.mark.parametrize("name", DRESSES)
@pytest.mark.parametrize("builder", ["lxml", "html5lib"])
def test_every_tree_builder_reads_the_same_of_every_dialect(name: str, builder: str) -> None:
    for markup in (DRESSES[name].layout_page(), DRESSES[name].article_page()):
        assert parse(markup, builder=builder) == parse(markup)


@pytest.mark.parametrize("name", ["classic", "people", "xy-a", "unknown"])
def test_the_sample_reads_the_same_in_every_encoding_that_holds_it(name: str) -> None:
    for document in gate.documents(name)[:4]:
        for _, text, data in reencoded(document.text):
            decoded = decode(data).text
            known = sum(a == b for a, b in zip(decoded, text, strict=False))

            assert known >= 0.999 * len(text) == 0.999 * len(decoded)
            assert gate.lost(document, parse(decoded))[1] == {}


@pytest.mark.slow
def test_no_dialect_and_no_habit_falls_below_its_floor() -> None:
    shares = gate.shares(gate.worn_rows())

    assert shares.keys() == gate.floor().keys() - dialects().keys()
    assert [name for name, share in shares.items() if share < gate.floor()[name]] == []


@pytest.mark.slow
def test_no_dialect_falls_below_its_floor_as_it_is_set() -> None:
    shares = gate.shares(gate.clean_rows())

    assert shares.keys() == dialects().keys()
    assert [name for name, share in shares.items() if share < gate.floor()[name]] == []
    assert all(gate.floor()[name] >= 0.99 for name in dialects())


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of what the gate keeps, to be written over."""
    monkeypatch.delenv("BANMIAN_CORPUS", raising=False)
    for name in ("FLOOR", "DIGESTS"):
        file = tmp_path / f"{name.lower()}.json"
        file.write_bytes(getattr(gate, name).read_bytes())
        monkeypatch.setattr(gate, name, file)
    return tmp_path


def test_the_floor_is_raised_by_one_word_and_lowered_by_another(
    kept: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = gate.floor()
    monkeypatch.setattr(gate, "shares", lambda: dict.fromkeys(before, 0.5))
    monkeypatch.setattr(gate, "missed", lambda _name: {"headline": 3})

    assert gate.main(["--raise"]) == 1
    assert gate.floor() == before
    said = capsys.readouterr().out
    assert "0.5" in said
    assert "headline" in said
    assert gate.main(["--lower"]) == 0
    assert set(gate.floor().values()) == {0.5}


def test_no_page_changed_since_the_floor_was_set_on_it() -> None:
    assert gate.changed() == []


def test_a_softer_page_cannot_lift_a_share_unseen(
    kept: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    softer = replace(DRESSES["xy-b"], coords="{area}")
    monkeypatch.setitem(DRESSES, "xy-b", softer)
    monkeypatch.setattr(gate, "shares", gate.floor)
    monkeypatch.setattr(gate, "missed", lambda _name: {})

    assert gate.main([]) == 1
    said = capsys.readouterr().out
    assert "layout in the dialect dressed xy-b is not the page that the floor was set on" in said
    assert gate.main(["--raise"]) == 0
    assert gate.main([]) == 0


def test_a_page_that_went_away_is_told(kept: Path) -> None:
    kept_before = json.loads(gate.DIGESTS.read_text("utf-8"))
    gate.DIGESTS.write_text(json.dumps(kept_before | {"xy-e": {"gone.htm": "0"}}), "utf-8")

    assert [line.partition(" is ")[0] for line in gate.changed()] == ["gone.htm in the dialect xy-e"]


@pytest.mark.slow
@pytest.mark.parametrize("how", dressed.DAMAGES)
@settings(max_examples=30, deadline=None, derandomize=True)
@given(name=st.sampled_from(sorted(DRESSES)), chance=st.randoms(use_true_random=False))
def test_a_damaged_page_is_still_a_page(how: str, name: str, chance: random.Random) -> None:
    page = parse(dressed.damage(DRESSES[name].article_page(), chance, how))

    assert page.contents


@pytest.mark.parametrize("name", DRESSES)
def test_headline_and_body_survive_damage(name: str) -> None:
    score = dressed.survival(DRESSES[name], 4)

    assert min(score.values()) >= 0.9


def test_where_a_row_of_titles_is_missing_the_list_says_which_is_the_headline() -> None:
    markup = DRESSES["aheading"].article_page().replace("<tr valign=top><td>谷雨前后</td></tr>", "", 1)

    story = opened(parse(markup))

    assert (story.kicker, story.headline, story.deck) == ("", "北山春茶开采", "头茬三日采完")
    assert story.byline == "本报记者 何田"


@pytest.mark.slow
def test_headline_and_body_survive_much_damage(capsys: pytest.CaptureFixture[str]) -> None:
    scores = {name: dressed.survival(dress, 250) for name, dress in DRESSES.items()}

    with capsys.disabled():
        for name, score in scores.items():
            print(f"\n{name:14}", *(f"{how} {share:.3f}" for how, share in score.items()), end="")  # noqa: T201
    assert all(share >= 0.97 for score in scores.values() for share in score.values())


def test_each_mark_is_a_place_that_can_be_looked_for() -> None:
    for dialect in DIALECTS:
        dress = DRESSES[dialect.name]
        found = {
            selector
            for markup in (dress.layout_page(), dress.article_page())
            for selector in read_markup(markup, "html.parser", ()).selectors
        }

        assert len(found & set(split_selectors(dialect.marks))) >= 2


def test_a_paper_whose_theme_is_slightly_off_is_known_by_its_other_marks() -> None:
    markup = DRESSES["xy-b"].article_page().replace("articlelist", "alist").replace("Title", "Headline")

    page = parse(markup)

    assert page.report.dialect == "xy-b"
    assert opened(page).headline == MAIN.headline

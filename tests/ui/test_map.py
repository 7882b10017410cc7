"""The page's map: in small under the headlines, and whole, with the keys to move over it."""

import random
import re
from pathlib import Path

import pytest
from textual.color import Color

from reader.ui.themes import THEMES
from tests.support.days import article, write_day
from tests.support.press import MIDDLE_DAY
from tests.support.screens import Seen, reading

FRONT = MIDDLE_DAY[0]
ACCENT = Color.parse(THEMES["paper"].primary)


def lit(seen: Seen) -> str:
    """What stands in the lit box."""
    found = []
    for strip in seen.app.screen._compositor.render_strips():
        for piece in strip:
            ground = piece.style.bgcolor if piece.style else None
            # a theme's colours are a step darker or lighter once they are drawn
            if ground and all(
                abs(one - other) < 3 for one, other in zip(ground.get_truecolor(), ACCENT.rgb, strict=True)
            ):
                found.append(piece.text.strip())
    return " ".join(filter(None, found))


def spot(seen: Seen, text: str) -> tuple[int, int]:
    """Where a text of one-cell characters begins, with only such before it."""
    row = seen.row_of(text)
    return seen.rows[row].index(text), row


def article_read(seen: Seen) -> str:
    return seen.app.reading._shown.entry.headline if seen.app.reading._shown.entry else ""


async def test_the_first_screen_shows_the_page_in_small_to_follow_and_to_click(tmp_path: Path) -> None:
    async with reading(tmp_path, FRONT, size=(80, 24)) as seen:
        assert [row[:27].strip() for row in seen.rows[14:22]] == [
            "┌─────────┐",
            "├──────┬──┤",
            "│  1   │2 │",
            "│  ┌───┴──┤",
            "│  │  3   │",
            "├──┴───┬──┤",
            "│  4   │5 │",
            "└──────┴──┘",
        ]
        boxes = [lit(seen)]
        for key in ("right", "right", "left"):
            await seen.press(key)
            boxes.append(lit(seen))
        assert boxes == ["1", "2", "3", "2"]

        await seen.pilot.click(offset=(9, 20))  # inside box 4
        await seen.settle()
        assert article_read(seen).startswith("图片新闻")
        assert lit(seen) == "4"


async def test_the_small_map_gives_way_where_fewer_than_ten_rows_are_free(tmp_path: Path) -> None:
    async with reading(tmp_path, FRONT, size=(80, 23)) as seen:
        assert "┌─" not in seen.text


async def test_on_a_narrow_window_the_small_map_comes_with_the_contents(tmp_path: Path) -> None:
    async with reading(tmp_path, FRONT, size=(40, 21)) as seen:
        assert "┌─" not in seen.text
        await seen.press("t")
        assert "┌─" in seen.text
        assert lit(seen) == "1"


async def test_the_map_is_left_to_the_article_one_moves_to_on_it(tmp_path: Path) -> None:
    async with reading(tmp_path, FRONT, size=(80, 24)) as seen:
        await seen.press("p")
        assert lit(seen) == "1 漱江最后一条渡船 下月 把缆绳交给桥"
        moves = []
        for key in ("right", "down", "down", "right", "up", "up"):
            await seen.press(key)
            moves.append(lit(seen).split()[0])
        assert moves == ["2", "3", "4", "5", "3", "1"]

        await seen.press("right")
        beside = [re.split(r"[│┐┤]", row)[-1].strip() for row in seen.rows[2:8]]
        assert beside[0::2] == ["第001版 头版", "江潮比去年早到四十分钟", "326字   1分"]
        await seen.press("enter")
        assert article_read(seen) == "江潮比去年早到四十分钟"
        assert "下一篇 ›" in seen.text


async def test_what_is_begun_and_what_is_read_is_marked_on_the_map(tmp_path: Path) -> None:
    async with reading(tmp_path, FRONT, size=(80, 24)) as seen:
        await seen.press("space", "right", "end", "end", "right", "p")

        assert "◐ 1 漱江" in seen.text
        assert "○ 2 江潮" in seen.text
        assert "│ 3 公交" in seen.text


@pytest.mark.parametrize("key", ["p", "escape"])
async def test_the_map_is_left_as_it_was_come_to(tmp_path: Path, key: str) -> None:
    async with reading(tmp_path, FRONT, size=(80, 24)) as seen:
        await seen.press("space")
        before = seen.rows

        await seen.press("p", "right", "down", key)

        assert seen.rows[2:-2] == before[2:-2]


async def test_the_map_is_no_station_on_the_way_back(tmp_path: Path) -> None:
    async with reading(tmp_path, FRONT, size=(80, 24)) as seen:
        await seen.press("p", "down", "right", "enter", "backspace")

        assert article_read(seen).startswith("漱江最后一条渡船")
        await seen.press("backspace")
        assert "没有" in seen.state


async def test_the_next_page_is_turned_to_on_the_map(tmp_path: Path) -> None:
    async with reading(tmp_path, FRONT, size=(80, 24)) as seen:
        await seen.press("p", "right_square_bracket")

        assert "第002版" in seen.text
        assert lit(seen).startswith("1 ")
        assert "↑" in seen.rows[-1]
        await seen.press("2", "enter")
        assert seen.app.reading._shown.article_at == 1


async def test_a_key_before_the_map_is_drawn_moves_over_no_other_page(tmp_path: Path) -> None:
    async with reading(tmp_path, FRONT) as seen:
        await seen.press("p", "p", "right", "right")
        chosen = seen.app.reading._frame.map
        before = chosen.chosen
        chosen.action_move(0, 1)  # as a key does that comes with the one that shows the map

        assert (before, chosen.chosen) == (2, 2)


async def test_a_page_without_zones_has_no_map_and_says_so(tmp_path: Path) -> None:
    folder = write_day(
        tmp_path / "day", [[article("桥通了", "　　桥通了。"), article("水退了", "　　水退了。")]]
    )
    async with reading(tmp_path, folder, size=(80, 24)) as seen:
        await seen.press("p")

        assert "本版没有版面图" in seen.state
        assert "下一篇 ›" in seen.text
        assert "┌─" not in seen.text


async def test_articles_without_a_place_are_listed_under_the_map(tmp_path: Path) -> None:
    """The first of three has a zone; the others come after it, by the arrow down and up again."""
    folder = write_day(
        tmp_path / "day", [[article(name, "　　水退了。") for name in ("桥通了", "水退了", "船开了")]]
    )
    layout = folder / "node_1.htm"
    area = "<map name=pagepicmap><area coords='0,0,90,90' href=content_1000.htm></map>"
    layout.write_text(layout.read_text("utf-8").replace("</body>", f"{area}</body>"), "utf-8")
    async with reading(tmp_path, folder, size=(80, 24)) as seen:
        await seen.press("p")
        assert "│" in seen.rows[seen.row_of("1 桥通了")]
        assert seen.row_of("2 水退了") > seen.row_of("└─")

        found = [lit(seen)]
        for key in ("down", "down", "down", "up", "up"):
            await seen.press(key)
            found.append(lit(seen))
        assert found == ["1 桥通了", "2 水退了", "3 船开了", "3 船开了", "2 水退了", "1 桥通了"]
        await seen.press("down", "enter")
        assert article_read(seen) == "水退了"


async def test_on_a_wide_window_the_map_stands_beside_the_article(tmp_path: Path) -> None:
    async with reading(tmp_path, FRONT, size=(160, 40)) as seen:
        assert "2 江潮比去年" in seen.text
        assert "下一篇 ›" in seen.text
        assert lit(seen).startswith("1 漱江")

        await seen.press("right")
        assert lit(seen).startswith("2 江潮")

        await seen.press("p", "down", "p")
        assert article_read(seen) == "江潮比去年早到四十分钟"
        assert lit(seen).startswith("2 江潮")

        await seen.press("p", "down", "enter", "j")
        assert article_read(seen).startswith("公交7路")


SMALLEST, LARGEST = (40, 10), (240, 60)
OTHERS = [
    pytest.param(size, marks=pytest.mark.slow)
    for size in ((40, 20), (60, 20), (99, 24), (159, 40), (160, 24))
]


@pytest.mark.parametrize("size", [SMALLEST, LARGEST, *OTHERS])
async def test_the_map_fits_every_window(tmp_path: Path, size: tuple[int, int]) -> None:
    async with reading(tmp_path, FRONT, size=size) as seen:
        await seen.press("p")

        assert "┌─" in seen.text
        assert (
            lit(seen).lstrip("◐○").strip().startswith("1")
        )  # where the whole article is seen it is soon read


HOSTILE = {
    "nothing but numbers": "NaN,1,inf,2,3",
    "too long a number": "1,1,9999999999999,9",
    "no area": "5,5,5,90",
    "far outside": "999999990,999999990,999999999,999999999",
    "below zero": "-900,-900,-1,-1",
    "a speck": "1,1,2,2",
    "ten thousand corners": ",".join(f"{n % 977},{n % 983}" for n in range(10_000)),
    "the whole page": "0,0,350,500",
}


async def test_no_zone_however_odd_keeps_an_article_from_the_map_or_the_list_under_it(tmp_path: Path) -> None:
    names = [f"水退了{letter}" for letter in "甲乙丙丁戊己庚辛壬"]
    folder = write_day(tmp_path / "day", [[article(name, "　　水退了。") for name in names]])
    zones = zip(names, ("0,0,90,90", *HOSTILE.values()), strict=True)
    areas = "".join(f"<area coords='{zone}' href=content_1{n:03}.htm>" for n, (_, zone) in enumerate(zones))
    layout = folder / "node_1.htm"
    markup = layout.read_text("utf-8")
    layout.write_text(markup.replace("</body>", f"<map name=pagepicmap>{areas}</map></body>"), "utf-8")
    async with reading(tmp_path, folder, size=(60, 40)) as seen:
        await seen.press("p")
        assert set(re.findall(r"\d+", "\n".join(seen.rows[2:-2]))) == {str(n) for n in range(1, 10)}

        await seen.press(*["down"] * 9)
        chosen = re.search(r"\d+", lit(seen))
        await seen.press("enter")
        assert chosen
        assert article_read(seen) == names[int(chosen[0]) - 1] != names[0]


@pytest.mark.slow
async def test_a_page_of_a_thousand_crossed_zones_has_a_map(tmp_path: Path) -> None:
    chance = random.Random(3)  # noqa: S311 - zones, not secrets
    corners = [",".join(str(chance.randrange(9_999)) for _ in range(80)) for _ in range(1_000)]
    areas = "".join(f"<area coords='{each}' href=content_{n}.htm>" for n, each in enumerate(corners))
    links = "".join(f"<a href=content_{n}.htm><div>第{n}篇</div></a>" for n in range(1_000))
    page = tmp_path / "node_1.htm"
    page.write_text(
        f"<title>石桥日报</title><div>第01版：要闻</div>{links}<map name=pagepicmap>{areas}</map>", "utf-8"
    )
    async with reading(tmp_path, page, size=(80, 24)) as seen:
        await seen.press("p")

        assert "┌" in seen.text


async def test_the_key_of_the_map_is_typed_into_an_open_find_field(tmp_path: Path) -> None:
    async with reading(tmp_path, FRONT, size=(80, 24)) as seen:
        await seen.press("slash", "p")

        assert "查找 p" in seen.rows[-1]

import pytest

from reader.edition.model import Article, Clean
from reader.parsing.lines import TextLine
from reader.parsing.phrases import is_byline, jump_line
from reader.parsing.prose import with_body

SENTENCE = "采茶人四点出门，天亮才下山。"


def pieces(*lines: str) -> list[str]:
    """The texts of the blocks that lines become."""
    story = with_body(Article(headline=Clean("")), [TextLine(text=Clean(line)) for line in lines])
    return [block.text for block in story.blocks]


def kinds(*lines: str, bold: frozenset[int] = frozenset()) -> list[str]:
    body = with_body(
        Article(headline=Clean("")),
        [TextLine(text=Clean(line), bold=i in bold) for i, line in enumerate(lines)],
    )
    return [block.kind.value for block in body.blocks]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("(上接1版)", "from 1"),
        ("（上接第一版）", "from 1"),
        ("【上接A05版】", "from A05"),
        ("［上接５A版］", "from 5A"),
        ("上接头版", "from 1"),
        ("（紧接第１版）", "from 1"),
        ("（緊接Ａ０１版）", "from A01"),
        ("( 上接 第 02 版 )", "from 02"),
        ("上 接 第 一 版", "from 1"),
        ("（上接第二十一版）", "from 21"),
        ("（上接1版·要闻）", "from 1"),
        ("（上接第1版《漱江最后一条渡船》）", "from 1"),
        ("（上接第四版①）", "from 4"),
        ("（接第1版）", "from 1"),
        ("接1版", "from 1"),
        ("▲(上接第1版)", "from 1"),
        ("（下转第二版）", "to 2"),
        ("（下转第○二版）", "to 02"),
        ("(下转A2版要闻)", "to A2"),
        ("（转第4版）", "to 4"),
        ("（下接第2版）", "to 2"),
        ("（下轉第3版）", "to 3"),
        ("（轉Ａ3版）", "to A3"),
        ("下转3版", "to 3"),
        ("下转3版·要闻", "to 3"),
        ("下转第二版 要闻", "to 2"),
        ("下转03版：综合新闻", "to 03"),
        ("下转A04", "to A04"),
        ("（下转2、3版）", "to 2"),
        ("(下转第2-3版)", "to 2"),
        ("▶▶下转3版", "to 3"),
        ("▶▶下转3版要闻", "to 3"),
        (">>下转3版>>", "to 3"),
        ("(下转3版", "to 3"),
    ],
)
def test_every_way_to_say_where_an_article_began_or_goes_on(text: str, said: str) -> None:
    jump = jump_line(text)

    assert jump
    assert f"{jump.direction} {jump.page}" == said
    assert kinds(SENTENCE, text, SENTENCE) == ["paragraph", "jump", "paragraph"]


@pytest.mark.parametrize(
    "text",
    [
        "上接天光，下接水色。",
        "船转头",
        "下转机",
        "转三",
        "接二版画展览",
        "上接第三版主编",
        "上接第三版主编的来信，他又说了一遍。",
        "转第4版主编信箱",
        "下转第3路车",
        "他转3路公交车去上班。",
        "（转801）",
        "（转3路）",
        "（详见3版）",
        "",
    ],
)
def test_other_lines_are_not_jump_lines(text: str) -> None:
    assert jump_line(text) is None
    assert "jump" not in kinds(SENTENCE, f"采茶人说：{text}", text)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("（上接第1版）", ""),
        ("▲(上接第1版)", "（下转3版）"),
        ("", "▶▶下转3版"),
        ("", "下转第3版"),
        ("", "下转3版·要闻"),
        ("【上接1版】", "（下转第3版《上山的人》）"),
    ],
)
def test_a_jump_line_at_either_end_of_a_paragraph_stands_alone(before: str, after: str) -> None:
    expected = [text for text in (before, SENTENCE, after) if text]

    assert pieces(before + SENTENCE + after) == expected


@pytest.mark.parametrize(
    "text", ["电话接3号分机（转801）", "（上接一江，下接两湖）是渡口。", "他说的是上接第三版主编"]
)
def test_a_paragraph_that_only_speaks_of_such_is_whole(text: str) -> None:
    assert pieces(text) == [text]


def test_a_block_has_what_its_jump_line_says_and_the_article_all_of_them() -> None:
    story = with_body(
        Article(headline=Clean("")),
        [
            TextLine(text=Clean(text))
            for text in ("（上接1版）", SENTENCE, "（下转3版）", SENTENCE, "（下转4版）")
        ],
    )

    assert [bool(block.jump) for block in story.blocks] == [True, False, True, False, True]
    assert [f"{jump.direction} {jump.page}" for jump in story.jumps] == ["from 1", "to 3", "to 4"]
    assert (story.jump_from, story.jump_to) == (story.jumps[0], story.jumps[2])


def test_a_short_open_line_between_paragraphs_is_a_subhead() -> None:
    assert kinds(SENTENCE, "上山", "下山", SENTENCE) == ["paragraph", "subhead", "subhead", "paragraph"]
    assert kinds(SENTENCE, "守住“老茶树”", SENTENCE)[1] == "subhead"


def test_a_short_sentence_is_a_paragraph() -> None:
    assert kinds(SENTENCE, "茶好。", "他说：“走！”", SENTENCE) == ["paragraph"] * 4


def test_verse_is_not_a_heap_of_subheads() -> None:
    assert set(kinds(SENTENCE, "春山", "春水", "春船", "春人", SENTENCE)) == {"paragraph"}


def test_a_line_that_opens_or_closes_the_body_is_a_subhead_only_if_bold_and_followed() -> None:
    assert kinds("上山", SENTENCE, "下山") == ["paragraph"] * 3
    assert kinds("上山", SENTENCE, "下山", bold=frozenset((0, 2))) == ["subhead", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "text", ["（本报记者 何田）", "（记者 何田 陆青）", "（作者系北山镇教师）", "本报记者 何田"]
)
def test_a_name_in_the_last_line_is_a_signature(text: str) -> None:
    assert kinds(SENTENCE, text) == ["paragraph", "signature"]
    assert kinds(SENTENCE, text, "（下转2版）") == ["paragraph", "signature", "jump"]


@pytest.mark.parametrize("text", ["（完）", "（据统计，今年茶产量略增）", "记者节到了"])
def test_other_last_lines_are_paragraphs(text: str) -> None:
    assert kinds(SENTENCE, text) == ["paragraph", "paragraph"]


def test_a_byline_that_opens_the_body_is_taken_out_unless_another_stood_over_it() -> None:
    lines = [TextLine(text=Clean("本报记者 何田")), TextLine(text=Clean(SENTENCE))]

    assert with_body(Article(headline=Clean("")), lines).byline == "本报记者 何田"
    assert len(with_body(Article(headline=Clean("")), lines).blocks) == 1
    assert len(with_body(Article(headline=Clean(""), byline=Clean("陆青")), lines).blocks) == 2


@pytest.mark.parametrize(
    "text", ["□ 本报记者 何田 通讯员 陆青", "文/何田 图/陆青", "新华社记者何田", "记者 何田"]
)
def test_bylines(text: str) -> None:
    assert is_byline(text)


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("本报讯（记者 何田）北山采茶。", "本报讯"),
        ("新华社北山3月2日电 北山采茶。", "新华社北山3月2日电"),
        ("本报北山3月2日讯 北山采茶。", "本报北山3月2日讯"),
        ("据新华社北山３月２日电（何田）采茶。", "据新华社北山３月２日电"),
        ("本报讯者不多。", ""),
        (SENTENCE, ""),
    ],
)
def test_the_dateline_is_read_and_stays(text: str, dateline: str) -> None:
    body = with_body(Article(headline=Clean("")), [TextLine(text=Clean(text))])

    assert body.dateline == dateline
    assert body.blocks[0].text == text


def test_no_character_is_lost_or_doubled() -> None:
    lines = ["（上接1版）起头。", "上山", SENTENCE + "（下转2版）", "（记者 何田）"]

    blocks = with_body(Article(headline=Clean("")), [TextLine(text=Clean(line)) for line in lines]).blocks

    assert "".join(block.text for block in blocks) == "".join(lines)

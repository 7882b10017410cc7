"""Invented pages of any size, in the sample edition's own markup."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from tools.samples.dialect import dialects
from tools.samples.edition import set_edition
from tools.samples.source import Block, Paper, Story, read_papers

SOURCES = Path(__file__).parents[2] / "sample_pages" / "sources"

RARE = "鼍"
"""Stands once in a text, near its end."""

AFTER_RARE = "鸣三声"

_SENTENCES = (
    "清晨五点半，船工把第3根缆绳套上石桩，潮水比昨天高了12.5厘米。",
    "“先过桥，再问路。”老人说完，把茶碗扣在窗台上——那是1987年留下的规矩。",
    "镇上的磨坊一天只开两个时辰，其余时候，水轮空转，声音传到三里以外。",
    "记录本上写着：风向东北，气温9℃，过闸船只46艘，无事。",
    "后来的人问起这件事，他总是先笑，然后指一指墙上那张没有署名的图……",
    "修路的钱分四次到账，每一次都晚了几天，路却没有停过。",
)


def mark(number: int) -> str:
    """The words an article's text begins with; no other has them."""
    return f"第{number}盏灯刚刚亮起"


def text(number: int, characters: int) -> list[str]:
    """Paragraphs of an article, of about so many characters together."""
    sentences = cycle(_SENTENCES)
    paragraphs = [mark(number) + "。" + next(sentences)]
    length = 0
    while length < characters:
        paragraphs.append("".join(islice(sentences, 2 + len(paragraphs) % 5)))
        length += len(paragraphs[-1])
    paragraphs.insert(-1, f"{RARE}{AFTER_RARE}，天就亮了。")
    return paragraphs


def plain_page() -> str:
    """A page as it is copied from a browser: lists, buttons, article, notice of copyright."""
    titles = [f"渡口换灯第{n}次记录在案" for n in range(1, 7)]
    head = ["第002版:要闻", "上一版 下一版", *titles, "", "青石日报 | 青石周刊", "青石日报社主办"]
    buttons = ["3上一篇  下一篇4", "2026 年 05 月 12 日 星期 放大 缩小 默认", "", titles[3], ""]
    body = [line for paragraph in text(3, 1800) for line in (f"  {paragraph}", "")]
    return "\n".join(
        (*head, *buttons, *body, "3上一篇  下一篇", "", "青石日报版权所有 未经书面授权 不得复制", "")
    )


def unknown_page() -> str:
    """A page without any mark that is known."""
    menu = "".join(f"<li class=n{at}><a href=/channel/{at}/>频道{at}</a></li>" for at in range(60))
    body = "".join(f"<p class=t>　　{_SENTENCES[0] * 3}</p>" for _ in range(30))
    head = "<html><head><title>江滨网</title></head><body>"
    return f"{head}<ul>{menu}</ul><h1>船工的早晨</h1><div>{body}</div><ul>{menu}</ul></body></html>"


def write_day(folder: Path, lengths: Sequence[Sequence[int]]) -> list[Path]:
    """Write a day: for each page the lengths of its articles, in characters.

    Returns:
        The files, layout pages first, then the articles in order, numbered from 1.
    """
    folder.mkdir(parents=True)
    documents = set_edition(_paper(lengths), dialects()["classic"])
    files: list[Path] = []
    for document in sorted(documents, key=lambda document: document.article is not None):
        files.append(folder / Path(document.path).name)
        files[-1].write_text(document.text, encoding="utf-8")
    return files


def _paper(lengths: Sequence[Sequence[int]]) -> Paper:
    paper = next(paper for paper in read_papers(SOURCES) if paper.charset == "utf-8")
    numbers = iter(range(1, 10_000))
    sheets = [
        replace(
            paper.sheets[0],
            number=f"{at:03}",
            place=at,
            stories=tuple(_story(next(numbers), characters) for characters in row),
        )
        for at, row in enumerate(lengths, start=1)
    ]
    return replace(paper, sheets=tuple(sheets))


def _story(number: int, characters: int) -> Story:
    x, y = number % 8 * 40, number // 8 % 8 * 40
    return Story(
        number=number,
        kind="article",
        headline=[f"河上第{number}座桥昨日通车，", "两岸三万人步行过江看灯"],
        deck="桥长1280米，双向四车道",
        byline="本报记者 石晓舟",
        blocks=tuple(Block(kind="paragraph", text=paragraph) for paragraph in text(number, characters)),
        zones=[[x, y, x + 40, y, x + 40, y + 40, x, y + 40]],
    )

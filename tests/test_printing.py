"""What `toc` and `text` print of a site, and of a whole day: what the screen shows, in the order of the contents."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reader import limits
from reader.cli import main
from reader.export.plain import article_text
from reader.folders import own_papers
from reader.newsstand.online import open_site
from reader.ui.view import View
from tests.support.days import article, write_day
from tests.support.press import hold, publish_folder, publish_pages, slow_down
from tests.support.site import Site, always, reply
from tests.support.terminal import ROOT, Terminal

pytestmark = pytest.mark.usefixtures("read_once")

DAY = "/rb/html/2024-03/02"
FRONT = f"{DAY}/node_1.htm"
PAGES = (
    (article("桥通了", "两岸的人走过去。", "又走回来。"), article("江水退了", "退了三尺。")),
    (),  # all advertisement
    (article("老街修伞人", "第七个春天。"), article("渡口灯火", "二十年。"), article("政务短波", "三则。")),
)
ALL = ("桥通了", "江水退了", "老街修伞人", "渡口灯火", "政务短波")
Json = Any  # what json gives


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    write_day(tmp_path / f"site{DAY}", PAGES)
    with Site(tmp_path / "site") as site:
        publish_folder(site)
        yield site


@pytest.fixture
def code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, site: Site) -> str:
    """The code of a paper whose site it is."""
    monkeypatch.setenv("BANMIAN_HOME", str(tmp_path))
    url = site.url("/rb/html/%Y-%m/%d/node_1.htm")
    own_papers().write_text(f'shiqiao = {{ name = "石桥日报", url = "{url}" }}', "utf-8")
    return "shiqiao"


def printed(capsys: pytest.CaptureFixture[str], *words: object) -> str:
    assert main([*map(str, words), "--lang", "zh"]) == 0
    said = capsys.readouterr()
    assert said.err == "", "no terminal is there to be told how far it is"
    return said.out


def missing(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[str, str]:
    """What is printed, and what is said of what is missing."""
    assert main([*map(str, words), "--lang", "zh"]) == 1
    said = capsys.readouterr()
    assert said.err.count("\n") == 2
    return said.out, said.err


def on_screen(site: Site, page_at: int) -> list[str]:
    """The articles of a page as the screen gets them: each is fetched when it is turned to."""
    stand = open_site(site.url(FRONT))
    *_, edition = stand.open()
    view = View.opening(stand, edition).turn_page(page_at)
    if view.wanted:
        view = View(stand, stand.fetch(view.wanted), page_at, 0)
    texts = []
    for at in range(len(view.page.contents)):
        view = View(stand, view.edition, page_at, at)
        if view.wanted:
            view = View(stand, stand.fetch(view.wanted), page_at, at)
        assert view.entry
        assert view.entry.article
        texts.append(article_text(view.entry.article))
    return texts


def order(text: str) -> list[str]:
    """The headlines in a text, in order, as lines of their own."""
    return [line.strip() for line in text.splitlines() if line.strip() in ALL]


@pytest.mark.parametrize("page_at", [0, 2])
def test_the_text_of_a_code_and_of_an_address_is_what_the_screen_shows(
    page_at: int, site: Site, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = "\n\n".join(on_screen(site, page_at))
    number = page_at + 1

    assert printed(capsys, "text", site.url(FRONT), "--page", number, "--width", 0) == shown
    assert printed(capsys, "text", code, "2024-03-02", number, "--width", 0) == shown


def test_one_article_is_fetched_alone(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(capsys, "text", site.url(FRONT), "--page", 3, "--article", 2)

    assert order(text) == ["渡口灯火"]
    assert site.asked() == {FRONT: 1, f"{DAY}/node_3.htm": 1, f"{DAY}/content_3001.htm": 1}


def test_contents_are_fetched_without_articles_and_mark_none_as_missing(
    site: Site, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = printed(capsys, "toc", code, "2024-03-02").splitlines()

    assert lines[1:] == ["  1  桥通了", "  2  江水退了"]
    assert list(site.asked()) == [FRONT]


@pytest.mark.parametrize("first", [FRONT, f"{DAY}/node_3.htm", f"{DAY}/content_3001.htm"])
def test_a_whole_day_of_a_site_is_that_of_the_same_day_saved(
    first: str, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    assert site.folder
    for command in ("text", "toc"):
        live = printed(capsys, command, site.url(first), "--whole-day")
        folder = printed(capsys, command, f"{site.folder}{DAY}", "--whole-day")

        assert live == folder == printed(capsys, command, f"{site.folder}{FRONT}", "--whole-day")

    heads = [line for line in live.splitlines() if "版面" in line]
    assert [head.split("  ")[-1] for head in heads] == ["第01版 版面1", "第02版 版面2", "第03版 版面3"]


def test_a_whole_day_is_asked_for_once_and_two_at_a_time(
    site: Site, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    slow_down(site, 0.02)

    text = printed(capsys, "text", code, "2024-03-02", "--whole-day")

    assert order(text) == [*ALL]
    assert set(site.asked().values()) == {1}
    assert len(site.requests) == 8
    assert site.most_at_once <= 2


def test_a_day_as_json_has_the_address_of_every_page_and_article(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    assert site.folder
    for target, base in ((site.url(FRONT), site.url(f"{DAY}/")), (f"{site.folder}/rb", "html/2024-03/02/")):
        texts = json.loads(printed(capsys, "text", target, "--whole-day", "--json"))
        toc = json.loads(printed(capsys, "toc", target, "--whole-day", "--json"))

        assert [page["address"] for page in texts["pages"]] == [f"{base}node_{n}.htm" for n in (1, 2, 3)]
        assert [page["page"]["address"] for page in toc["pages"]] == [
            f"{base}node_{n}.htm" for n in (1, 2, 3)
        ]
        articles = [each for page in texts["pages"] for each in page["articles"]]
        assert [each["headline"] for each in articles] == [*ALL]
        listed = [each["address"] for page in toc["pages"] for each in page["articles"]]
        assert [each["address"] for each in articles] == listed
        assert listed[-1] == f"{base}content_3002.htm"
        assert (texts["date"], texts["missing"], toc["missing"]) == ("2024-03-02", [], [])


def test_an_article_that_is_gone_is_named_and_the_rest_is_printed(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    site.routes[f"{DAY}/content_3001.htm"] = always(reply(b"", status="404 Not Found"))

    for words in (["--whole-day"], ["--page", "3"]):
        text, said = missing(capsys, "text", site.url(FRONT), *words)
        assert order(text) == [name for name in ALL if name in text]
        assert "渡口灯火" not in order(text)
        assert "政务短波" in order(text)
        assert "03版“渡口灯火”\n" in said
        assert f"网站上没有这一版或这一篇：{site.url(f'{DAY}/content_3001.htm')}" in said

    record = json.loads(missing(capsys, "text", site.url(FRONT), "--whole-day", "--json")[0])
    (gone,) = record["missing"]
    assert (gone["page"], gone["headline"]) == ("03", "渡口灯火")
    assert main(["text", site.url(FRONT), "--page", "3", "--article", "2"]) == 3, "of one, the reason itself"


def test_a_page_that_is_gone_is_named_and_the_rest_is_printed(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    site.routes[f"{DAY}/node_2.htm"] = always(reply(b"", status="404 Not Found"))

    for command in ("text", "toc"):
        text, said = missing(capsys, command, site.url(FRONT), "--whole-day")
        assert "第03版 版面3" in text
        assert "缺：02版\n" in said
    assert main(["toc", site.url(FRONT), "--page", "2"]) == 3


def test_a_site_that_sends_another_page_in_place_of_one_gives_nothing(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    moved = always(reply(b"", f"Location: {FRONT}", status="302 Found"))
    site.routes[f"{DAY}/node_3.htm"] = site.routes[f"{DAY}/content_1001.htm"] = moved

    text, said = missing(capsys, "text", site.url(FRONT), "--whole-day")

    assert order(text) == ["桥通了"]
    assert "缺：01版“江水退了”、03版\n" in said
    assert "网站给的是别的页" in said


def test_of_saved_pages_what_is_missing_is_named(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("node_1.htm", "content_1000.htm"):
        (tmp_path / name).write_bytes(Path(f"{site.folder}{DAY}/{name}").read_bytes())

    text, said = missing(capsys, "text", tmp_path / "node_1.htm", "--whole-day")

    assert order(text) == ["桥通了"]
    assert "缺：01版“江水退了”、02版、03版\n" in said
    assert "不在所开的文件里" in said


def test_more_than_three_missing_parts_are_counted(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in (1, 3):
        name = f"node_{number}.htm"
        (tmp_path / name).write_bytes(Path(f"{site.folder}{DAY}/{name}").read_bytes())
    (tmp_path / "content_1000.htm").write_bytes(Path(f"{site.folder}{DAY}/content_1000.htm").read_bytes())

    _, said = missing(capsys, "text", tmp_path / "node_1.htm", "--whole-day")

    assert "缺：01版“江水退了”、02版、03版“老街修伞人” 等，另有 2 处\n" in said


def test_a_site_that_fails_three_times_in_a_row_is_asked_for_nothing_more(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [article(f"第{n}篇", "一段。") for n in range(20)]
    write_day(tmp_path / f"site{DAY}", [names])
    publish_folder(site)
    for n in range(1, 20):
        site.routes[f"{DAY}/content_1{n:03}.htm"] = always(reply(b"", status="403 Forbidden"))

    text, said = missing(capsys, "text", site.url(FRONT))

    assert "第0篇" in text
    assert "不许访问" in said
    refused = len(site.requests) - 2
    assert 3 <= refused <= 6, "the one that comes may come among them, and another is under way"


def test_a_command_fetches_a_bounded_number_of_documents(
    site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert limits.PRINTED_DOCUMENTS == 2_000
    monkeypatch.setattr(limits, "PRINTED_DOCUMENTS", 3)

    _, said = missing(capsys, "text", site.url(FRONT), "--whole-day")

    assert "已经取了 3 页" in said
    assert len(site.requests) == 1 + 3


def test_a_day_of_more_documents_than_are_kept_is_printed_whole(
    site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(limits, "KEPT_LEAVES", 1)

    assert order(printed(capsys, "text", site.url(FRONT), "--whole-day")) == [*ALL]


@pytest.mark.slow
def test_many_documents_are_no_single_one_that_takes_long(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(limits, "RUN_SECONDS", 1.0)
    with Site() as site:
        publish_pages(site, 70)
        before = os.times()
        printed(capsys, "text", site.url("/many/html/2026-05/12/node_1.htm"), "--whole-day")
        after = os.times()

    assert after.user - before.user > 1.0, "or nothing was tried"


@pytest.mark.parametrize("more", [["--page", "2"], ["--article", "1"]])
def test_a_whole_day_is_not_a_page_or_an_article(
    more: list[str], site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["text", site.url(FRONT), "--whole-day", *more, "--lang", "zh"]) == 2
    assert "--whole-day 是一整天" in capsys.readouterr().err
    assert site.requests == []


def test_into_a_pipe_a_site_gives_contents_and_lead_story(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    text = printed(capsys, site.url(FRONT))

    assert "  2  江水退了" in text
    assert "两岸的人走过去。" in text


def on_terminal(home: Path, *words: str) -> Terminal:
    """The command with a terminal for all it writes."""
    command = ["-P", "-m", "reader", *words, "--lang", "zh"]
    return Terminal(command, home=home, environment={"PYTHONPATH": str(ROOT)})


def test_a_terminal_is_told_how_far_it_is_and_keeps_nothing_of_that(tmp_path: Path, site: Site) -> None:
    held = hold(site, f"{DAY}/content_3001.htm")
    with on_terminal(tmp_path, "text", site.url(FRONT), "--whole-day") as terminal:
        terminal.wait_for("第 3/3 版，第 2/3 篇…")
        terminal.row_of("老街修伞人")
        held.set()
        assert terminal.finish() == 0
        assert not any("篇…" in row for row in terminal.text())
        terminal.row_of("政务短波")


def test_interrupting_ends_at_once_and_erases_the_line(tmp_path: Path, site: Site) -> None:
    hold(site, f"{DAY}/content_3001.htm")
    with on_terminal(tmp_path, "text", site.url(FRONT), "--whole-day") as terminal:
        terminal.wait_for("第 3/3 版，第 2/3 篇…")
        terminal.send("\x03")
        terminal.finish()
        assert terminal.process.returncode in (-signal.SIGINT, 128 + signal.SIGINT)
        assert not any("篇…" in row or "Traceback" in row for row in terminal.text())


def test_whoever_closes_the_pipe_ends_it(tmp_path: Path, site: Site) -> None:
    slow_down(site, 0.1)
    command = [sys.executable, "-P", "-m", "reader", "text", site.url(FRONT), "--whole-day", "--lang", "zh"]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "BANMIAN_HOME": str(tmp_path)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0
    assert f"{DAY}/content_3002.htm" not in site.asked()


def test_a_file_of_any_name_can_be_found_again_by_its_address(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "node_1\x1b]0;\u202e\x9b　𠀀\ue000.htm"
    (tmp_path / name).write_bytes(Path(f"{site.folder}{FRONT}").read_bytes())

    told = printed(capsys, "toc", tmp_path / name, "--json")

    assert json.loads(told)["page"]["address"] == name
    assert not {"\x1b", "\u202e", "\x9b"} & set(told)
    assert "　𠀀" in told

"""Copying with a citation, in the form that was set."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from reader.config import Config
from reader.newsstand.saved import Saved, open_path
from reader.typesetting.ladder import Capabilities
from reader.ui.app import BanmianApp
from reader.words import EN, Words
from tests.support.pilots import settle
from tests.support.press import MIDDLE_DAY
from tests.support.sessions import session


@pytest.mark.parametrize(
    ("style", "paper", "ends"),
    [
        (
            "plain",
            0,
            "\n\n陆听潮：《漱江最后一条渡船 下月把缆绳交给桥》，《青石日报》2026年5月12日，第1版（头版）。\n",
        ),
        ("plain", 1, " The Qingshi Courier, 12 May 2026, p. A1 (Front Page).\n"),
        ("gbt7714", 0, "陆听潮. 漱江最后一条渡船 下月把缆绳交给桥[N]. 青石日报，2026-05-12（1）.\n"),
    ],
)
async def test_a_citation_follows_the_language_of_the_paper_and_the_setting(
    style: str, paper: int, ends: str, tmp_path: Path
) -> None:
    copied: list[str] = []
    given = replace(
        session(tmp_path, Saved(open_path(MIDDLE_DAY[paper])), copied), config=Config(citation=style)
    )
    async with BanmianApp(given, Words(EN), Capabilities()).run_test() as pilot:
        await settle(pilot)
        await pilot.press("Y")
        for _ in range(100):
            await pilot.pause(0.02)
            if copied:
                break

    (text,) = copied
    assert text.endswith(ends)
    assert "秦守田" in text or paper

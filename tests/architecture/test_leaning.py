"""What we lean on under others' floors: names of theirs that are not public, each looked at where we use it.

When one of these fails after an update, the paragraph "What we lean on" in CONTRIBUTING.md says what it is for.
"""

import inspect
from typing import Any

import pytest
from bs4.dammit import EntitySubstitution
from textual import constants
from textual._compositor import Compositor
from textual._parser import Parser
from textual.app import App
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.screen import Screen
from textual.widget import Widget

from reader.ui import app, keys
from reader.ui.screens import card
from reader.ui.widgets import selecting
from tests.architecture.test_imports import loaded_after


@pytest.mark.parametrize(
    "name", ["_fatal_error", "_print_error_renderables", "_close_messages_no_wait", "_exit_renderables"]
)
def test_textual_still_ends_a_crash_by_these(name: str) -> None:
    assert name in inspect.getsource(App)
    assert name in inspect.getsource(app)


@pytest.mark.parametrize(
    ("owner", "names"),
    [
        (
            LinuxDriver,
            "run_input_thread exit_event fileno _key_thread _must_signal_resume _get_terminal_size",
        ),
        (LinuxDriver, "_sigcont_application _in_band_window_resize"),
        (Driver, "_size _loop"),
        (Parser, "feed tick parse _timeout_time"),
        (App, "_exit _driver"),
        (Widget, "_forward_event"),
    ],
)
def test_textual_still_reads_the_terminal_by_these(owner: type, names: str) -> None:
    theirs, ours = inspect.getsource(owner), "".join(map(inspect.getsource, (app, keys, selecting)))

    assert [name for name in names.split() if name not in theirs or name not in ours] == []


def test_textual_still_tells_the_page_under_a_card_and_where_it_has_changed() -> None:
    assert "app.screen.refresh(*self._compositor._dirty_regions)" in inspect.getsource(Screen)
    assert "def render_strips" in inspect.getsource(Compositor)
    assert "_compositor.render_strips(" in inspect.getsource(card)


def test_textual_still_reads_its_frame_rate_from_the_environment_as_it_is_imported() -> None:
    setting = "import os; os.environ['TEXTUAL_FPS'] = '240'"
    statement = f"{setting}\nfrom textual import constants\nassert constants.MAX_FPS == 240"

    assert "textual.constants" in loaded_after(statement)
    assert "TEXTUAL_FPS" in inspect.getsource(constants)


def test_textual_image_still_asks_by_a_name_that_can_be_replaced_and_encodes_by_another() -> None:
    pytest.importorskip("textual_image", reason="the extra draws pictures")
    statement = """
import reader.ui.pictures as ours
from textual_image import _terminal
from textual_image.renderable import sixel, tgp
for library in (sixel, tgp):
    assert library.capture_terminal_response is _terminal.capture_terminal_response is ours._not_asked
    assert not library.query_terminal_support()
"""
    assert "PIL" in loaded_after(statement)

    from textual_image import _terminal
    from textual_image.widget.sixel import _ImageSixelImpl

    assert "image_to_sixels(" in inspect.getsource(_ImageSixelImpl)
    assert "_result" in inspect.getsource(_terminal.get_cell_size)


def test_the_table_of_entities_is_the_one_bs4_makes() -> None:
    kind: Any = type(EntitySubstitution)
    fresh = kind("Fresh", (), {})

    assert EntitySubstitution.HTML_ENTITY_TO_CHARACTER == fresh.HTML_ENTITY_TO_CHARACTER
    assert len(fresh.HTML_ENTITY_TO_CHARACTER) > 2000

"""What we lean on under others' floors: names of theirs that are not public, each looked at where we use it.

When one of these fails after an update, the paragraph "What we lean on" in CONTRIBUTING.md says what it is for.
"""

import inspect

import pytest
from textual import constants
from textual.app import App
from textual.drivers import linux_driver

from reader.ui import app
from tests.architecture.test_imports import loaded_after


@pytest.mark.parametrize(
    "name", ["_fatal_error", "_print_error_renderables", "_close_messages_no_wait", "_exit_renderables"]
)
def test_textual_still_ends_a_crash_by_these(name: str) -> None:
    assert name in inspect.getsource(App)
    assert name in inspect.getsource(app)


def test_textuals_driver_still_decodes_keys_by_a_name_that_can_be_replaced() -> None:
    assert "getincrementaldecoder(" in inspect.getsource(linux_driver.LinuxDriver)


def test_textual_still_reads_its_frame_rate_from_the_environment_as_it_is_imported() -> None:
    setting = "import os; os.environ['TEXTUAL_FPS'] = '240'"
    statement = f"{setting}\nfrom textual import constants\nassert constants.MAX_FPS == 240"

    assert "textual.constants" in loaded_after(statement)
    assert "TEXTUAL_FPS" in inspect.getsource(constants)

"""Back and forward: what was left last comes first, and a new way gives up what lay ahead."""

from reader.newsstand.saved import Saved
from reader.sources.folder import text
from reader.typesetting.layout import Anchor
from reader.ui.history import KEPT, History, Visit
from reader.ui.view import View
from tests.support.newsprint import PAGE

SOURCE = text(PAGE.encode())
*_, EDITION = Saved(SOURCE).open()
VIEW = View.opening(Saved(SOURCE), EDITION)


def place(number: int) -> Visit:
    return Visit(VIEW, Anchor(number, 0))


def test_back_and_forward_lead_over_the_same_places() -> None:
    history = History().leave(place(1)).leave(place(2))
    here, seen = place(3), []

    while found := history.step(here, -1):
        here, history = found
        seen.append(here.anchor.item)
    while found := history.step(here, 1):
        here, history = found
        seen.append(here.anchor.item)

    assert seen == [2, 1, 2, 3]
    assert history == History((place(1), place(2)))


def test_who_leaves_for_a_new_place_gives_up_what_lay_ahead() -> None:
    back = History().leave(place(1)).step(place(2), -1)
    assert back is not None

    history = back[1].leave(place(1))

    assert history.step(place(3), 1) is None
    assert history.step(place(3), -1) is not None


def test_at_both_ends_there_is_nothing() -> None:
    assert History().step(place(1), -1) is None
    assert History().step(place(1), 1) is None


def test_the_oldest_places_are_forgotten() -> None:
    history = History()
    for number in range(KEPT + 5):
        history = history.leave(place(number))

    assert len(history.behind) == KEPT
    assert history.behind[0] == place(5)

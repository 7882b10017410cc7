import pytest

from reader.parsing.zones import zone


@pytest.mark.parametrize(
    "coords", ["", "null", "1,2", "1,1,1,1", "5,5,9,5,7,5", "a,b,c", "1,1,9999999999,9", "1,1,2,2;alert"]
)
def test_what_encloses_nothing_is_no_zone(coords: str) -> None:
    assert zone(coords) is None


def test_corners_are_rounded_and_kept_on_the_picture() -> None:
    found = zone("-1, 2.6 ,30,2,30,40.2")

    assert found
    assert found.points == ((0, 3), (30, 2), (30, 40))

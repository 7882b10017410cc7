"""Parses the image map of the facsimile: areas → zones."""

import re
from collections.abc import Callable, Iterable
from itertools import islice

from reader import limits
from reader.edition.model import Facsimile, Zone
from reader.parsing.tree import Attributes, Token
from reader.parsing.walk import Link

_COORDINATES = re.compile(r"[\d\s,.;%\[\]\"'-]+")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_NOMINAL = (350, 500)
"""Default size of the facsimile in pixels, for a map in percent over a picture without size."""


def areas(tokens: Iterable[Token], picture: Facsimile | None) -> list[Link]:
    """The areas of a page in source order, up to `limits.AREAS`; one that encloses nothing has no zone."""
    size = ((picture and picture.width) or _NOMINAL[0], (picture and picture.height) or _NOMINAL[1])
    found = (token.attributes for token in tokens if token.name == "area" and not token.closes)
    return [Link(area, zone=zone(area.get("coords", ""), size)) for area in islice(found, limits.AREAS)]


def zone(coords: str, size: tuple[int, int] = _NOMINAL) -> Zone | None:
    """The polygon of an area; two corners mean a rectangle.

    Args:
        coords: In pixels, or in percent of the picture.
        size: Size of the picture, in pixels.

    Returns:
        The zone; None if this is not a list of numbers, has a number too long, or encloses no area.
    """
    if not _COORDINATES.fullmatch(coords):
        return None
    numbers = _NUMBER.findall(coords)
    if any(len(number.lstrip("-").partition(".")[0]) > limits.COORDINATE_DIGITS for number in numbers):
        return None
    units = [side / 100 if "%" in coords else 1 for side in size]
    values = [max(0, round(float(number) * units[i % 2])) for i, number in enumerate(numbers)]
    points = tuple(zip(values[::2], values[1::2], strict=False))
    if len(points) == 2:  # a rectangle, given by two corners
        (left, top), (right, bottom) = points
        points = ((left, top), (right, top), (right, bottom), (left, bottom))
    across, down = {x for x, _ in points}, {y for _, y in points}
    if len(set(points)) < 3 or len(across) < 2 or len(down) < 2:
        return None
    return Zone(points=points)


def facsimile(tokens: Iterable[Token], pdf: str, href: Callable[[str], str]) -> Facsimile | None:
    """The picture under the image map, and the PDF of the page; None if the page has neither.

    Args:
        tokens: Tokens of column and foot of the page.
        pdf: Address of the PDF, "" without one.
        href: Cleans an address for the model.
    """
    nodes = [token for token in tokens if token.name in ("area", "img") and not token.closes]
    last = max((i for i, token in enumerate(nodes) if token.name == "area"), default=len(nodes))
    mapped = [token.attributes for token in nodes if token.name == "img" and "usemap" in token.attributes]
    after = [token.attributes for token in nodes[last:] if token.name == "img"]
    if last == len(nodes) or not (mapped or after):
        return Facsimile(pdf=pdf) if pdf else None
    picture = (mapped or after)[0]
    return Facsimile(
        image=href(picture.get("src", "")),
        width=_pixels(picture, "width"),
        height=_pixels(picture, "height"),
        pdf=pdf,
    )


def _pixels(picture: Attributes, name: str) -> int | None:
    match = re.fullmatch(r"\s*(\d{1,5})(?:px)?\s*", picture.get(name, ""))
    return int(match[1]) if match else None

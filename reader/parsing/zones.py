"""Parses the image map of the facsimile: areas → zones."""

import re
from collections import Counter
from collections.abc import Mapping

from reader import limits
from reader.edition.model import Clean, Facsimile, Zone
from reader.parsing.dialects import MAP_NAME
from reader.parsing.lines import Document, Link
from reader.parsing.links import file_name

_COORDINATES = re.compile(r"[\d\s,.;%\[\]\"'-]+")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_NOMINAL = (350, 500)
"""Default size of the facsimile in pixels, for a map in percent over a picture without size."""


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
    across, down = {x for x, _ in points}, {y for _, y in points}
    if len(across) < 2 or len(down) < 2:
        return None
    if len(points) == 2 or len(points) > limits.CORNERS:
        left, top, right, bottom = min(across), min(down), max(across), max(down)
        points = ((left, top), (right, top), (right, bottom), (left, bottom))
    return Zone(points=points) if len(set(points)) > 2 else None


def facsimile(document: Document, pdf: Clean) -> tuple[Facsimile | None, list[Link]]:
    """The picture under the image map with the PDF of the page, and the areas of that map.

    A page may have other maps, in its footer. That of the facsimile has the usual name, or lies on a picture; else it is
    the one with most areas that lead to documents of the paper.

    Args:
        document: The document.
        pdf: Address of the PDF, "" without one.
    """
    used = {
        picture.attributes["usemap"].lstrip("#").lower(): picture
        for picture in reversed(document.pictures)
        if "usemap" in picture.attributes
    }
    counts = Counter(area.map for area in document.areas if file_name(area.href))
    name = max(counts, key=lambda each: (each == MAP_NAME, each in used and counts[each]), default="")
    areas = [area for area in document.areas if area.map == name]
    last = max((i for i, area in enumerate(document.areas, 1) if area.map == name), default=0)
    after = (picture for picture in document.pictures if areas and picture.areas >= last)
    picture = used.get(name) or next(after, None)
    if picture is None or not document.areas:
        return (Facsimile(pdf=pdf) if pdf else None), areas
    found = Facsimile(
        image=document.href(picture.attributes.get("src", "")),
        width=_pixels(picture.attributes, "width"),
        height=_pixels(picture.attributes, "height"),
        pdf=pdf,
    )
    return found, areas


def size_of(facsimile: Facsimile | None) -> tuple[int, int]:
    """Width and height in pixels that percent refer to."""
    return (facsimile and facsimile.width) or _NOMINAL[0], (facsimile and facsimile.height) or _NOMINAL[1]


def _pixels(attributes: Mapping[str, str], name: str) -> int | None:
    match = re.fullmatch(r"\s{0,9}(\d{1,5})(?:px)?\s{0,9}", attributes.get(name, ""))
    return int(match[1]) if match else None

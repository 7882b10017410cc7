"""The map over the facsimile: areas → zones."""

import re

from bs4.element import Tag

from reader import limits
from reader.edition.model import Facsimile, Zone
from reader.parsing.dialects import MAP_NAME
from reader.parsing.links import written
from reader.parsing.walk import Link

_COORDINATES = re.compile(r"[\d\s,.;%\[\]\"'-]+")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_NOMINAL = (350, 500)
"""Pixels of the picture the systems write by default, where a map in percent has a picture without size."""


def facsimile_map(root: Tag) -> Tag | None:
    """The map over the picture of the page; the name may be in any case."""
    return root.find("map", attrs={"name": re.compile(f"^{MAP_NAME}$", re.IGNORECASE)}) or root.find("map")


def areas(facsimile_map: Tag, picture: Facsimile | None) -> list[Link]:
    """The areas of a map in source order, as many as the limits allow; each its own zone, unless it encloses nothing."""
    size = ((picture and picture.width) or _NOMINAL[0], (picture and picture.height) or _NOMINAL[1])
    tags = facsimile_map.find_all("area", limit=limits.AREAS)
    found = ({name: str(value) for name, value in tag.attrs.items()} for tag in tags)
    return [Link(area, zone=zone(area.get("coords", ""), size)) for area in found]


def zone(coords: str, size: tuple[int, int] = _NOMINAL) -> Zone | None:
    """The polygon of an area; two corners are a rectangle's.

    Args:
        coords: Pixels, or percent of the picture.
        size: Of the picture, in pixels.

    Returns:
        None for what is no list of numbers, has a number too long to be a pixel, or encloses no area.
    """
    if not _COORDINATES.fullmatch(coords):
        return None
    numbers = _NUMBER.findall(coords)
    if any(len(number.lstrip("-").partition(".")[0]) > limits.COORDINATE_DIGITS for number in numbers):
        return None
    units = [side / 100 if "%" in coords else 1 for side in size]
    values = [max(0, round(float(number) * units[i % 2])) for i, number in enumerate(numbers)]
    points = tuple(zip(values[::2], values[1::2], strict=False))
    if len(points) == 2:  # a rectangle, said by two of its corners
        (left, top), (right, bottom) = points
        points = ((left, top), (right, top), (right, bottom), (left, bottom))
    across, down = {x for x, _ in points}, {y for _, y in points}
    if len(set(points)) < 3 or len(across) < 2 or len(down) < 2:
        return None
    return Zone(points=points)


def facsimile(root: Tag, over: Tag | None, pdf: str) -> Facsimile | None:
    """The picture a map lies over, and the PDF beside the caption; None if the page has neither."""
    name = str(over.get("name", "")).lower() if over else ""
    picture = over and (
        root.find("img", usemap=re.compile(f"^#?{re.escape(name)}$", re.IGNORECASE)) or over.find_next("img")
    )
    if not picture:
        return Facsimile(pdf=pdf) if pdf else None
    return Facsimile(
        image=written(str(picture.get("src", ""))),
        width=_pixels(picture, "width"),
        height=_pixels(picture, "height"),
        pdf=pdf,
    )


def _pixels(tag: Tag, name: str) -> int | None:
    match = re.fullmatch(r"\s*(\d{1,5})(?:px)?\s*", str(tag.get(name, "")))
    return int(match[1]) if match else None

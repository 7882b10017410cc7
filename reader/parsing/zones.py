"""The map over the facsimile: areas → zones."""

import re
from dataclasses import dataclass

from bs4.element import Tag

from reader import limits
from reader.edition.model import Facsimile, Zone
from reader.parsing import dialects
from reader.parsing.links import written
from reader.parsing.walk import attribute

_COORDINATES = re.compile(r"[\d\s,.;-]+")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """One area of the map."""

    href: str
    title: str
    zone: Zone | None
    """None where the coordinates enclose nothing."""


def facsimile_map(root: Tag) -> Tag | None:
    """The map over the picture of the page; the name may be in any case."""
    return root.find("map", attrs={"name": re.compile(f"^{dialects.MAP_NAME}$", re.IGNORECASE)}) or root.find(
        "map"
    )


def areas(facsimile_map: Tag) -> list[Area]:
    """The areas of a map in source order, as many as the limits allow."""
    return [
        Area(
            href=attribute(area, "href"),
            title=attribute(area, "alt").strip() or attribute(area, "title").strip(),
            zone=zone(attribute(area, "coords")),
        )
        for area in facsimile_map.find_all("area", limit=limits.AREAS)
    ]


def zone(coords: str) -> Zone | None:
    """The polygon of an area; two corners are a rectangle's.

    Returns:
        None for what is no list of numbers, has a number too long to be a pixel, or encloses no area.
    """
    if not _COORDINATES.fullmatch(coords):
        return None
    numbers = _NUMBER.findall(coords)
    if any(len(number.lstrip("-").partition(".")[0]) > limits.COORDINATE_DIGITS for number in numbers):
        return None
    values = [max(0, round(float(number))) for number in numbers]
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
    name = attribute(over, "name").lower() if over else ""
    picture = over and (
        root.find("img", usemap=re.compile(f"^#?{re.escape(name)}$", re.IGNORECASE)) or over.find_next("img")
    )
    if not picture:
        return Facsimile(pdf=pdf) if pdf else None
    return Facsimile(
        image=written(attribute(picture, "src")),
        width=_pixels(picture, "width"),
        height=_pixels(picture, "height"),
        pdf=pdf,
    )


def _pixels(tag: Tag, name: str) -> int | None:
    match = re.fullmatch(r"\s*(\d{1,5})(?:px)?\s*", attribute(tag, name))
    return int(match[1]) if match else None

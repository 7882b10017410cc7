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


def areas(maps: list[Tag]) -> list[Area]:
    """The areas of the facsimile's map, in source order, as many as the limits allow."""
    found = [area for tag in maps for area in tag.find_all("area", limit=limits.AREAS)]
    return [
        Area(
            href=attribute(area, "href"),
            title=attribute(area, "alt").strip() or attribute(area, "title").strip(),
            zone=zone(attribute(area, "coords")),
        )
        for area in found[: limits.AREAS]
    ]


def facsimile_maps(root: Tag) -> list[Tag]:
    """The map named after the picture of the page; where no map bears the name, all of them."""
    maps = root.find_all("map", limit=limits.AREAS)
    named = [tag for tag in maps if attribute(tag, "name").lower() == dialects.MAP_NAME]
    return named[:1] or maps


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


def facsimile(root: Tag, maps: list[Tag], pdf: str) -> Facsimile | None:
    """The picture the map lies on, and the PDF beside the caption; None if the page has neither."""
    names = {attribute(tag, "name").lower() for tag in maps}
    picture = root.find("img", usemap=lambda value: bool(value) and str(value).lstrip("#").lower() in names)
    if not picture and maps:
        picture = maps[0].find_next("img", src=lambda src: bool(src) and _is_page_image(str(src)))
    if not picture:
        return Facsimile(pdf=pdf) if pdf else None
    return Facsimile(
        image=written(attribute(picture, "src")),
        width=_pixels(picture, "width"),
        height=_pixels(picture, "height"),
        pdf=pdf,
    )


def _is_page_image(address: str) -> bool:
    return not dialects.FURNITURE_IMAGE.search(address)


def _pixels(tag: Tag, name: str) -> int | None:
    match = re.fullmatch(r"\s*(\d{1,5})(?:px)?\s*", attribute(tag, name))
    return int(match[1]) if match else None

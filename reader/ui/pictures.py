"""Pictures decoded and drawn: the one module that knows Pillow and textual-image, so it is imported on first use.

textual-image asks the terminal as it is imported, which is impossible now: Textual reads all answers. What it would
ask was asked before (`terminal.probe`), so its question is replaced before the import that would put it. The size
of a cell the system knows; where it does not, textual-image takes 10 by 20 pixels.
"""

import re
from io import BytesIO

import textual_image._terminal as terminal
from PIL import Image
from textual.widget import Widget

from reader import limits
from reader.errors import SourceError, TooLarge
from reader.typesetting.ladder import Way

Image.MAX_IMAGE_PIXELS = None  # the limit is our own
_FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "BMP")
_KEPT = 2000
"""Most pixels of a decoded picture each way; a larger one is made smaller, as no terminal shows more."""

_SLIMMEST = 20
"""Times a picture may be as long as it is wide; a longer one is widened with white, so that it covers a cell."""


def _not_asked(*_: object, **__: object) -> None:
    raise terminal.TerminalError("asked before the app started")


terminal.capture_terminal_response = _not_asked
from textual_image import widget  # noqa: E402
from textual_image.widget import sixel  # noqa: E402

_DRAWERS = {Way.KITTY: widget.TGPImage, Way.SIXEL: widget.SixelImage, Way.BLOCKS: widget.HalfcellImage}
_encode = sixel.image_to_sixels


def _selecting(*picture: object) -> str:
    """A picture as sixels, each colour selected again once it is defined: xterm only defines it."""
    return re.sub(r"#(\d+);2;\d+;\d+;\d+", r"\g<0>#\1", _encode(*picture))


sixel.image_to_sixels = _selecting


def decode(data: bytes, name: str) -> Image.Image:
    """Decode a picture: its first frame, on white.

    Raises:
        TooLarge: Its header tells too many pixels, or it is a JPEG of too many scans.
        SourceError: It cannot be decoded; drawings (SVG) never are.
    """
    try:
        image = Image.open(BytesIO(data), formats=_FORMATS)  # reads the header only
        scans = data.count(b"\xff\xda") if data.startswith(b"\xff\xd8") else 1
        if image.width * image.height > limits.PICTURE_PIXELS or scans > limits.PICTURE_SCANS:
            raise TooLarge("picture-too-large", name=name, pixels=limits.PICTURE_PIXELS // 1_000_000)
        image.thumbnail((_KEPT, _KEPT))
        width, height = image.size
        ground = Image.new("RGB", (max(width, height // _SLIMMEST), max(height, width // _SLIMMEST)), "white")
        image = image.convert("RGBA")
        ground.paste(image, mask=image)
    except TooLarge:
        raise
    except Exception as error:
        raise SourceError("picture-unreadable", name=name) from error
    return ground


def draw(image: Image.Image, way: Way) -> Widget:
    """A widget that shows a picture as large as there is room."""
    vars(terminal.get_cell_size).pop("_result", None)  # the size of a cell may have changed
    drawn: Widget = _DRAWERS[way](image)
    return drawn

"""放大 / 缩小 / 默认: from a type size to the measure that is actually drawn.

A terminal has one size of type, so larger means shorter lines further apart, smaller the reverse: each step up
shows fewer characters on a screen. What a terminal can do beyond that is described by its `Capabilities`.
"""

from enum import Enum, IntEnum

from msgspec import Struct
from msgspec.structs import replace

from reader.typesetting.linebreak import HAN


class TextSize(IntEnum):
    """字号: a step on the ladder; its number is saved as the reader's preference."""

    SMALLEST = -2
    """更小."""
    SMALL = -1
    """小."""
    DEFAULT = 0
    """默认."""
    LARGE = 1
    """大."""
    LARGEST = 2
    """特大."""


class Way(Enum):
    """How a picture is drawn."""

    KITTY = "kitty"
    """By kitty's graphics protocol, with placeholders in the text."""
    SIXEL = "sixel"
    BLOCKS = "blocks"
    """As half blocks in two colours each, which need no graphics."""


class Capabilities(Struct, frozen=True, kw_only=True):
    """What this terminal can draw."""

    ambiguous: int = 1
    """Cells of “ ” — … and other ambiguous characters: 1 or 2."""
    bold: bool = True
    """Whether bold type may be used to make text look larger."""
    is_dark: bool = False
    """Whether its background is dark, as far as it told."""
    pictures: Way | None = None
    """How pictures are drawn; None if the extra that draws them is not installed."""


class Measure(Struct, frozen=True, kw_only=True):
    """行宽: the length of a line and the space around it."""

    width: int
    """Cells of a line, even: a whole number of 汉字. A hanging stop takes up to 2 more."""
    leading: int = 0
    """Blank rows between two lines of a paragraph: 0 or 1."""
    gap: int = 1
    """Blank rows between two paragraphs, in all; more than `leading`, but for lines set solid, where the indent parts
    them."""
    bold: bool = False
    indent: int = 2
    """Indent of a paragraph's first line, in 汉字."""
    hang: bool = True
    """Whether a stop may hang past the width."""

    def margin(self, columns: int) -> int:
        """Cells before the lines, centred in so many columns; the margin after them holds a hanging stop."""
        room = columns - self.width
        return max(0, min(room // 2, room - _MARGIN))


class Plan(Struct, frozen=True, kw_only=True):
    """What is drawn for a type size in a window."""

    step: TextSize
    """The size actually drawn."""
    asked: TextSize
    """The size asked for."""
    measure: Measure

    @property
    def han(self) -> int:
        """汉字 on a line."""
        return self.measure.width // HAN

    @property
    def is_leaded(self) -> bool:
        """Whether 行距 is widened."""
        return self.measure.leading > 0

    @property
    def is_lowered(self) -> bool:
        """Whether the window is too small for the size asked for, so that a lower one is drawn."""
        return self.step < self.asked


_LADDER = {
    TextSize.SMALLEST: (Measure(width=96, gap=0), 2),
    TextSize.SMALL: (Measure(width=80, gap=0), 4),
    TextSize.DEFAULT: (Measure(width=72), 8),
    TextSize.LARGE: (Measure(width=60, leading=1, gap=2, bold=True), 12),
    TextSize.LARGEST: (Measure(width=44, leading=1, gap=2, bold=True), 16),
}
"""The measure where there is room for it, and the cells its lines lose in a narrow window."""

_MARGIN = 2  # cells kept free for a hanging stop
_LEAST_WIDTH = 5 * HAN
_LEAST_LINES = 2


def resolve(step: int, capabilities: Capabilities, columns: int, rows: int) -> Plan:
    """The plan for a size in a pane, lowered until 5 汉字 a line and 2 lines fit, or to the lowest size.

    Args:
        step: A `TextSize`; a number beyond the ladder, saved on a terminal that can do more, counts as its end.
        capabilities: What the terminal can draw.
        columns: Cells inside the pane; the measure and a hanging stop fit in them.
        rows: Rows inside the pane.
    """
    asked = TextSize(min(max(step, TextSize.SMALLEST), TextSize.LARGEST))
    for size in map(TextSize, range(asked, TextSize.SMALLEST - 1, -1)):
        measure = _measure(size, capabilities, columns)
        lines = -(-rows // (1 + measure.leading))
        if measure.width >= _LEAST_WIDTH and lines >= _LEAST_LINES:
            break
    return Plan(step=size, asked=asked, measure=measure)


def _measure(size: TextSize, capabilities: Capabilities, columns: int) -> Measure:
    roomy, drop = _LADDER[size]
    room = min(roomy.width, columns - _MARGIN - drop)
    return replace(roomy, width=max(HAN, room - room % HAN), bold=roomy.bold and capabilities.bold)


def next_size(size: int, step: int, capabilities: Capabilities, pane: tuple[int, int]) -> TextSize | None:
    """放大 (1), 缩小 (-1): the next size that looks different in a pane; None at the end of the ladder.

    Args:
        size: The size now asked for, as in `resolve`.
        step: 1 for the next larger one, -1 for the next smaller.
        capabilities: What the terminal can draw.
        pane: Columns and rows, as in `resolve`.
    """
    here = resolve(size, capabilities, *pane).measure
    end = TextSize.LARGEST if step > 0 else TextSize.SMALLEST
    for other in map(TextSize, range(size + step, end + step, step)):
        if resolve(other, capabilities, *pane).measure != here:
            return other
    return None

"""Finds the other half of an article that goes on on another page, and says by what it was known."""

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum

from reader.edition.day import Edition
from reader.edition.likeness import alike, headlines, is_same_headline
from reader.edition.model import Direction, Headline, JumpLine


class Reason(StrEnum):
    """By what the other half was known, or why there is none."""

    POINTS_BACK = "points-back"
    """Its own jump line names the page being read, and that of no other article there does."""
    HEADLINE = "headline"
    WORDING = "wording"
    SEVERAL = "several"
    """More than one article may be it, and nothing tells which."""
    NOTHING = "nothing"
    """The page is at hand, but none of its articles is seen to be it; one that is not at hand may be."""
    NOT_AT_HAND = "not-at-hand"
    """The page is one of the day's, or may be, as nothing at hand lists those; it has to be found first."""
    NO_SUCH_PAGE = "no-such-page"
    """The day lists its pages, and it is none of them."""
    ITSELF = "itself"
    """The line names the page being read, which has no other article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherHalf:
    """Where a jump line leads."""

    jump: JumpLine
    reason: Reason
    page: int | None = None
    """Index of the page that the line names, None if no page that is known has its number."""
    article: int | None = None
    """Index in the contents of that page, None if the other half is not known; it need not be at hand."""


def halves(edition: Edition, page: int, article: int) -> tuple[OtherHalf, ...]:
    """The other halves at both ends of an article: where it began, then where it goes on; none without jump lines.

    Args:
        edition: The day.
        page: Index of the page being read, which is at hand.
        article: Index of the article in its contents.
    """
    own = edition.page_at(page).contents[article].article
    ends = (own.jump_from, own.jump_to) if own else ()
    return tuple(other_half(edition, page, article, jump) for jump in ends if jump)


def other_half(edition: Edition, page: int, article: int, jump: JumpLine) -> OtherHalf:
    """Where one jump line of an article leads.

    Args:
        edition: The day.
        page: Index of the page being read, which is at hand.
        article: Index of the article in its contents.
        jump: One of its jump lines.
    """
    pages = _Pages(edition)
    at = pages.named(jump, page)
    if at is None:
        is_listed = any(each and each.page_index for each in edition.pages)
        return OtherHalf(jump=jump, reason=Reason.NO_SUCH_PAGE if is_listed else Reason.NOT_AT_HAND)
    if edition.pages[at] is None:
        return OtherHalf(jump=jump, reason=Reason.NOT_AT_HAND, page=at)
    reason, found = _search(pages, jump, page, article, at)
    return OtherHalf(jump=jump, reason=reason, page=at, article=found)


class _Pages:
    """The pages of a day, which jump lines name by number: 1版 is 001, 01 or A01."""

    def __init__(self, edition: Edition) -> None:
        self.contents = [page.contents if page else () for page in edition.pages]
        self.sections = [_parts(link.number)[0] for link in edition.index]
        self.by_digits = defaultdict[str, list[int]](list)
        for i, link in enumerate(edition.index):
            self.by_digits[_parts(link.number)[1]].append(i)

    def named(self, jump: JumpLine, page: int) -> int | None:
        """The page a jump line means; if several have its number, another than its own, and of the same section."""
        section, digits = _parts(jump.page)
        fits = [i for i in self.by_digits.get(digits, ()) if not section or self.sections[i] in ("", section)]
        wanted = section or self.sections[page]
        return min(fits, key=lambda i: (i == page, self.sections[i] != wanted), default=None)

    def leads(self, entry: Headline, page: int, direction: Direction) -> set[int | None]:
        """The pages that the jump lines of one direction mean, of an article on a page."""
        jumps = entry.article.jumps if entry.article else ()
        return {self.named(jump, page) for jump in jumps if jump.direction is direction}


def _search(pages: _Pages, jump: JumpLine, page: int, article: int, at: int) -> tuple[Reason, int | None]:
    """What the best witness says that names one article; each is asked about those that the one before it named."""
    own, there = pages.contents[page][article], pages.contents[at]
    beside = [entry for entry in pages.contents[page] if entry is not own]
    if at == page and not beside:
        return Reason.ITSELF, None
    pointing, left = _candidates(pages, jump, page, article, at)
    named = [i for i in left if is_same_headline(own, there[i])]
    left = [i for i in pointing if i in named] or named or pointing or left
    if len(left) == 1 and (pointing or named):
        return Reason.POINTS_BACK if left == pointing else Reason.HEADLINE, left[0]
    worded = alike(own, [there[i] for i in left], beside if at != page else ())
    if len(worded) == 1:
        return Reason.WORDING, left[worded[0]]
    return Reason.SEVERAL if pointing or named or worded else Reason.NOTHING, None


def _candidates(
    pages: _Pages, jump: JumpLine, page: int, article: int, at: int
) -> tuple[list[int], list[int]]:
    """The articles of a page that point back, and all that may be the other half.

    Not one that points elsewhere, nor one with the headline of a rival: another article that jumps to the same page.
    Where no more point back than there are rivals whose headline is missing, each may be theirs, and none is told.
    """
    here, there = pages.contents[page], pages.contents[at]
    own, back = here[article], Direction.TO if jump.direction is Direction.FROM else Direction.FROM
    rivals = [e for e in here if e is not own and at in pages.leads(e, page, jump.direction)]
    theirs, listed = (set[str]().union(*map(headlines, entries)) for entries in (rivals, there))
    origins = {i: pages.leads(entry, at, back) for i, entry in enumerate(there) if entry is not own}
    free = [i for i in origins if page in origins[i] or not origins[i]]
    left = [i for i in free if is_same_headline(own, there[i]) or not headlines(there[i]) & theirs]
    pointing, missing = [i for i in left if origins[i]], [e for e in rivals if not headlines(e) & listed]
    return pointing if len(pointing) > len(missing) else [], left


def _parts(number: str) -> tuple[str, str]:
    """Letters and digits of a page's number, in upper case and without zeros in front: A05 and 5A are A and 5."""
    letters = "".join(filter(str.isalpha, number)).upper()
    return letters, "".join(filter(str.isdecimal, number)).lstrip("0")

"""What a site has besides its pages: the entry, and the days of a month."""

from posixpath import basename, relpath

from tools.samples.dialect import Desk, dialects
from tools.samples.source import Paper


def entry_page(paper: Paper) -> str:
    """The root of a paper's site, which sends one on to the first page of the day."""
    return (
        f"<html><head><title>{paper.title}</title>\n"
        f'<META HTTP-EQUIV="REFRESH" CONTENT="0; URL={relpath(_front(paper), paper.code)}">\n'
        "</head><body></body></html>\n"
    )


def month_index(issues: list[Paper]) -> str:
    """The days of a month on which a paper came out, as the calendar of the site reads them."""
    periods = "".join(
        f'<period id="{issue.day:%Y%m%d}"><paper_id/><period_date>{issue.day}</period_date><period_name/>'
        f"<front_page>{basename(_front(issue))}</front_page></period>\n"
        for issue in issues
    )
    return f'<?xml version="1.0" encoding="utf-8"?>\n<periodlist>\n{periods}</periodlist>\n'


def _front(paper: Paper) -> str:
    return Desk(dialect=dialects()["classic"], paper=paper, sheet=paper.sheets[0]).path

"""A page of the classic system with something hostile in every field."""

import random
from collections.abc import Sequence
from itertools import cycle, islice

from tests.hostile.payloads import PIECES


def hostile_page(payloads: Sequence[str], word: str = "茶") -> str:
    """A page and its article; the payloads are dealt out over the fields, in turn, each at least once.

    Args:
        payloads: What to put into the fields, as it is written in markup.
        word: Stands beside each of them in the body, to be found there.
    """
    deal = cycle(payloads)

    def some() -> str:
        return next(deal)

    count = max(4, len(payloads) // 3)
    headlines = [f"题{n}{some()}尾" for n in range(count)]
    areas = "".join(
        f'<area coords="{n},0,9,0,9,9{some()}" shape=polygon alt="{some()}" title="{some()}"'
        f' href="content_{n}.htm?{some()}">'
        for n in range(count)
    )
    listed = "".join(
        f"<li><a href=content_{n}.htm?div=-1><div id=mp{n}>{title}</div></a>"
        for n, title in enumerate(headlines)
    )
    pages = "".join(
        f"<tr><td><a id=pageLink href=node_{n}.htm>第00{n}版：{some()}要闻</a><a href='{some()}{n}.pdf'>PDF</a></td></tr>"
        for n in (1, 2, 3)
    )
    body = f"<p>　　本报{some()}讯（记者林小禾）茶。</p>"
    body += "".join(f"<p>　　{word}{payload}{word}，第{n}段。</p>" for n, payload in enumerate(payloads))
    figure = (
        f"<table class=pci_c><tr><td><img src='a{some()}.jpg' alt='{some()}'></td></tr>"
        f"<tr><td>图说{some()}</td></tr></table>"
    )
    cells = "".join(
        f"<tr><td class={kind}>{text}</td></tr>"
        for kind, text in (
            ("font02", f"引题{some()}"),
            ("font01", headlines[0]),
            ("font02", f"副题{some()}"),
            ("font02", f"本报记者 {some()}林小禾"),
        )
    )
    return (
        f"<html><head><title>{some()}集团数字报-青石{some()}报</title></head><body><table><tr><td>"
        f"<map name=pagepicmap>{areas}</map><img src='b{some()}.jpg' usemap=#pagepicmap>"
        f"<table><tr><td>第002版：<strong>要{some()}闻</strong></td>"
        f"<td><a class=preart href='node_1.htm{some()}'>上一版</a>"
        f"<a class=preart href='node_3.htm{some()}'>下一版</a></td></tr></table>"
        f"<ul>{listed}</ul></td><td><table>{pages}</table>青石{some()}报集团主办"
        f"<table><tr><td>2031年11月8日{some()} 星期</td></tr></table>"
        f"<table><tbody>{cells}</tbody></table><p>来源：青{some()}石社</p><div id=ozoom><founder-content><!--enpcontent-->"
        f"{figure}{body}<p>（下转{some()}3版）</p><!--/enpcontent--></founder-content></div></td></tr>"
        f"<tr><td>青石{some()}报版权所有 不得复制</td></tr></table></body></html>"
        f"<!--enpproperty <founder-title>{headlines[0]}</founder-title><founder-pagenum>2{some()}</founder-pagenum>"
        f"<founder-papername>青石{some()}报</founder-papername><founder-type>1</founder-type> /enpproperty-->"
    )


def splices(chance: random.Random) -> list[str]:
    """Payloads that are each a splice of some pieces."""
    return ["".join(chance.choices(PIECES, k=chance.randint(1, 6))) for _ in range(chance.randint(3, 9))]


def dealt(payloads: Sequence[str], hands: int) -> list[list[str]]:
    """The payloads in so many parts, each name in one of them."""
    return [list(islice(payloads, start, None, hands)) for start in range(hands)]

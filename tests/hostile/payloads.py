"""What a page must not be able to do to a terminal, to Textual, or to the truth of the text shown."""

import base64

_STOLEN = base64.b64encode("换掉的剪贴板".encode()).decode()


def _as_references(text: str) -> str:
    """The same characters, spelled so that no byte of the page shows them."""
    return "".join(f"&#{ord(character)};" for character in text)


_SEQUENCES = {
    "colour": "\x1b[31;5m",
    "erase": "\x1b[2J\x1b[H",
    "erase_line": "\x1b[K\x1b[3X",
    "scroll_region": "\x1b[1;5r\x1b[10S",
    "report": "\x1b[6n\x1b[c\x1b[>c",
    "reset": "\x1bc\x1b[!p",
    "charset": "\x1b(0lqk\x1b)0\x0e\x0f",
    "double_height": "\x1b#3\x1b#8",
    "alternate_screen": "\x1b[?1049l\x1b[?47h",
    "mouse_off": "\x1b[?1000l\x1b[?1006l",
    "keyboard": "\x1b[<u\x1b[>31u",
    "clipboard": f"\x1b]52;c;{_STOLEN}\x1b\\",
    "clipboard_bel": f"\x1b]52;c;{_STOLEN}\x07",
    "clipboard_ask": "\x1b]52;c;?\x1b\\",
    "title": "\x1b]2;假标题\x1b\\",
    "title_and_icon": "\x1b]0;假标题\x07",
    "link": "\x1b]8;;http://example.com\x1b\\点\x1b]8;;\x1b\\",
    "palette": "\x1b]4;1;#ff0000\x07\x1b]104\x07",
    "notify": "\x1b]9;假通知\x07\x1b]777;notify;a;b\x07",
    "pointer": "\x1b]22;wait\x07",
    "type_size": "\x1b]66;s=3;大\x07",
    "dcs": "\x1bPq#0;2;0;0;0\x1b\\",
    "tmux": "\x1bPtmux;\x1b\x1b]52;c;eA==\x07\x1b\\",
    "apc": "\x1b_Ga=T,f=24;AAAA\x1b\\",
    "pm": "\x1b^私\x1b\\",
    "sos": "\x1bX串\x1b\\",
    "unterminated": "\x1b]52;c;",
    "spliced": "\x1b\x1b[2J]52;c;eA==\x07",
    "bare_escape": "前\x1b后",
    "c1_csi": "\x9b31m\x9b2J",
    "c1_osc": f"\x9d52;c;{_STOLEN}\x9c",
    "c1_dcs": "\x90q\x9c\x9eapc\x9c\x9fx\x9c\x98y\x9c",
    "c1_next_line": "一\x85二",
}
_CHARACTERS = {
    "nul": "甲\x00乙",
    "bells_and_tabs": "\x07\x08\x0b\x0c\x0e\x0f\x1a\x7f甲\t乙",
    "return": "真的一行\r假的",
    "override": "账户\u202e元00001\u202c付",
    "isolates": "\u2066甲\u2067乙\u2068丙\u2069\u200e\u200f\u061c",
    "zero_width": "变\u200b迁\u200c心\u2060声\ufeff",
    "soft_hyphen": "co\u00adop\u00aderation",
    "tags": "旗\U000e0041\U000e0042\U000e007f",
    "separators": "一\u2028二\u2029三",
    "fillers": "甲\u3164乙\uffa0丙\u115f丁",
    "tower": "高" + "\u0301\u0489\u20dd" * 300,
    "joiners": "\u200d" * 50 + "👩\u200d👩\u200d👧" + "\ufe0f" * 50,
    "chain": "👩\u200d" * 20 + "👩",
    "parted_tower": "高" + ("\u0301" * 4 + " ") * 9 + ("《夜》(3日)" + "\u0301" * 4) * 2,
    "noncharacters": "\ufffe\uffff\ufdd0\U0001fffe\ufffc\ufff9甲\ufffb",
    "private": "造\ue000字\U000f0000",
    "flags": "🇨🇳🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "arabic": "العربية مع 中文 עברית",
    "huge": "长" * 3000,
    "word": "w" * 3000,
}
_MARKUP = {
    "style": "[red]红[/red][bold]",
    "close": "[/]",
    "close_other": "[/red][/b]",
    "action": "[@click=app.quit]退[/]",
    "action_quoted": "[@click=\"app.quit()\"]退[/] [@click=screen.command('x')]",
    "link_markup": '[link="http://example.com"]连[/link]',
    "link_open": "[link=http://example.com]",
    "variable": "[$primary]色 $accent {headline} {0} %s %(n)s",
    "brackets": "[本报讯][2023][记者 张三]\\[ \\\\[/]",
    "emoji_code": ":warning: :smile:",
    "fence": "```\n# 题\n* [x](javascript:alert(1))",
}
_REFERENCES = {
    f"{name}_as_references": _as_references(_SEQUENCES[name])
    for name in (
        "erase",
        "clipboard",
        "clipboard_bel",
        "title",
        "dcs",
        "apc",
        "bare_escape",
        "c1_osc",
        "c1_csi",
    )
} | {
    "override_as_references": "&#8238;元00001&#x202c;",
    "surrogates_as_references": "&#xd800;&#xdfff;&#55296;&#0;&#x110000;&#x80;&#x9b;31m",
    "markup_as_references": _as_references("[@click=app.quit]退[/]"),
}

PAYLOADS = _SEQUENCES | _CHARACTERS | _MARKUP | _REFERENCES
"""Every payload by its name, as it is written into a page."""

PIECES = (
    *PAYLOADS.values(), "\x1b", "[", "]", "\x9d", "52;c;eA==", "\x07", "\x1b\\", "\x9c", "&#27;", "&#x9b;", "&#155;",
    "<", ">", "&", "&amp;#27;", "<b>", "</td>", "<li>", "<br>", "<!--", "-->", "<script>", "　　", "。", "，", "汉字", "a b",
    "\ud800", "\U000e0061", "\u202b", "\u0300" * 9, "\t", "\r\n", "\x00", "…", "——", "“", "”",
)  # fmt: skip
"""What pages are spliced from: payloads, and the pieces that payloads and pages are made of."""

"""An invented page as text, as a person copies it from a browser: six headlines, one body."""

HEADLINES = (
    "风过窑村话新茶",
    "渡口灯火二十年",
    "社区学校开了夜班",
    "政务短波",
    "石桥镇的水车又转起来了",
    "老街修伞人的第七个春天",
)
OPENS_AT = 5
"""Number of the headline the page opens on: the one that has a body."""

BODY = (
    "(上接1版)",
    "本报讯（记者 林小禾）石桥镇的水车停了十一年。11月8日清晨六点半,渠口的木闸一提,水车转了半圈,顿了一下,又转起来。"
    "围着看的人数了数,一共二十四个水斗,一个不漏。",
    "“不是为了好看。”管水的周大爷说,“上游三十亩秧田,就等这口水。”水车是按老图纸重做的,轴用的是后山的青冈木,"
    "木匠郑石带着两个徒弟做了四十天。",
    "水从哪里来",
    "十一年前修路,渠断了一截。去年冬天镇上把那一截接回来,用去六百米陶管、十二万元。钱里有一半是村里人自己凑的,"
    "账贴在祠堂门口,谁都能看。",
    "水车一小时能提上来八吨水,比柴油泵慢,可是不要油。周大爷算过,一季下来省四千二百元,够给看水的人发半年工钱。",
    "谁来看水",
    "看水的人是今年二十六岁的韩柳。她在城里做过三年快递,回来之后把每天的水位记在一个本子上,早晚各一次。"
    "本子已经记到第九十一页。",
    "“记下来才知道水不是天天一样的。”她说。傍晚,最后一块田的水也满了,她把木闸放下去,水车慢下来,停了。",
)
SUBHEADS = ("水从哪里来", "谁来看水")
WORD = "水车"
"""A word of the article, in its headline too; in a narrow window one of them is parted by a line's end."""

PAGE = (
    f"{HEADLINES[0]}{HEADLINES[1]}{HEADLINES[4]}\n第003版:城事\n上一版 下一版 \n"
    + "\n".join(HEADLINES)
    + "\n    \n \n青石日报 | 青石晚报\n青石报业集团主办 \n3上一篇  下一篇4  \n"
    + "2031 年 11 月 08 日 星期 放大 缩小 默认 \n\n"
    + HEADLINES[4]
    + "\n\n"
    + "".join(f"  {text}\n\n" for text in BODY)
    + "青石日报版权所有 未经书面授权 不得复制或建立镜像\n"
)

CLIP = f"{HEADLINES[4]}\n\n" + "".join(
    f"{text}\n" if text in SUBHEADS or text.startswith("(") else f"\u3000\u3000{text}\n" for text in BODY
)
"""What copying the article gives: each paragraph whole, indented by two Han."""

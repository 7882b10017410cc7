"""Every text shown to the user, 中文 and English, in one table.

The file is long because a text is easier to find in one table than in several.
The labels of the web page (上一版 下一版 上一篇 下一篇 放大 缩小 默认) are used as they are in 中文.
"""

TABLE: dict[str, tuple[str, str]] = {
    # the screen
    "opening": ("正在打开…", "Opening…"),
    "contents": ("题", "Contents"),
    "pages": ("版", "Pages"),
    "articles-count": ("{n} 篇 · 约{minutes}分钟", "{n:article|articles} · {minutes} min"),
    "articles-short": ("{n} 篇·{minutes}分", "{n:article|articles} · {minutes} min"),
    "articles-only": ("{n} 篇", "{n:article|articles}"),
    "way-to": ("下转{page}版", "continued on page {page}"),
    "way-from": ("上接{page}版", "continued from page {page}"),
    "hint-to": ("f 下转{page}版", "f goes on to page {page}"),
    "hint-from": ("f 上接{page}版", "f goes back to page {page}"),
    "no-link": ("这一屏没有转版行，也没有图", "No jump line or picture on the screen"),
    "half-points-back": ("{way}：那一篇也指回这里", "{way}: that article points back here"),
    "half-headline": ("{way}：标题对得上", "{way}: known by its headline"),
    "half-wording": ("{way}：看文字像是这一篇", "{way}: known by its wording"),
    "half-several": (
        "{way}：那一版有几篇都像，请自己选",
        "{way}: several articles there may be it, please choose",
    ),
    "half-nothing": ("{way}：那一版没有认出另一半", "{way}: nothing there is seen to be the other half"),
    "half-not-at-hand": ("{way}：那一版不在手边", "{way}: that page is not at hand"),
    "half-no-such-page": ("{way}：这一天没有这一版", "{way}: the day has no such page"),
    "half-itself": ("{way}：说的就是这一版，没有别的篇", "{way}: that is this page, which has nothing else"),
    "no-map": ("本版没有版面图", "This page has no map"),
    "map-away": ("这一篇不在手边；Enter 打开", "Not at hand; Enter opens it"),
    "overview-counts": ("{pages} 版 {n} 篇", "{pages:page|pages}, {n:article|articles}"),
    "overview-known": ("{pages} 版，已知 {n} 篇", "{pages:page|pages}, {n:article|articles} known"),
    "minutes": ("约{minutes}分钟", "{minutes} min"),
    "length": ("{n}字{minutes:>4}分", "{n:char|chars}{minutes:>4} min"),
    "length-short": ("{minutes}分", "{minutes} min"),
    "jump-from": ("◂ 接{page}版", "◂ from p. {page}"),
    "jump-to": ("▸ 转{page}版", "▸ to p. {page}"),
    "overview-away": ("不在手边", "not at hand"),
    "overview-empty": ("没有文章", "no articles"),
    "overview-texts": ("文中", "In the text"),
    "overview-cut": ("最多列到这里", "No more than these are listed"),
    "page-title": ("第{number}版 {name}", "Page {number} {name}"),
    "position": (
        "版 {page}/{pages} · 篇 {article}/{articles}",
        "page {page}/{pages} · article {article}/{articles}",
    ),
    "position-short": ("{number} · {article}/{articles}", "{number} · {article}/{articles}"),
    "previous-page": ("上一版", "Prev page"),
    "next-page": ("下一版", "Next page"),
    "previous-article": ("上一篇", "Prev"),
    "next-article": ("下一篇", "Next"),
    "knob": ("{name} {sign}", "{name} {sign}"),
    "knob-short": ("{name}{sign}", "{name} {sign}"),
    "enlarge": ("放大", "Enlarge"),
    "shrink": ("缩小", "Shrink"),
    "default": ("默认", "Default"),
    "percent": ("{percent}%", "{percent}%"),
    "sister": ("姊妹报", "Sister"),
    "progress": ("段 {block}/{blocks} · {percent}%", "para {block}/{blocks} · {percent}%"),
    "next-strip": ("下一篇 ▸ {headline}", "Next ▸ {headline}"),
    "next-strip-length": ("下一篇 ▸ {headline} ({n}字)", "Next, {n:char|chars} ▸ {headline}"),
    "next-page-strip": ("下一版 ▸ {page}", "Next page ▸ {page}"),
    "last-strip": ("本日完", "End of the edition"),
    "four-keys": ("←→ 换篇  空格 往下读  + 放大  q 退出", "←→ article  Space scroll  + larger  q quit"),
    "picture": ("[图] ", "[Photo] "),
    "source": ("来源：{source}", "Source: {source}"),
    "window-too-small": ("窗口太小", "Window too small"),
    "window-wanted": ("至少要 {columns}×{rows}", "{columns}×{rows} at least"),
    # an article that is not at hand
    "missing-article": ("此篇不在所开的文件里。", "This article isn't in what you opened."),
    "missing-where": ("它在{place}，到那一版就能读到。", "It is on {place}; read it there."),
    "missing-fetch": ("按 r 到网站上取：", "Press r to fetch it from the site:"),
    "missing-do-article": (
        "把这一篇的网页存到同一个文件夹，再打开那个文件夹，就能读到：",
        "Save its web page into the same folder and open that folder to read it:",
    ),
    "missing-do-text": (
        "打开含有这一篇的网页或文字，就能读到。",
        "Open the page or text that holds it to read it.",
    ),
    "missing-do-page": (
        "把这一版的网页存到同一个文件夹，再打开那个文件夹，就能读到：",
        "Save the page's web page into the same folder and open that folder to read it:",
    ),
    "no-articles": ("{page} 的网页里没有文章。", "The web page of {page} has no articles."),
    "missing-page": ("{page} 不在所开的文件里。", "{page} isn't in what you opened."),
    # messages
    "first-page": ("已是第一版", "This is the first page"),
    "last-page": ("已是最后一版", "This is the last page"),
    "first-article": ("已是第一篇。< 前一天", "This is the first article. < goes to the day before"),
    "last-article": ("本日完。> 后一天", "End of the edition. > goes to the next day"),
    "again-next": ("本篇完。再按空格：{next}", "End of article. Space again for: {next}"),
    "again-past": ("再按空格：{next}", "Space again for: {next}"),
    "resumed": ("继续阅读 {place} · {percent}%", "Reading on: {place} · {percent}%"),
    "resuming": ("正在打开上次读的 {place}…", "Reopening {place}…"),
    "not-resumed": ("上次读的 {place} 打不开：{why}", "Could not reopen {place}: {why}"),
    "page-short": ("{number}版", "page {number}"),
    "sample": (
        "样报（虚构） · 打开你的：banmian 文件或文件夹",
        "Sample (fiction) · open your own: banmian FILE or FOLDER",
    ),
    "sample-short": ("样报 · banmian 文件", "Sample · banmian FILE"),
    "asking-site": ("正在到 {host} 上取…", "Fetching from {host}…"),
    "not-on-page": ("网站的这一版上没有找到这一篇", "The site's page does not list this article"),
    "full-stop": ("。", ". "),
    "no-such-page": ("没有第 {n} 版", "There is no page {n}"),
    "no-such-article": ("本版没有第 {n} 篇", "There is no article {n} on this page"),
    "number": ("{n}_  v 到此版  Enter 到此篇", "{n}_  v page  Enter article"),
    "unread-before": ("后面没有未读的了，前面还有 {n} 篇", "No unread article after this one; {n} before it"),
    "unread-here": ("没读完的只剩这一篇", "This is the last unread article"),
    "all-read": ("这一天的都读完了", "You have read everything of this day"),
    "all-read-here": ("手边的都读完了", "You have read everything at hand"),
    "nothing-behind": ("没有可以后退的", "Nothing to go back to"),
    "nothing-ahead": ("没有可以前进的", "Nothing to go forward to"),
    "pasted-nothing": ("粘贴的文字里没有认出版面", "No page was recognised in what was pasted"),
    "size-measure": ("字号 {name} · 每行 {han} 字", "Type {name} · {cells} columns"),
    "size-leading": (
        "字号 {name} · 每行 {han} 字 · 行距加宽",
        "Type {name} · {cells} columns · wide spacing",
    ),
    "size-window": ("窗口太小，暂按「{name}」显示", "Window too small for that size; showing “{name}”"),
    "size-largest": ("已是最大；整个终端放大用 Ctrl +", "Largest; Ctrl + enlarges the terminal"),
    "size-smallest": ("已是最小；整个终端缩小用 Ctrl -", "Smallest; Ctrl - shrinks the terminal"),
    "size--2": ("更小", "smallest"),
    "size--1": ("小", "small"),
    "size-0": ("默认", "default"),
    "size-1": ("大", "large"),
    "size-2": ("特大", "largest"),
    "full-width-on": ("汉字间的半角标点排成全角", "Half-width marks among 汉字 are set full-width"),
    "full-width-off": ("标点照原样", "Marks are set as they came"),
    "theme": ("配色 {name}", "Theme {name}"),
    "copying": ("正在复制…", "Copying…"),
    "copied-system": ("已复制 {n} 字（系统剪贴板）", "Copied {n:character|characters} (system clipboard)"),
    "copied-tmux": ("已复制 {n} 字（tmux 缓冲区）", "Copied {n:character|characters} (tmux buffer)"),
    "copied-osc52": (
        "已发送 {n} 字到终端（OSC 52），终端可能未接收",
        "Sent {n:character|characters} to the terminal (OSC 52); it may not have taken them",
    ),
    "copied-file": (
        "无剪贴板，{n} 字已存到 {path}",
        "No clipboard; {n:character|characters} saved to {path}",
    ),
    "copied-nothing": ("这里没有可复制的文字", "There is no text to copy here"),
    "ctrl-c": ("q 退出 · y 复制", "q quits · y copies"),
    # pictures
    "fetching-picture": ("正在取图…", "Fetching the picture…"),
    "no-picture": ("这一版和本篇都没有图", "Neither the page nor the article has a picture"),
    "pictures-extra": (
        "看图要另装一件：uv tool install '.[images]'",
        "To see pictures, install one thing more: uv tool install '.[images]'",
    ),
    "pictures-wide": (
        "终端没有图形，又把方块画成两列宽，看不了图；按 O 用系统的程序打开",
        "This terminal has no graphics and draws blocks two columns wide; O opens it outside",
    ),
    "picture-too-large": (
        "{name} 太大，没有解开（最多 {pixels} 百万像素）",
        "{name} was not decoded: it is too large (at most {pixels} million pixels)",
    ),
    "picture-unreadable": (
        "{name} 不是能看的图，或者坏了\n按 O 用系统的程序打开。",
        "{name} is no picture that can be shown, or is damaged\nPress O to open it outside.",
    ),
    "picture-not-here": (
        "图不在所开的文件夹里：{name}\n把它和网页存在一起，或按 O 到网站上看。",
        "The picture is not in the folder that was opened: {name}\nSave it with the page, or press O.",
    ),
    "no-picture-there": (
        "{name} 不是图片\n按 O 用系统的程序打开。",
        "{name} is not a picture\nPress O to open it outside.",
    ),
    "opened-outside": ("已交给系统的程序：{target}", "Handed over: {target}"),
    "nothing-outside": ("不知道它在哪里", "Nothing tells where it is"),
    # find
    "find": ("查找", "Find"),
    "found": ("{n}/{all}", "{n}/{all}"),
    "found-none": ("没有“{word}”", "No “{word}” here"),
    "find-first": ("先按 / 查找", "Press / to find something first"),
    # days
    "date-whole": ("{year}年{month}月{day}日 {weekday}", "{weekday} {day} {month} {year}"),
    "date-short": ("{month}月{day}日 {weekday}", "{weekday} {day} {month}"),
    "month-names": ("1 2 3 4 5 6 7 8 9 10 11 12", "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
    "weekday-names": ("星期一 星期二 星期三 星期四 星期五 星期六 星期日", "Mon Tue Wed Thu Fri Sat Sun"),
    "weekdays": ("一 二 三 四 五 六 日", "Mo Tu We Th Fr Sa Su"),
    "month": ("{year}年{month}月", "{month} {year}"),
    "day-paper": ("有报", "paper"),
    "day-none": ("无报", "none"),
    "day-open": ("在读", "open"),
    "day-today": ("今天", "today"),
    "retry": ("按 r 再试。", "Press r to try again."),
    "fetching": ("正在读取…", "Fetching…"),
    "skipped": ("{gap} 无报，已到 {day}", "No paper on {gap}; this is {day}"),
    "nothing-to-refresh": ("这是存下的报纸，不用刷新", "This is a saved paper; there is nothing to refresh"),
    "early": ("今天的报纸可能还没有出，这是昨天的", "Today's paper may not be out yet; this is yesterday's"),
    "no-paper": ("{day} 无报", "No paper on {day}"),
    # help
    "help-title": ("帮助", "Help"),
    "help-size": (
        "Ctrl + 和 Ctrl - 放大、缩小终端本身。",
        "Ctrl + and Ctrl - zoom the terminal itself.",
    ),
    "help-language": (
        "English: banmian --lang en（样报有英文姊妹报）",
        "中文: banmian --lang zh (opens the sample's Chinese paper)",
    ),
    "help-mouse": (
        "鼠标：点标题、按钮，滚轮翻动；拖选，或双击选一段，按 y 复制原文。",
        "Mouse: click headlines and buttons, wheel to scroll; drag, or double-click a paragraph, then y copies.",
    ),
    "help-more": ("↓ 还有", "↓ more"),
    # the palette
    "palette": ("命令", "Commands"),
    "palette-headlines": ("标题", "Headlines"),
    "palette-pages": ("版面", "Pages"),
    "palette-papers": ("报纸", "Papers"),
    "palette-none": ("没有找到“{word}”", "Nothing is called “{word}”"),
    # `banmian help`; what it lists stands in `options.txt`
    "help-what": ("banmian — 在终端里读数字报", "banmian — read newspaper editions (数字报) in the terminal"),
    "help-keys": (
        "← → 篇   [ ] 版   空格 往下   + - 0 字号   y 复制   ? 帮助",
        "← → article   [ ] page   Space scroll   + - 0 type size   y copy   ? help",
    ),
    "help-commands": ("用法（选项可以写在任何地方）", "Usage (options may stand anywhere)"),
    "help-targets": (
        "TARGET 可以是下面这些；后面的 … 是 DATE 和 PAGE",
        "TARGET is one of these; … after it stands for DATE and PAGE",
    ),
    "help-options": ("选项", "Options"),
    "help-settings": ("设置（config.toml）", "Settings (config.toml)"),
    "help-codes": ("退出码", "Exit codes"),
    "help-environment": ("环境变量", "Environment"),
    "help-colon": ("：", ": "),
    "help-more-keys": ("阅读时按 ? 看所有的键。", "Press ? while reading to see all keys."),
    # the page report
    "report-title": ("本页信息", "Page report"),
    "raw-title": ("原文", "Raw text"),
    "read-known": (
        "这是{kind}，由“{dialect}”系统发布，它的写法是认得的。",
        "This is {kind}, published with the system “{dialect}”, whose pages are known.",
    ),
    "read-generic": (
        "这是{kind}。没有认出是哪一种系统发布的，按各种系统共有的写法读。",
        "This is {kind}. Its publishing system is not known, so it was read by what all of them share.",
    ),
    "read-text": ("这是{kind}，一行一行读出来的。", "This is {kind}, read line by line."),
    "kind-layout": ("一个版面的网页", "the web page of one newspaper page"),
    "kind-article": ("一篇文章的网页", "the web page of one article"),
    "kind-several": ("几个版面合成的网页", "a web page that holds several newspaper pages"),
    "kind-text": ("从网页里复制的文字", "text copied from a web page"),
    "report-address": ("来自 ", "From "),
    "report-witnesses": ("怎样认出的：{what}。", "Recognised by: {what}."),
    "report-witness": ("{fact}（{witness}）", "{fact} ({witness})"),
    "report-document": ("类型", "kind"),
    "report-headline": ("标题", "headline"),
    "report-previous_page": ("上一版", "previous page"),
    "report-next_page": ("下一版", "next page"),
    "report-previous_article": ("上一篇", "previous article"),
    "report-next_article": ("下一篇", "next article"),
    "witness-address": ("网址", "address"),
    "witness-addresses": ("页内地址", "addresses in the page"),
    "witness-arrow": ("箭头", "arrow"),
    "witness-arrows": ("前后版", "neighbouring pages"),
    "witness-body": ("有标记的正文", "a marked body"),
    "witness-bold": ("粗体行", "bold line"),
    "witness-caption": ("报眉", "caption"),
    "witness-captions": ("几版的报眉", "captions of several pages"),
    "witness-contents": ("目录", "contents"),
    "witness-current": ("版面目录的本版", "its row in the list of pages"),
    "witness-day": ("日期行", "line of the date"),
    "witness-dotted": ("版面目录的本版", "its row in the list of pages"),
    "witness-hidden": ("隐藏的报眉", "hidden caption"),
    "witness-line": ("日期行", "line of the date"),
    "witness-list": ("标题列表", "list of headlines"),
    "witness-marked": ("系统标记", "mark of the system"),
    "witness-marks": ("系统标记", "mark of the system"),
    "witness-menu": ("报名一栏", "row of papers"),
    "witness-name": ("报名行", "line of the name"),
    "witness-plain": ("没有标记", "no markup"),
    "witness-prose": ("句子", "sentences"),
    "witness-position": ("位置", "position"),
    "witness-property": ("属性注释", "property comment"),
    "witness-statement": ("版权声明", "statement of rights"),
    "witness-repeated": ("重复的标题", "a headline said again"),
    "witness-title": ("网页标题", "title of the document"),
    "witness-weak": ("数字", "a number"),
    "witness-words": ("文字", "words"),
    "report-encoding": ("编码 {encoding}", "Encoding {encoding}"),
    "encoding-valid": ("无误", "no errors"),
    "encoding-bom": ("文件开头有标记", "by the mark at its beginning"),
    "encoding-repaired": ("有少量错误", "with a few errors"),
    "encoding-declared": ("网页自己写明的", "as the page itself says"),
    "encoding-guess": ("中文网页多用这一种，也读得通", "as in most Chinese pages, and it fits"),
    "encoding-fewest": ("试过几种，这一种错得最少", "which of those tried has the fewest errors"),
    "encoding-override": ("按你指定的", "as you asked"),
    "report-lost": ("有 {n} 个字认不出", "{n:character|characters} lost"),
    "report-articles": (
        "这一版有 {n} 篇，其中 {at_hand} 篇在手边",
        "{n:article|articles} on this page, {at_hand} of them at hand",
    ),
    "report-all-articles": ("这一版有 {n} 篇，都在手边", "{n:article|articles} on this page, all at hand"),
    "report-no-articles": ("这一版没有文章", "No articles on this page"),
    "report-unsigned": ("{n} 篇没有署名", "{n:article|articles} without a byline"),
    "report-image": ("版面图：{image}", "Page image: {image}"),
    "report-zones": ("版面图上有 {n} 块可以点的地方", "{n:area|areas} to click on the page image"),
    "report-pdf": ("PDF：{pdf}", "PDF: {pdf}"),
    "report-missing": ("网页上没有：{what}", "Not on the page: {what}"),
    "report-complete": (
        "报名、日期、版次、版面目录、版权、版面图都有",
        "Paper, date, page number, list of pages, copyright notice, page image: all found",
    ),
    "report-removed": ("读的时候处理了：{what}", "Cleaned in reading: {what}"),
    "report-unread": ("未读：{what}", "Not read: {what}"),
    "report-more-unread": ("还有 {n} 个文件未读", "{n} more files not read"),
    "note-left-https": ("网站从 https 转到了 http。", "The site led from https to http."),
    "note-came-in-part": ("网页只收到一部分。", "The document came only in part."),
    "note-differ-paper": ("报名有两种说法。", "The page names two papers."),
    "note-differ-date": ("日期有两种说法。", "The page tells two dates."),
    "note-differ-number": ("版次有两种说法。", "The page tells two numbers of itself."),
    "report-paper": ("报名", "paper"),
    "report-date": ("日期", "date"),
    "report-number": ("版次", "page number"),
    "report-pages": ("版面目录", "list of pages"),
    "report-copyright": ("版权", "copyright notice"),
    "report-picture": ("版面图", "page image"),
    "comma": ("，", ", "),
    "list-comma": ("、", ", "),
    "removed-bidi": ("方向控制符", "bidi controls"),
    "removed-combining": ("叠加符号", "combining marks"),
    "removed-control": ("控制字符", "control characters"),
    "removed-escape": ("转义序列", "escape sequences"),
    "removed-invisible": ("不可见字符", "invisible characters"),
    "removed-noncharacter": ("非字符", "noncharacters"),
    "removed-private": ("造字（未删）", "private characters (kept)"),
    "no-clipboard": (
        "读不到剪贴板\n把文字存成文件再打开，或粘贴到阅读界面里。",
        "The clipboard cannot be read\nSave the text to a file and open that, or paste it into the reader.",
    ),
    "not-at-hand": ("不在手边\n打开存有它的文件夹。", "It is not at hand\nOpen the folder that holds it."),
    "no-page-at-hand": (
        "{page} 不在所开的文件里\n打开存有它的文件夹，或报纸的网址。",
        "{page} isn't in what you opened\nOpen the folder that holds it, or the paper's web address.",
    ),
    "only-one-day": (
        "只打开了一天的报纸\n打开存有多天的文件夹，就能换日子。",
        "Only one day was opened\nOpen a folder of several days to change the day.",
    ),
    "no-days": ("这个网址里看不出日期\n打开有日期的网址。", "This address tells no day\nOpen one that does."),
    "no-sister": (
        "姊妹报 {paper} 不在手边，也没有网址\n打开它的文件夹或网址。",
        "The sister paper {paper} is not at hand and has no address\nOpen its folder or address.",
    ),
    "no-sister-named": (
        "这一版没有提到姊妹报\n打开另一份报纸的文件夹或网址。",
        "This page names no sister paper\nOpen the other paper's folder or address.",
    ),
    # what `toc` and `text` print, and how far they are
    "gathering-pages": ("第 {page}/{pages} 版…", "Page {page}/{pages}…"),
    "gathering-articles": (
        "第 {page}/{pages} 版，第 {article}/{articles} 篇…",
        "Page {page}/{pages}, article {article}/{articles}…",
    ),
    "missing-mark": ("· 文章不在所开的文件里", "· article not in what was opened"),
    "missing-article-of": ("{page}“{headline}”", "{page} “{headline}”"),
    "missing-more": (" 等，另有 {n} 处", " and {n} more"),
    "parts-missing": ("没有取全，缺：{what}\n{why}", "Not everything could be had. Missing: {what}\n{why}"),
    "not-in-files": (
        "不在所开的文件里\n给存有它的文件夹。",
        "It is not in what was opened\nGive the folder that holds it.",
    ),
    "another-document": (
        "网站给的是别的页：{name}\n可能已不保留，在浏览器里看看。",
        "The site sent another page: {name}\nIt may not keep this one; look in a browser.",
    ),
    "too-many-documents": (
        "已经取了 {n} 页，没有再取\n用 --page 分几次取。",
        "{n} documents were fetched, and no more\nFetch the rest page by page, with --page.",
    ),
    "page-of-whole-day": (
        "--whole-day 是一整天，不能再给版次或 --article\n去掉一个。",
        "--whole-day is all of a day; neither a page nor --article goes with it\nLeave one of them out.",
    ),
    # errors: what went wrong, then, after a blank line, what to do next
    "no-such-path": (
        "没有这个文件或文件夹：{name}\n给一个存下的网页、一个文件夹，或用 - 读管道。",
        "No such file or folder: {name}\nGive a saved page, a folder of pages, or - for a pipe.",
    ),
    "no-such-path-near": (
        "没有这个文件或文件夹：{name}\n相近的有：{near}",
        "No such file or folder: {name}\nDid you mean {near}?",
    ),
    "address-without-http": (
        "没有这个文件；如果是网址，前面要写 http://：{name}\n写成：banmian http://{name}",
        "No such file; an address begins with http://: {name}\nWrite: banmian http://{name}",
    ),
    "unreadable": (
        "读不了 {name}：{reason}\n检查文件的权限和名字。",
        "Cannot read {name}: {reason}\nCheck its permissions and its name.",
    ),
    "empty-folder": (
        "文件夹 {name} 里没有存下的网页（.htm .html .txt）\n给浏览器或 wget 存网页的那个文件夹。",
        "No saved page (.htm .html .txt) in the folder {name}\nGive the folder the pages were saved to.",
    ),
    "many-files": (
        "文件夹 {name} 里有 {n} 个以上的网页\n给其中一天的文件夹。",
        "More than {n} pages in the folder {name}\nGive the folder of one day.",
    ),
    "empty-input": (
        "管道里没有内容\n看看管道前面的命令有没有输出。",
        "Nothing came through the pipe\nCheck that the command before it prints something.",
    ),
    "reading-too-long": (
        "{name} 读了 {seconds} 秒还没有读完，没有再等\n别的页照样能读；请把这一页寄来，好让程序读懂。",
        "{name} was given up after {seconds} s of reading\nOther pages open as before; please report this one.",
    ),
    "reading-ended": (
        "{name} 没有读成：读页面的进程中途停了（最多用 {mib} MiB 内存）\n别的页照样能读；再打开一次，或请把这一页寄来。",
        "{name} was not read: the process for it ended (it has {mib} MiB of memory)\n"
        "Open it again, or please report it.",
    ),
    "reading-failed": (
        "{name} 没有读成：程序出错（{problem}）\n别的页照样能读；请把这一页和 banmian doctor 的报告寄来。",
        "{name} was not read: a bug of ours ({problem})\n"
        "Please report it with the page and what banmian doctor says.",
    ),
    "too-large": (
        "{name} 超过 {mib} MiB，没有打开\n检查是否给错了文件。",
        "{name} is larger than {mib} MiB and was not opened\nCheck that this is the file you meant.",
    ),
    "too-many-tags": (
        "{name} 有 {n} 个以上的标签，不像一个版面网页\n检查是否给错了文件。",
        "{name} has more than {n} tags, too many for a page\nCheck that this is the file you meant.",
    ),
    "entry-page": (
        "{name} 只是入口，转到 {target}\n打开那一页。",
        "{name} only leads on to {target}\nOpen that page.",
    ),
    "search-results": (
        "{name} 是搜索结果，不是版面\n打开其中一篇，或给版面页。",
        "{name} is a list of search results\nOpen one of them, or an edition page.",
    ),
    "unrecognised": (
        "{name} 里没有认出标题或正文\n给数字报的版面页、文章页，或页面的文字。",
        "Neither a headline nor a paragraph was found in {name}\nGive an edition page, an article page, or its text.",
    ),
    "unknown-encoding": (
        "没有这种编码：{encoding}\n可用：gb18030 gbk big5 utf-8 utf-16",
        "No such encoding: {encoding}\nTry gb18030, gbk, big5, utf-8 or utf-16.",
    ),
    "no-article": (
        "没有第 {n} 篇，这里有 {all} 篇\n用 banmian toc 看目录。",
        "There is no article {n}; the page has {all:article|articles}\nSee them with banmian toc.",
    ),
    "no-page-asked": (
        "没有第 {n} 版，这里有 {all} 版\n用 --page 给别的版次。",
        "There is no page {n}; the day has {all:page|pages}\nGive another with --page.",
    ),
    "no-article-at-hand": (
        "目录里的文章都不在所开的文件里\n给存有文章网页的文件夹。",
        "None of the articles is in what was opened\nGive the folder that holds the article pages.",
    ),
    "no-article-on-page": (
        "这一版的网页里没有文章：可能是整版广告，或要靠脚本显示\n换一版看。",
        "The web page has no articles: it is all advertisement, or a script shows them\nOpen another page.",
    ),
    # the network
    "not-published": (
        "网站上没有这一版或这一篇：{name}\n可能当日无报、尚未出版，或网站已不保留。试试别的日期。",
        "The site has no such page: {name}\nNo paper that day, not out yet, or no longer kept. Try another day.",
    ),
    "offline": (
        "连不上网，或没有 {name} 这个网站\n检查网络，再试一次。",
        "No network, or no such site: {name}\nCheck the connection and try again.",
    ),
    "no-answer": (
        "{name} 没有应答\n稍后再试，或检查地址。",
        "{name} does not answer\nTry again later, or check the address.",
    ),
    "too-slow": (
        "{name} 太慢，等了 {seconds} 秒没有收完\n稍后再试。",
        "{name} is too slow: not done after {seconds} seconds\nTry again later.",
    ),
    "server-error": (
        "{name} 出错了（HTTP {status}）\n稍后再试。",
        "{name} has a problem (HTTP {status})\nTry again later.",
    ),
    "broken-answer": (
        "{name} 的应答坏了：{reason}\n稍后再试。",
        "{name} sent a broken answer: {reason}\nTry again later.",
    ),
    "empty-answer": ("{name} 是空的\n稍后再试。", "{name} is empty\nTry again later."),
    "bad-certificate": (
        "{name} 的证书不可信，没有打开\n检查系统时间和地址；确认无误可改用 http:// 地址。",
        "The certificate of {name} cannot be trusted; nothing was opened\nCheck the clock and the address.",
    ),
    "too-many-hops": (
        "{name} 转来转去，没有到达任何版面\n直接给某一天的版面地址。",
        "{name} redirects in a loop\nGive the address of a page of some day.",
    ),
    "private-address": (
        "网页要打开内部网络的地址 {name}，已拒绝\n若确实要看，自己输入那个地址。",
        "A page leads to {name} in a private network; refused\nIf you mean to read it, type its address yourself.",
    ),
    "bad-address": (
        "这不是完整的网址：{name}\n完整的网址像 http://paper.example/2026/node_1.htm。",
        "This is not a whole web address: {name}\nA whole one is like http://paper.example/2026/node_1.htm.",
    ),
    "login": (
        "{name} 要求登录或订阅\n在浏览器里打开，存成网页再给 banmian。",
        "{name} asks for a login or subscription\nOpen it in a browser, save the page, and open that.",
    ),
    "too-often": (
        "{name} 说访问太频繁\n过几分钟再试。",
        "{name} says there were too many requests\nTry again in some minutes.",
    ),
    "guarded": (
        "{name} 要验证是不是真人，程序过不去\n在浏览器里打开，存成网页再给 banmian。",
        "{name} wants a human check (captcha)\nOpen it in a browser, save the page, and open that.",
    ),
    "forbidden": (
        "{name} 不许访问这个地址\n可能只对部分地区开放，或已不保留。",
        "{name} forbids this address\nIt may be open to some regions only, or no longer kept.",
    ),
    "portal": (
        "所在的网络要先登录才能上网（{name}）\n在浏览器里完成登录，再试一次。",
        "This network wants you to sign on first ({name})\nDo so in a browser, then try again.",
    ),
    "script-only": (
        "{name} 的内容全靠脚本生成，这里读不了\n在浏览器里打开，存成网页再给 banmian。",
        "{name} is built by JavaScript and cannot be read here\nOpen it in a browser, save the page, and open that.",
    ),
    "is-json": (
        "{name} 是数据（JSON），不是版面\n给版面页或文章页：存下的网页，或它的网址。",
        "{name} is data (JSON), not a page\nGive an edition or article page, saved or by its address.",
    ),
    "is-pdf": (
        "{name} 是 PDF，不是网页\n给版面页：存下的网页，或它的网址；这个用 PDF 阅读器打开。",
        "{name} is a PDF, not a web page\nGive the edition page, saved or by its address; open this in a PDF reader.",
    ),
    "is-picture": (
        "{name} 是图片，不是网页\n给版面页：存下的网页，或它的网址。",
        "{name} is a picture, not a web page\nGive the edition page, saved or by its address.",
    ),
    "is-archive": (
        "{name} 是压缩包，不是网页\n先解开，再打开解出的文件夹。",
        "{name} is an archive, not a web page\nUnpack it first, then open the folder that comes out.",
    ),
    "is-binary": (
        "{name} 不是网页，也不是纯文字\n给版面页或文章页：存下的网页，或它的网址。",
        "{name} is neither a web page nor plain text\nGive an edition or article page, saved or by its address.",
    ),
    "is-mail": (
        "{name} 是邮件，不是版面\n信里若有版面的网址，打开那个网址。",
        "{name} is a mail, not a page\nIf it tells the address of a page, open that.",
    ),
    "is-mhtml": (
        "{name} 是连图片打包成一个文件的网页（MHTML）\n在浏览器里打开，另存为“网页，全部”，再打开存下的网页。",
        "{name} is a web page packed into one file (MHTML)\n"
        "Open it in a browser, save it as a complete web page, and open that.",
    ),
    "is-feed": (
        "{name} 是网址的清单（RSS 订阅或网站地图），不是版面\n打开其中一个网址。",
        "{name} is a list of addresses (a feed or a site map)\nOpen one of them.",
    ),
    "is-data": (
        "{name} 是给程序用的数据，不是版面\n给版面页或文章页：存下的网页，或它的网址。",
        "{name} is data for programs, not a page\nGive an edition or article page, saved or by its address.",
    ),
    "is-table": (
        "{name} 是表格数据（CSV），不是版面\n这个用表格软件打开；这里给版面页或文章页。",
        "{name} is a table of data (CSV), not a page\nOpen it in a spreadsheet; give an edition or article page.",
    ),
    "is-code": (
        "{name} 是程序或排版的源代码，不是版面\n给版面页或文章页：存下的网页，或它的网址。",
        "{name} is source code, not a page\nGive an edition or article page, saved or by its address.",
    ),
    "is-log": (
        "{name} 是程序的运行记录，不是版面\n给版面页或文章页：存下的网页，或它的网址。",
        "{name} is the log of a program, not a page\nGive an edition or article page, saved or by its address.",
    ),
    "is-settings": (
        "{name} 是程序的设置，不是版面\n给版面页或文章页：存下的网页，或它的网址。",
        "{name} holds settings of a program, not a page\nGive an edition or article page, saved or by its address.",
    ),
    "is-subtitles": (
        "{name} 是字幕或歌词，不是版面\n给版面页或文章页：存下的网页，或它的网址。",
        "{name} holds subtitles or lyrics, not a page\nGive an edition or article page, saved or by its address.",
    ),
    "is-manual": (
        "{name} 是软件的说明，不是版面\n给报纸的版面页或文章页：存下的网页，或它的网址。",
        "{name} is the manual of a program, not a page\nGive an edition or article page, saved or by its address.",
    ),
    "is-encoded": (
        "{name} 是编成字母的数据（证书、密钥或附件）\n若里面是网页，先解码，再打开解出的文件。",
        "{name} is encoded data (a certificate, a key, an attachment)\nIf it holds a page, decode it first, and open that.",
    ),
    "is-form": (
        "{name} 只有要填的框，没有文章\n在浏览器里填好，存下得到的网页，再打开。",
        "{name} is a form to fill in, without an article\nFill it in in a browser, save what you get, and open that.",
    ),
    "is-shop": (
        "{name} 是网店的商品，不是报纸\n给版面页或文章页；若确是报上的文章，复制它的文字再打开。",
        "{name} is a shop's page, not a newspaper's\n"
        "Give an edition or article page, or the copied text of this one.",
    ),
    "is-forum": (
        "{name} 是论坛的帖子，不是报纸\n给版面页或文章页；若确是报上的文章，复制它的文字再打开。",
        "{name} is a forum's page, not a newspaper's\n"
        "Give an edition or article page, or the copied text of this one.",
    ),
    "is-wiki": (
        "{name} 是百科的条目，不是报纸\n给版面页或文章页；若确是报上的文章，复制它的文字再打开。",
        "{name} is a wiki's page, not a newspaper's\n"
        "Give an edition or article page, or the copied text of this one.",
    ),
    "is-blog": (
        "{name} 是博客，不是报纸\n给版面页或文章页；若确是报上的文章，复制它的文字再打开。",
        "{name} is a blog's page, not a newspaper's\n"
        "Give an edition or article page, or the copied text of this one.",
    ),
    "no-later-day-here": (
        "这个文件夹里没有 {day} 以后的报纸\n打开还存有别的日子的文件夹，或报纸的网址。",
        "This folder has no paper after {day}\nOpen a folder with more days, or the paper's web address.",
    ),
    "no-earlier-day-here": (
        "这个文件夹里没有 {day} 以前的报纸\n打开还存有别的日子的文件夹，或报纸的网址。",
        "This folder has no paper before {day}\nOpen a folder with more days, or the paper's web address.",
    ),
    "no-later-day": (
        "{day} 之后没有找到报纸\n可能还没有出版。",
        "No paper was found after {day}\nThe next may not be out yet.",
    ),
    "no-earlier-day": (
        "{day} 之前没有找到报纸\n网站可能只保留一段时间的报纸。",
        "No paper was found before {day}\nThe site may keep papers for some time only.",
    ),
    "no-paper-here": (
        "所开的文件里没有 {paper}\n这里有：{near}",
        "{paper} isn't in what you opened\nIt has: {near}",
    ),
    "no-day-here": (
        "所开的文件里没有 {day} 的报纸\n这里有 {first} 到 {last} 的。",
        "What you opened has no paper for {day}\nIt has {first} to {last}.",
    ),
    "one-day-here": (
        "所开的文件里没有 {day} 的报纸\n这里只有 {first} 的。",
        "What you opened has no paper for {day}\nIt has only {first}.",
    ),
    "no-day-told": (
        "所开的网页没有写日期，不知道是不是 {day} 的\n不写日期就能打开它。",
        "What was opened tells no date, so nobody knows whether it is of {day}\nLeave the date out to open it.",
    ),
    "no-such-day": (
        "这不是日期：{word}\n例如 2026-05-12、20260512、5-12、5月12日、today、yesterday、-1。",
        "Not a date: {word}\nTry 2026-05-12, 20260512, 5-12, today, yesterday or -1.",
    ),
    "unknown-paper": (
        "没有文件、命令或报纸叫 {paper}，相近的有：{near}\n全部报纸见 banmian papers。",
        "No file, command or paper called {paper}. Did you mean {near}?\nbanmian papers lists the papers.",
    ),
    "no-such-paper": (
        "没有文件、命令或报纸叫 {paper}\n全部报纸见 banmian papers。",
        "No file, command or paper called {paper}\nbanmian papers lists the papers.",
    ),
    "bad-papers": (
        "读不了报纸名录 {name}：{reason}\n改正那个文件。",
        "Cannot read the list of papers {name}: {reason}\nCorrect that file.",
    ),
    "bad-paper-row": (
        "报纸名录里 {paper} 一行不对：{field}\n可用的栏：{near}",
        "The row {paper} of your list of papers is wrong: {field}\nFields: {near}",
    ),
    "no-paper-that-day": (
        "{paper} {day} 无报\n用 < 或 > 去前后一天，或看看日期。",
        "{paper} has no paper of {day}\nTry the day before or after.",
    ),
    "paper-row": (
        '也可能是网址变了。把新网址写进 papers.toml：\n  {config}\n  {paper} = {{ url = "…" }}',
        'Or its address has changed. Write the new one into papers.toml:\n  {config}\n  {paper} = {{ url = "…" }}',
    ),
    "day-to-come": (
        "{day} 还没有到\n今天是 {today}；给今天或以前的日子。",
        "{day} has not come yet\nToday is {today}; give today or an earlier day.",
    ),
    "no-paper-found": (
        "没有代号、报名、地区或网址里有“{word}”的报纸\n用 banmian papers 看全部。",
        "No paper has “{word}” in its code, names, place or address\nSee all with banmian papers.",
    ),
    "no-paper-found-near": (
        "没有代号、报名、地区或网址里有“{word}”的报纸，相近的有：{near}\n用 banmian papers 看全部。",
        "No paper has “{word}” in its code, names, place or address; near it: {near}\nSee all with banmian papers.",
    ),
    "bad-proxy": (
        "用不了代理 {name}\n检查环境变量 http_proxy、https_proxy；不支持 SOCKS。",
        "The proxy {name} cannot be used\nCheck http_proxy and https_proxy; SOCKS is not supported.",
    ),
    # the list of papers
    "papers-about": (
        "先全国，后各省区市，同一地方按代号排；自己写的在最后。\n"
        "网址来自别人公开的程序，都还没有试过，不一定打得开；\n"
        "不是这样的，行末注明。",
        "National papers first, then by province, each in order of code; your own last.\n"
        "Experimental: the addresses come from other people's public programs, and none\n"
        "has been tried yet; a row of which that is not true says so at its end.",
    ),
    "papers-columns": ("代号 报名 英文名 地区 网址", "Code Name English Place Address"),
    "paper-before": ("{day}以前 {url}", "before {day} {url}"),
    "paper-R": ("读过它这样的版面", "such a page of it was read"),
    "paper-V": ("网址照排版系统的通例", "address as the publishing system makes it"),
    "paper-G": ("网址是推测的", "the address is a guess"),
    "paper-user": ("自己写的", "your own row"),
    "paper-reached": ("{day} 打开过", "opened on {day}"),
    "places": (
        "全国 北京 天津 河北 山西 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 "
        "广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆",
        "National Beijing Tianjin Hebei Shanxi Liaoning Jilin Heilongjiang Shanghai Jiangsu Zhejiang Anhui Fujian Jiangxi "
        "Shandong Henan Hubei Hunan Guangdong Guangxi Hainan Chongqing Sichuan Guizhou Yunnan Xizang Shaanxi Gansu "
        "Qinghai Ningxia Xinjiang",
    ),
    "stopped": ("已停止\n再按一次即可。", "Stopped\nAsk again."),
    # settings
    "config-head": (
        "banmian 的设置。去掉一行开头的 # 就生效；删掉这个文件，一切照默认。\n"
        "先后：命令行，环境变量，阅读时选的，这个文件，终端和系统。",
        "Settings of banmian. Take the # off a line to use it; delete this file to go back to the defaults.\n"
        "First counts the command line, then environment, what was chosen while reading, this file, terminal and locale.",
    ),
    "config-written": ("新写的；改了就生效。", "Written now; edit it to change a setting."),
    "config-there": ("早就有了，没有动它。", "It was there already, and was not touched."),
    "config-wrong": (
        '{name} 不是 TOML，没有用它\n每行写成：theme = "night"',
        '{name} is not TOML and is not used\nWrite each line as: theme = "night"',
    ),
    "config-wrong-line": (
        '{name} 第 {line} 行写得不对，整个文件没有用\n每行写成：theme = "night"',
        '{name}: line {line} is wrong, and the file is not used\nWrite each line as: theme = "night"',
    ),
    "no-such-setting": (
        "{name}：没有 {setting} 这项设置\n可以写：{near}",
        "{name}: there is no setting {setting}\nYou can write: {near}",
    ),
    "wrong-setting": (
        "{name}：{setting} 不能是 {value}\n可以是：{near}",
        "{name}: {setting} cannot be {value}\nIt can be: {near}",
    ),
    # `banmian doctor`
    "value-from": ("{value}（{source}）", "{value} ({source})"),
    "doctor-terminal": ("终端", "terminal"),
    "doctor-answers": ("终端回答", "the terminal says"),
    "doctor-colours": ("颜色", "colours"),
    "doctor-clipboard": ("复制依次试", "a copy tries"),
    "doctor-locale": ("系统语言", "locale"),
    "doctor-encoding": ("编码", "encoding"),
    "doctor-folder": ("位置、日志的文件夹", "folder of positions and log"),
    "colours-truecolor": ("全部", "all (truecolor)"),
    "colours-256": ("256 色", "256"),
    "colours-standard": ("16 色", "16"),
    "colours-none": ("不用颜色", "none"),
    "copies-system": ("系统剪贴板", "system clipboard"),
    "copies-tmux": ("tmux 缓冲区", "tmux buffer"),
    "copies-osc52": ("终端（OSC 52）", "terminal (OSC 52)"),
    "copies-file": ("文件 copy.txt", "file copy.txt"),
    "file-there": ("有", "there"),
    "file-not-there": ("没有", "not there"),
    "file-writable": ("可以写", "writable"),
    "file-closed": ("不能写", "not writable"),
    "automatic": ("自动", "automatic"),
    "source-command": ("命令行", "command line"),
    "source-variable": ("环境变量 {name}", "environment, {name}"),
    "source-chosen": ("阅读时选的", "chosen while reading"),
    "source-terminal": ("看终端", "as the terminal says"),
    "source-default": ("默认", "default"),
    # the command line
    "no-such-command": (
        "没有 {word} 这个命令\n是不是 {near}？",
        "There is no command {word}\nDid you mean {near}?",
    ),
    "no-such-option": (
        "没有 {option} 这个选项\n全部选项见 banmian help。",
        "There is no option {option}\nSee all of them with banmian help.",
    ),
    "no-such-option-near": (
        "没有 {option} 这个选项\n相近的有：{near}",
        "There is no option {option}\nDid you mean {near}?",
    ),
    "option-elsewhere": (
        "{command} 用不了 {option}\n可以写：{near}",
        "{option} does not go with {command}\nYou can write: {near}",
    ),
    "option-without-value": (
        "{option} 后面不写值\n只写 {option}。",
        "{option} takes no value\nWrite {option} alone.",
    ),
    "option-needs-value": (
        "{option} 后面少了一个值\n写成：{option} {value}",
        "{option} needs a value\nWrite: {option} {value}",
    ),
    "not-a-number": (
        "{option} 后面要一个整数，不是 {value}\n例如：{option} 3",
        "{option} takes a whole number, not {value}\nFor example: {option} 3",
    ),
    "not-a-choice": (
        "{option} 不能是 {value}\n可以是：{near}",
        "{option} cannot be {value}\nIt can be: {near}",
    ),
    "word-too-many": (
        "多了一个词：{word}\n用法：{usage}",
        "One word too many: {word}\nUsage: {usage}",
    ),
    "target-missing": (
        "{command} 后面少了要读的文件、文件夹、网址或报纸代号\n例如：{command} sample",
        "{command} needs something to read: a file, a folder, an address, or a paper's code\nFor example: {command} sample",
    ),
    "no-such-help": (
        "没有关于 {word} 的说明\n全部见 banmian help。",
        "There is no help on {word}\nSee all there is with banmian help.",
    ),
    "no-such-help-near": (
        "没有关于 {word} 的说明\n相近的有：{near}",
        "There is no help on {word}\nDid you mean {near}?",
    ),
    "no-sample": ("找不到样报\n重新安装 banmian。", "The sample edition is missing\nInstall banmian again."),
    "no-terminal": (
        "这里不是终端，无法打开阅读界面\n用 banmian text TARGET 或 banmian toc TARGET。",
        "There is no terminal to open the reader in\nUse banmian text TARGET or banmian toc TARGET.",
    ),
    "no-keys": (
        "没有可以按键的终端\n在终端窗口里运行，或用 banmian text TARGET。",
        "There is no terminal to read keys from\nRun it in a terminal window, or use banmian text TARGET.",
    ),
    "dumb-terminal": (
        "终端类型是 {term}，画不出界面\n把 TERM 设成实际的终端，例如 xterm-256color；或用 banmian text TARGET。",
        "The terminal type is {term}; the reader cannot be drawn\n"
        "Set TERM to the terminal you have, as xterm-256color; or use banmian text TARGET.",
    ),
    "no-han": (
        "终端编码 {encoding} 显示不了汉字\n先执行 export LC_ALL=C.UTF-8 再打开。",
        "The encoding {encoding} cannot show Chinese\nRun export LC_ALL=C.UTF-8 first.",
    ),
    "copy-failed": (
        "没有剪贴板，也写不了 {path}：{reason}\n用鼠标选取文字，由终端复制。",
        "No clipboard, and {path} cannot be written: {reason}\nSelect with the mouse and copy with the terminal.",
    ),
    "overdue": (
        "{seconds} 秒还没有读完，不读了\n给其中一版，或检查是否给错了文件。",
        "Not read to the end within {seconds} seconds\nGive a single page of it, or check that this is the file you meant.",
    ),
    "bad-width": (
        "行宽要在 0 到 {all} 之间\n一般是 72；0 不折行。",
        "A line is 0 to {all} cells wide\nUsually 72; 0 breaks no lines.",
    ),
    "output-failed": (
        "写不出结果：{reason}\n检查磁盘和去处。",
        "Cannot write the answer: {reason}\nCheck the disk.",
    ),
    "not-apart": (
        "读页面的进程起不来：页面在阅读器里读，时间和内存不设限",
        "The process that reads pages cannot be started: pages are read without bounds on time and memory",
    ),
    "name-clash": (
        "另一个名为 reader 的包占了同一环境，可能出错；请用 uv tool install 或 pipx 单独安装 banmian",
        "Another distribution named reader shares this environment; install banmian apart, with uv tool or pipx",
    ),
}

"""Texts that are no page, small ones, invented; with the code of what is told of each."""

MAIL = """\
Return-Path: <lin@mail.example>
Received: from relay.mail.example ([192.0.2.7]) by mx.paper.example; Tue, 12 May 2026 08:01:44 +0800
From: =?utf-8?B?5p6X5bKr?= <lin@mail.example>
To: bianji@paper.example
Subject: 渡口的稿子
Date: Tue, 12 May 2026 08:01:40 +0800
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

编辑老师：

　　稿子改好了，昨天上午渡口的水退了，船工说再等两天就能开船。照片另寄。

林岚
"""
MIME_MAIL = """\
MIME-Version: 1.0
From: The Ferry Company <news@ferry.example>
To: readers@list.example
Subject: Timetable for May
Content-Type: multipart/alternative;
 boundary="=_part_17"

--=_part_17
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<html><body><h1>Timetable for May</h1><p>The first boat leaves at six.</p></body></html>
--=_part_17--
"""
MBOX = """\
From lin@mail.example Tue May 12 08:01:44 2026
From: lin@mail.example
To: ferry-list@list.example
Subject: [ferry] water level
Message-ID: <20260512@mail.example>

The water is down by two metres since Sunday. We can start on Thursday.

From chen@mail.example Tue May 12 09:30:02 2026
From: chen@mail.example
To: ferry-list@list.example
Subject: Re: [ferry] water level

> We can start on Thursday.
Good.
"""
COPIED_MAIL = """\
发件人：林岚 <lin@mail.example>
发送时间：2026年5月12日 8:01
收件人：编辑部 <bianji@paper.example>
主题：渡口的稿子

编辑老师，稿子改好了，昨天上午渡口的水退了。
"""
MHTML = """\
From: <Saved by Browser>
Snapshot-Content-Location: http://paper.example/html/2026-05/12/node_1.htm
Subject: =?utf-8?Q?=E6=B1=9F=E6=BB=A8?=
Date: Tue, 12 May 2026 00:10:10 -0000
MIME-Version: 1.0
Content-Type: multipart/related;
	type="text/html";
	boundary="----Boundary--x"

------Boundary--x
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable

<html><body><table><tr><td>=E7=AC=AC01=E7=89=88</td></tr></table></body></html>
------Boundary--x--
"""

RSS = """\
<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet type="text/xsl" href="rss.xsl"?>
<rss version="2.0"><channel><title>江滨日报</title><link>http://paper.example/</link>
<item><title>渡口水退</title><link>http://paper.example/1.htm</link><description>
<![CDATA[<p>　　本报讯 昨天上午，渡口的水退了。</p>]]></description></item>
<item><title>春茶开采</title><link>http://paper.example/2.htm</link><description>采茶人四点出门。</description>
</item>
</channel></rss>
"""
ATOM = """\
<feed xmlns="http://www.w3.org/2005/Atom"><title>The Ferry Notes</title><updated>2026-05-12T08:00:00Z</updated>
<entry><title>Water is down</title><link href="http://notes.example/1"/>
<content type="html">&lt;p&gt;The water is down.&lt;/p&gt;</content></entry>
</feed>
"""
RDF = """\
<?xml version="1.0"?>
<!-- made by hand -->
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel rdf:about="http://notes.example/"><title>Notes</title></channel>
<item rdf:about="http://notes.example/1"><title>渡口水退</title><description>昨天上午，水退了。</description>
</item>
</rdf:RDF>
"""
OPML = """\
<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0"><head><title>订阅</title></head>
<body><outline text="报纸"><outline type="rss" text="江滨日报" xmlUrl="http://paper.example/rss.xml"/></outline>
</body></opml>
"""
SITEMAP = """\
<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>http://paper.example/html/2026-05/12/node_1.htm</loc><lastmod>2026-05-12</lastmod></url>
<url><loc>http://paper.example/html/2026-05/12/node_2.htm</loc></url>
</urlset>
"""
PLIST = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Example//DTD PLIST 1.0//EN" "http://example.example/PropertyList-1.0.dtd">
<plist version="1.0"><dict><key>Name</key><string>渡口</string><key>Version</key><integer>3</integer></dict>
</plist>
"""

PYTHON = '''\
"""Counts the boats that leave in an hour."""

import csv
from collections import Counter
from pathlib import Path

HARBOURS = {"北山": 3, "南渡": 1}  # 渡口


def boats(path: Path) -> Counter[int]:
    """Boats by hour.

    The hours of a day are counted from its first boat, and what has no hour is left out.
    """
    found: Counter[int] = Counter()
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["hour"]:
                found[int(row["hour"])] += 1
    return found


if __name__ == "__main__":
    print(boats(Path("boats.csv")).most_common(3))
'''
C = """\
/*
 * Counts the boats that leave in an hour. What has no hour is left out, as
 * the harbour master does not write it down before noon.
 */
#include <stdio.h>
#include <stdlib.h>

static int boats[24];

int main(int argc, char **argv)
{
    int hour;
    while (scanf("%d", &hour) == 1) {
        if (hour >= 0 && hour < 24)
            boats[hour]++;
    }
    printf("%d\\n", boats[8]);
    return 0;
}
"""
JAVASCRIPT = """\
// 渡口的时刻表
import { render } from './view.js';

const table = document.querySelector('#table');

async function load(day) {
  const answer = await fetch(`/boats/${day}.json`);
  if (!answer.ok) {
    table.innerHTML = '<p class="error">今天没有船</p>';
    return;
  }
  const boats = await answer.json();
  table.innerHTML = boats.map(boat => '<tr><td>' + boat.hour + '</td></tr>').join('');
  render(table);
}

load('2026-05-12');
"""
MINIFIED = (
    "!function(e,t){var n={},r=function(o){if(n[o])return n[o].exports;var i=n[o]={i:o,l:!1,exports:{}};"
    "return e[o].call(i.exports,i,i.exports,r),i.l=!0,i.exports};r.m=e,r.c=n,r.d=function(e,t,n){r.o(e,t)||"
    'Object.defineProperty(e,t,{enumerable:!0,get:n})},r(r.s=0)}([function(e,t){e.exports="boats"}]);\n'
)
RUST = """\
use std::collections::HashMap;

/// Boats by hour.
pub fn boats(rows: &[Row]) -> HashMap<u8, usize> {
    let mut found = HashMap::new();
    for row in rows.iter().filter(|row| row.hour < 24) {
        *found.entry(row.hour).or_insert(0) += 1;
    }
    found
}

#[derive(Debug, Clone)]
pub struct Row {
    pub hour: u8,
    name: String,
}
"""
SHELL = """\
#!/bin/sh
# Fetch the timetable of today, and keep those of a week.
set -eu

day=$(date +%F)
for harbour in beishan nandu; do
    curl -fsS "http://ferry.example/$harbour/$day.csv" -o "$HOME/ferry/$harbour-$day.csv" || exit 1
done
find "$HOME/ferry" -name '*.csv' -mtime +7 -delete
echo "done: $day"
"""
CSS = """\
/* 时刻表 */
:root { --ink: #222; }

.table, .table td {
  border: 1px solid var(--ink);
  padding: 4px 8px;
}

@media (max-width: 600px) {
  .table { display: block; }
}
"""
SQL = """\
CREATE TABLE boats (
    id INTEGER PRIMARY KEY,
    harbour TEXT NOT NULL,
    hour INTEGER
);
INSERT INTO boats VALUES (1, '北山', 6);
INSERT INTO boats VALUES (2, '南渡', 8);
SELECT harbour, count(*) FROM boats WHERE hour < 12 GROUP BY harbour;
"""
DIFF = """\
diff --git a/boats.py b/boats.py
index 3f1c2ab..9d0e11c 100644
--- a/boats.py
+++ b/boats.py
@@ -1,4 +1,4 @@ def boats(path):
     found = Counter()
-    for row in rows:
+    for row in sorted(rows):
         found[row.hour] += 1
     return found
"""
LATEX = """\
\\documentclass{article}
\\usepackage{ctex}
\\begin{document}
\\section{渡口}
昨天上午，渡口的水退了。船工说，再等两天就能开船。

\\begin{itemize}
  \\item 北山：六点
\\end{itemize}
\\end{document}
"""

LOG = """\
2026-05-12 08:00:01,204 INFO ferry.table: reading boats.csv
2026-05-12 08:00:01,377 WARNING ferry.table: row 17 has no hour
2026-05-12 08:00:02,010 ERROR ferry.web: cannot reach http://ferry.example/nandu
Traceback (most recent call last):
  File "/srv/ferry/web.py", line 41, in fetch
    answer = get(url)
TimeoutError: timed out
2026-05-12 08:00:02,544 INFO ferry.table: done
"""
ACCESS_LOG = """\
192.0.2.14 - - [12/May/2026:08:00:01 +0800] "GET /html/2026-05/12/node_1.htm HTTP/1.1" 200 18211 "-" "Browser/1.0"
192.0.2.14 - - [12/May/2026:08:00:02 +0800] "GET /images/logo.gif HTTP/1.1" 304 0 "-" "Browser/1.0"
192.0.2.90 - - [12/May/2026:08:00:09 +0800] "GET /robots.txt HTTP/1.1" 404 162 "-" "Robot/2.1"
"""
SYSLOG = """\
May 12 03:11:09 harbour cron[812]: (root) CMD (run-parts /etc/cron.hourly)
May 12 03:11:41 harbour kernel: [ 4021.120012] usb 1-2: new high-speed device number 4
May 12 03:12:00 harbour sshd[991]: Accepted publickey for lin from 192.0.2.7 port 51022
"""

CSV = """\
日期,渡口,班次,乘客
2026-05-11,北山,12,431
2026-05-11,南渡,7,"1,204"
2026-05-12,北山,12,398
"""
TSV = """\
harbour\thour\tboats
beishan\t6\t2
nandu\t8\t1
"""
INI = """\
; 时刻表
[table]
path = boats.csv
hours = 6-22

[web]
address = 127.0.0.1
port = 8080
"""
TOML = """\
[project]
name = "ferry"
version = "0.3.1"
dependencies = ["httpx>=0.27"]

[tool.ferry]
harbours = ["北山", "南渡"]  # 从北到南
"""
YAML = """\
# 时刻表
version: "3"
services:
  table:
    image: ferry/table:0.3
    ports:
      - "8080:80"
    environment:
      HARBOUR: 北山
"""
PROPERTIES = """\
# 时刻表
FERRY_HOME=/srv/ferry
FERRY_PORT=8080
FERRY_NAME=北山渡口
"""
JSON_LINES = """\
{"hour": 6, "harbour": "北山", "note": "<b>首班</b>"}
{"hour": 8, "harbour": "南渡"}
"""
SRT = """\
1
00:00:01,000 --> 00:00:03,500
昨天上午，渡口的水退了。

2
00:00:04,000 --> 00:00:07,200
船工说，再等两天就能开船。
"""
VTT = """\
WEBVTT

00:01.000 --> 00:03.500
The water is down.

00:04.000 --> 00:07.200
<v Ferryman>Two more days, and we can start.
"""
LYRICS = """\
[ti:渡口]
[00:01.20]昨天上午水退了
[00:05.80]船工说再等两天
[00:09.10]就能开船
"""
README = """\
# ferry

A small program that prints the timetable of a ferry. It reads a table of boats, and tells which of them leave today.

## Installation

```sh
pip install ferry
```

## Usage

Run `ferry today`, or `ferry --help` for the options.

## License

MIT
"""
CHINESE_README = """\
渡口时刻表
==========

[![build](http://ci.example/ferry.svg)](http://ci.example/ferry)

打印渡口时刻表的小程序。它读一张表，说出今天有哪些船。

安装
----

    $ pip install ferry

用法
----

运行 `ferry today`，选项见 `ferry --help`。
"""
MANUAL = """\
FERRY(1)                     User Commands                     FERRY(1)

NAME
       ferry - print the timetable of a ferry

SYNOPSIS
       ferry [OPTION]... [DAY]

DESCRIPTION
       Print the boats that leave on a day.

       -a, --all
              do not leave out what has no hour

SEE ALSO
       date(1)
"""
MANUAL_SOURCE = """\
.\\" Made by hand
.TH FERRY 1 2026-05-12 "ferry 0.3" "User Commands"
.SH NAME
ferry \\- print the timetable of a ferry
.SH DESCRIPTION
Print the boats that leave on a day.
"""
USAGE = """\
usage: ferry [-h] [--all] [--day DAY] harbour

Print the boats that leave on a day.

options:
  -h, --help  show this help message and exit
  --all       do not leave out what has no hour
  --day DAY   another day
"""
PEM = """\
-----BEGIN CERTIFICATE-----
MIIBszCCAVmgAwIBAgIUB1k3c0m1mHnS5T5b1d7s0q1k2fQwCgYIKoZIzj0EAwIw
LzELMAkGA1UEBhMCQ04xDjAMBgNVBAoMBUZlcnJ5MRAwDgYDVQQDDAdmZXJyeS5l
-----END CERTIFICATE-----
"""
BASE64 = """\
5pio5aSp5LiK5Y2I77yM5rih5Y+j55qE5rC06YCA5LqG44CC6Ii55bel6K+077yM5YaN562J5Lik
5aSp5bCx6IO95byA6Ii544CC5pio5aSp5LiK5Y2I77yM5rih5Y+j55qE5rC06YCA5LqG44CC6Ii5
5bel6K+077yM5YaN562J5Lik5aSp5bCx6IO95byA6Ii544CC
"""
CALENDAR = """\
BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
SUMMARY:首班船
DTSTART:20260512T060000
END:VEVENT
END:VCALENDAR
"""

OTHER_TEXTS = {
    "mail": (MAIL, "is-mail"),
    "mime mail": (MIME_MAIL, "is-mail"),
    "mbox": (MBOX, "is-mail"),
    "copied mail": (COPIED_MAIL, "is-mail"),
    "mhtml": (MHTML, "is-mhtml"),
    "rss": (RSS, "is-feed"),
    "atom": (ATOM, "is-feed"),
    "rdf": (RDF, "is-feed"),
    "opml": (OPML, "is-feed"),
    "sitemap": (SITEMAP, "is-feed"),
    "plist": (PLIST, "is-data"),
    "python": (PYTHON, "is-code"),
    "c": (C, "is-code"),
    "javascript": (JAVASCRIPT, "is-code"),
    "minified javascript": (MINIFIED, "is-code"),
    "rust": (RUST, "is-code"),
    "shell": (SHELL, "is-code"),
    "css": (CSS, "is-code"),
    "sql": (SQL, "is-code"),
    "diff": (DIFF, "is-code"),
    "latex": (LATEX, "is-code"),
    "log": (LOG, "is-log"),
    "access log": (ACCESS_LOG, "is-log"),
    "syslog": (SYSLOG, "is-log"),
    "csv": (CSV, "is-table"),
    "tsv": (TSV, "is-table"),
    "ini": (INI, "is-settings"),
    "toml": (TOML, "is-settings"),
    "yaml": (YAML, "is-settings"),
    "properties": (PROPERTIES, "is-settings"),
    "json lines": (JSON_LINES, "is-json"),
    "srt": (SRT, "is-subtitles"),
    "vtt": (VTT, "is-subtitles"),
    "lyrics": (LYRICS, "is-subtitles"),
    "readme": (README, "is-manual"),
    "chinese readme": (CHINESE_README, "is-manual"),
    "manual": (MANUAL, "is-manual"),
    "source of a manual": (MANUAL_SOURCE, "is-manual"),
    "usage": (USAGE, "is-manual"),
    "pem": (PEM, "is-encoded"),
    "base64": (BASE64, "is-encoded"),
    "calendar": (CALENDAR, "is-data"),
}

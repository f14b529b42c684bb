"""How an HTML page looks: on a screen in light or dark, on a phone, on A4 paper."""

STYLESHEET = """\
:root {
  color-scheme: light;
  --page: #ffffff;
  --text: #1c2024;
  --muted: #5a616a;
  --accent: #1d3f72;
  --rule: #cfd5dc;
  --band: #f2f4f7;
  --open: #fff0bf;
  --open-text: #664200;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark;
    --page: #15181c;
    --text: #e3e6ea;
    --muted: #a4acb6;
    --accent: #9cc2f5;
    --rule: #3b424c;
    --band: #1f242b;
    --open: #4a3a10;
    --open-text: #ffdf8c;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  max-width: 58rem;
  margin: 0 auto;
  padding: 2.5rem 1.25rem 4rem;
  background: var(--page);
  color: var(--text);
  font: 1rem/1.75 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif;
  line-break: strict;
  overflow-wrap: anywhere;
}
h1, h2, h3, caption { color: var(--accent); line-height: 1.4; text-align: left; }
h1 { margin: 0 0 .75rem; font-size: 1.75rem; text-align: center; text-wrap: balance; }
header p { margin: 0 0 1.5rem; color: var(--muted); font-size: .875rem; text-align: center; text-wrap: balance; }
h2 { margin: 2.5rem 0 1rem; padding-bottom: .3rem; border-bottom: 1px solid var(--rule); font-size: 1.3rem; }
h3 { margin: 1.75rem 0 .5rem; font-size: 1.1rem; }
p { margin: 0 0 .75rem; }
ol { margin: 0; padding-left: 2rem; }
li { margin-bottom: .6rem; }
li::marker { color: var(--muted); }
li p { margin: 0; color: var(--muted); font-size: .9375rem; }
mark { padding: .05em .1em; border-radius: .2em; background: var(--open); color: var(--open-text); }
sup { margin-left: .1em; color: var(--muted); font-size: .8em; font-weight: normal; line-height: 0; }
.short { white-space: nowrap; }
nav { padding: .5rem 1rem; background: var(--band); }
nav summary { cursor: pointer; }
nav ul { margin: .5rem 0 0; padding: 0; columns: 14rem; list-style: none; }
nav li { margin: 0; padding: .2rem 0; break-inside: avoid; }
a { color: var(--accent); }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
table { width: 100%; margin-bottom: 1.5rem; border-collapse: collapse; font-size: .9rem; line-height: 1.6; }
caption { padding-bottom: .4rem; font-weight: bold; }
th, td { padding: .45rem .5rem; border: 1px solid var(--rule); text-align: left; vertical-align: top; }
thead th { background: var(--band); }
tbody th { font-weight: normal; }
.room { height: 3rem; }
tr:has(.room) > * { vertical-align: middle; }
@media screen and (max-width: 48rem) {
  body { padding: 1.5rem 1rem 3rem; }
  h1 { font-size: 1.4rem; }
  ol { padding-left: 1.6rem; }
  table, caption, tbody, tr, tbody th, td { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { margin-bottom: .75rem; padding: .5rem .75rem; border: 1px solid var(--rule); border-radius: .4rem; }
  th, td { padding: .1rem 0; border: 0; }
  tbody th { font-weight: bold; }
  .short { white-space: normal; }
  .room { height: auto; }
  [data-heading]::before { content: attr(data-heading) "："; color: var(--muted); font-weight: normal; }
  [data-heading]::before { content: attr(data-heading) "：" / ""; }
  tr > :first-child:nth-last-child(2)::before, tr > :first-child:nth-last-child(2) + *::before { content: none; }
}
@media print {
  @page { size: A4; margin: 20mm 18mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 9pt; } }
  :root { --text: #000000; --muted: #404040; --accent: #000000; --rule: #808080; }
  body { max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.6; orphans: 2; widows: 2; }
  nav { display: none; }
  h1 { font-size: 18pt; }
  h2 { margin: 16pt 0 6pt; font-size: 14pt; }
  h3 { margin: 10pt 0 4pt; font-size: 12pt; }
  h1, h2, h3, caption, thead { break-after: avoid; }
  li, tr { break-inside: avoid; }
  header p, li p, table { font-size: 9pt; }
  thead { display: table-header-group; }
  th, td { padding: 3pt 4pt; }
  mark { padding: 0; border-bottom: 1pt solid #000000; }
}
"""

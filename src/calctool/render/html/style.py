"""How pages look, on screens light and dark, on telephones and on paper."""

STYLE = """
:root {
  --ink: #1d2733; --quiet: #5a6675; --rule: #d5dbe3; --page: #ffffff; --box: #eef4ff;
  --accent: #1f5fc4; --proved: #12703c; --doubt: #8a5200; --spot: #b4560f; --grid: #e9edf2;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e4e9ef; --quiet: #a0acba; --rule: #3a4552; --page: #14191f; --box: #1c2a40;
    --accent: #7fb0ff; --proved: #6fd39a; --doubt: #f0b95c; --spot: #f2a45c; --grid: #242c35;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--page); color: var(--ink);
  font: 1rem/1.5 system-ui, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC",
    sans-serif;
}
main { max-width: 54rem; margin: 0 auto; padding: 1.25rem 1rem 3rem; }
h1 { margin: 0 0 1rem; font: 600 1rem/1.4 ui-monospace, monospace; color: var(--quiet);
  overflow-wrap: anywhere; }
h2 { margin: 2rem 0 .6rem; font-size: 1.15rem; line-height: 1.4; text-align: start; }
caption h2, figcaption h2 { margin-top: 0; }
math { font-size: 1.1em; }
mo.prime { font-family: system-ui, sans-serif; }
msup > mo.prime { font-size: 1.1em; position: relative; top: .4em; }
.why math { font-size: 1.15em; }
mi.word { font-style: italic; }
mtd.case { text-align: start; padding-inline-end: 1em; }
.wide { overflow-x: auto; overflow-y: hidden; padding-block: .15rem; }
.why, .aside { color: var(--quiet); }
.mark { font-weight: 700; }
.proved .mark { color: var(--proved); }
.sampled .mark, .undecided .mark, .warning .mark, .refuted .mark { color: var(--doubt); }
.note .mark { color: var(--quiet); }

.facts { display: grid; grid-template-columns: fit-content(11rem) minmax(0, 1fr);
  gap: .35rem 1.25rem; margin: 1rem 0; align-items: baseline; }
.facts dt { grid-column: 1; font-weight: 600; color: var(--accent); }
.facts dd { grid-column: 2; margin: 0; min-width: 0; }
.facts .aside { margin-inline-start: 1.25rem; }
.facts .answer { padding: .5rem .9rem; background: var(--box);
  border-inline-start: .25rem solid var(--accent); border-radius: .2rem; }

.chain { margin: .5rem 0 1.25rem; padding: 0; list-style: none; counter-reset: line; }
.chain > li { display: grid; align-items: center; padding: .35rem 0;
  grid-template-columns: 1.6rem 1.4rem minmax(0, 3fr) minmax(0, 2fr) 1.4rem; gap: 0 .5rem;
  border-top: 1px solid var(--rule); }
.chain > li:first-child { border-top: 0; }
.chain > .line::before { counter-increment: line; content: counter(line); color: var(--quiet); }
.chain .sign { grid-column: 2; text-align: center; }
.chain .wide { grid-column: 3; }
.chain .why { grid-column: 4; font-size: .94em; }
.chain .mark { grid-column: 5; grid-row: 1; text-align: end; }
.chain .start .wide, .chain .long .wide { grid-column: 3 / 5; }
.chain .long .why { grid-column: 3 / 5; grid-row: 2; }

.scroll { overflow-x: auto; margin: 1.25rem 0; }
table { border-collapse: collapse; }
.grid th, .grid td { padding: .35rem .8rem; border-bottom: 1px solid var(--rule);
  text-align: start; word-break: keep-all; }
.grid th { border-bottom-width: 2px; }
.variation { border: 1px solid var(--quiet); text-align: center; white-space: nowrap; }
.variation th { padding: .35rem .9rem; font-weight: 600;
  border-inline-end: 1px solid var(--quiet); }
.variation td { padding: .35rem .55rem; }
.variation tr + tr > * { border-top: 1px solid var(--quiet); }
.variation .tall td { height: 6.4rem; }
.variation .top { vertical-align: top; }
.variation .middle { vertical-align: middle; }
.variation .bottom { vertical-align: bottom; }
.variation .arrow { color: var(--accent); font-size: 1.5em; padding-inline: .9rem; }
.variation td.break { padding-block: 0; }
.break > div { display: flex; justify-content: center; gap: .35rem; min-height: 2.2rem; }
.tall .break > div { height: 6.4rem; }
.break span { padding-block: .35rem; align-self: center; }
.break .side { flex: 1 1 0; min-width: .3rem; }
.break .side:first-child { text-align: end; }
.break .side:last-child { text-align: start; }
.break .top { align-self: flex-start; }
.break .bottom { align-self: flex-end; }
.break .bar { align-self: stretch; width: 4px; border: solid var(--ink); border-width: 0 1px; }
.break .jump { width: 0; border-width: 0 0 0 1px; border-style: dashed; }
.variation .gap { min-width: 3.5rem; print-color-adjust: exact; background:
  repeating-linear-gradient(135deg, var(--rule) 0 2px, transparent 2px 7px); }

figure { margin: 1.25rem 0; }
svg { display: block; width: 100%; max-width: 44rem; height: auto;
  font: 13px system-ui, sans-serif; }
svg .raster { stroke: var(--grid); }
svg .axis { stroke: var(--quiet); }
svg .pole { stroke: var(--quiet); stroke-dasharray: 5 4; }
svg :is(.graph, .derivative, .tangent, .secant, .level, .constraint, .set, .asymptote,
  .envelope, .approach, .second, .third, .fourth) {
  fill: none; stroke: var(--accent); stroke-width: 2; stroke-linejoin: round; }
svg .derivative { stroke: var(--proved); stroke-dasharray: 9 4; }
svg .tangent { stroke: var(--spot); stroke-dasharray: 12 3 2 3; }
svg .secant { stroke: var(--quiet); stroke-width: 1.5; stroke-dasharray: 3 4; }
svg .asymptote { stroke: var(--quiet); stroke-width: 1; stroke-dasharray: 5 4; }
svg .envelope { stroke: var(--proved); stroke-width: 1.2; stroke-dasharray: 6 4; }
svg .approach { stroke: var(--spot); stroke-width: 2.4; stroke-dasharray: 7 3; }
svg .head { fill: var(--spot); }
svg .second { stroke: var(--spot); stroke-dasharray: 7 3; }
svg .third { stroke: var(--proved); stroke-dasharray: 2 3; }
svg .fourth { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 10 3 2 3 2 3; }
svg .level { stroke: var(--quiet); stroke-width: 1.2; }
svg .constraint, svg .set { stroke-width: 2.6; }
svg .saddle { fill: none; stroke: var(--spot); stroke-width: 2.6; }
svg .spot { fill: var(--spot); stroke: var(--spot); stroke-width: 1.5; }
svg .open { fill: var(--page); }
svg .tick { fill: var(--quiet); }
svg .behind { fill: var(--page); }
svg .axis-name { fill: var(--ink); font-style: italic; }
svg .named { fill: var(--ink); }
svg .tag { fill: var(--quiet); font-size: 11px; stroke: var(--page); stroke-width: 3;
  paint-order: stroke; }
svg .label { fill: var(--ink); font-weight: 600; stroke: var(--page); stroke-width: 4;
  paint-order: stroke; }

.remark { display: grid; grid-template-columns: 1.4rem minmax(0, 1fr); margin: .4rem 0; }

@media (max-width: 40rem) {
  .variation td { padding-inline: .3rem; }
  .variation .arrow { padding-inline: .3rem; }
  .facts { display: block; }
  .facts dt { margin-top: .6rem; }
  .facts .aside { display: block; margin-inline-start: 0; }
  .chain > li { grid-template-columns: 1.3rem 1.2rem minmax(0, 1fr) 1.3rem; gap: 0 .3rem; }
  .chain .wide, .chain .start .wide, .chain .long .wide { grid-column: 3; }
  .chain .why, .chain .long .why { grid-column: 3; grid-row: 2; }
  .chain .mark { grid-column: 4; }
  figure { overflow-x: auto; }
  svg { min-width: 24rem; font-size: 16px; }
  svg .tag { font-size: 12px; }
}
@media print {
  main { max-width: none; padding: 0; }
  .chain > li, tr, figure, .remark { break-inside: avoid; }
  .wide, .scroll { overflow: visible; }
  h2 { break-after: avoid; }
}
"""

/** How the page looks: light and dark, wide and narrow, on screen and on paper. */
export const style = `
:root {
  color-scheme: light dark;
  --ground: #f6f7f9; --card: #fff; --ink: #1b1f24; --faint: #5b6570; --line: #dfe3e8; --focus: #2563eb; --hover: #eef1f5;
  --broken: #b42318; --not-checked: #8f5b00; --redirected: #1d5fbf; --healthy: #17723d;
  --broken-soft: #fdecea; --not-checked-soft: #fdf3dc; --redirected-soft: #e8f0fd; --healthy-soft: #e6f5ec;
  --bar-broken: #d92d20; --bar-not-checked: #e0a100; --bar-redirected: #4c8ff0; --bar-healthy: #3aa76d;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0f1216; --card: #181c22; --ink: #e6e9ed; --faint: #9aa5b1; --line: #2b323b; --focus: #7aa7ff; --hover: #222831;
    --broken: #ff9c92; --not-checked: #f2c04d; --redirected: #92bcff; --healthy: #74d29d;
    --broken-soft: #3b1a17; --not-checked-soft: #352808; --redirected-soft: #14274a; --healthy-soft: #0f2f1e;
    --bar-broken: #f0564a; --bar-not-checked: #d9a21b; --bar-redirected: #4c8ff0; --bar-healthy: #2f9960;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 8rem; }
body {
  margin: 0 auto; padding: 2rem clamp(1rem, 4vw, 3rem) 4rem; max-width: 90rem;
  background: var(--ground); color: var(--ink);
  font: 1rem/1.55 system-ui, 'Segoe UI', 'Hiragino Sans', 'Yu Gothic UI', Meiryo, 'Noto Sans CJK JP', 'Noto Sans JP', sans-serif;
  overflow-wrap: anywhere;
}
:lang(ja) body { word-break: auto-phrase; line-break: strict; }
h1 { margin: 0; font-size: clamp(1.5rem, 4vw, 2.1rem); line-height: 1.2; letter-spacing: -0.015em; }
h2 { margin: 0 0 .5rem; font-size: 1rem; }
p { margin: 0; }
a { color: inherit; text-decoration-color: var(--faint); text-underline-offset: .2em; }
a:hover { text-decoration-color: currentColor; }
button, input { font: inherit; color: inherit; }
button { cursor: pointer; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }

.portals { margin-top: .4rem; font-size: 1.05rem; }
.run { margin-top: .3rem; color: var(--faint); font-size: .9rem; }
.doubt { margin-top: 1rem; padding: .7rem 1rem; border-radius: .5rem; background: var(--not-checked-soft); border-left: 4px solid var(--bar-not-checked); }
.doubt.grave { background: var(--broken-soft); border-color: var(--bar-broken); } .doubt.grave p { font-weight: 600; }
.doubt ul { margin: .3rem 0 0; padding-left: 1.2rem; }
.well { margin-top: 2rem; padding: 3rem 1rem; text-align: center; font-size: 1.2rem; border-radius: .75rem; background: var(--card); }
.well.sure { background: var(--healthy-soft); color: var(--healthy); }

.glance { margin: 1.5rem 0; padding: 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; }
.bar { display: block; width: 100%; height: .8rem; border-radius: .25rem; background: var(--line); }
.bar .broken { fill: var(--bar-broken); } .bar .not-checked { fill: var(--bar-not-checked); }
.bar .redirected { fill: var(--bar-redirected); } .bar .healthy { fill: var(--bar-healthy); }
.glance dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(8.4rem, 40%), 1fr)); gap: 1rem .75rem; margin: 1.1rem 0 0; }
.figure dt { color: var(--faint); font-size: .85rem; }
.figure dt::before { content: ''; display: inline-block; width: .65em; height: .65em; margin-right: .45em; border-radius: 50%; background: var(--dot); }
.figure dd { margin: 0; }
.figure b { font-size: 1.7rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.figure dd span { color: var(--faint); font-size: .9rem; }
.figure.broken { --dot: var(--bar-broken); } .figure.not-checked { --dot: var(--bar-not-checked); }
.figure.redirected { --dot: var(--bar-redirected); } .figure.healthy { --dot: var(--bar-healthy); }
.figure.broken b { color: var(--broken); } .figure.zero b { color: var(--faint); font-weight: 500; }

.trend { margin: 1.5rem 0; padding: 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; }
.chart { display: block; width: calc(100% - 3.5rem); margin-left: 3.25rem; overflow: visible; font-size: .8rem; font-variant-numeric: tabular-nums; }
.chart svg { width: 100%; }
.chart text { fill: var(--faint); }
.chart .tick { text-anchor: end; dominant-baseline: central; } .chart .day { text-anchor: middle; }
.chart .first { text-anchor: start; } .chart .last { text-anchor: end; }
.chart .now { fill: var(--broken); font-size: 1.15rem; font-weight: 700; text-anchor: middle; paint-order: stroke; stroke: var(--card); stroke-width: 5px; stroke-linejoin: round; }
.chart .now.first { text-anchor: start; } .chart .now.last { text-anchor: end; }
.chart .grid { stroke: var(--line); }
.chart .gap { stroke: var(--faint); stroke-dasharray: 2 4; }
.chart polygon { fill: var(--bar-broken); fill-opacity: .1; }
.chart polyline { fill: none; stroke: var(--bar-broken); stroke-width: 2; stroke-linejoin: round; vector-effect: non-scaling-stroke; }
.chart circle { fill: var(--bar-broken); stroke: var(--card); stroke-width: 2; }
.chart .quiet { opacity: 0; } .chart g:hover .quiet { opacity: 1; }
.chart rect { fill: transparent; }
.chart g:hover rect { fill: var(--ink); fill-opacity: .06; }
.trend h2 { margin-bottom: 0; } .trend p { color: var(--faint); font-size: .9rem; }
.trend details { margin-top: .6rem; } .trend summary { color: var(--faint); font-size: .9rem; cursor: pointer; width: fit-content; }
.wide-table { overflow-x: auto; margin-top: .6rem; }
.trend table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
.trend th, .trend td { padding: .35rem 1.2rem .35rem 0; border-top: 1px solid var(--line); text-align: right; white-space: nowrap; }
.trend th:first-child, .trend .remark, .trend thead th:last-child { text-align: left; font-weight: 400; }
.trend thead th { border: 0; color: var(--faint); font-weight: 400; } .trend .remark { color: var(--faint); }

.changes { margin: 1.5rem 0; padding: .9rem 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; }
.changes summary { cursor: pointer; } .changes summary span { color: var(--faint); margin-left: .5rem; }
.changes p { margin: .6rem 0; color: var(--faint); font-size: .9rem; }
.changes table { width: 100%; border-collapse: collapse; font-size: .95rem; }
.changes th, .changes td { padding: .45rem .8rem .45rem 0; text-align: left; vertical-align: top; border-top: 1px solid var(--line); }
.changes th { color: var(--faint); font-weight: 600; } .changes .date { white-space: nowrap; font-variant-numeric: tabular-nums; }
.changes .new, .changes .localised, .changes .fixed { color: var(--healthy); } .changes .broke { color: var(--broken); }
.repaired ul { margin: .6rem 0 0; padding-left: 1.2rem; font-size: .95rem; overflow-wrap: anywhere; } .repaired i { color: var(--faint); font-style: normal; white-space: nowrap; }
.changes .moved, .changes .removed { color: var(--not-checked); } .changes .updated { color: var(--redirected); }
@media (max-width: 40rem) {
  .changes thead { position: absolute; clip-path: inset(50%); }
  .changes tr { display: block; padding: .5rem 0; border-top: 1px solid var(--line); } .changes td { display: block; padding: 0; border: 0; }
}

.tasks { margin: 1.5rem 0; padding: 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; }
.tasks h2 b { color: var(--broken); font-variant-numeric: tabular-nums; }
.tasks table { border-collapse: collapse; margin-top: .8rem; width: 100%; }
.tasks th, .tasks td { padding: .35rem .8rem .35rem 0; border-top: 1px solid var(--line); text-align: left; vertical-align: top; }
.tasks th { font-variant-numeric: tabular-nums; white-space: nowrap; }
@media (max-width: 40rem) { .tasks tr { display: block; padding: .4rem 0; border-top: 1px solid var(--line); } .tasks th, .tasks td { display: block; padding: 0; border: 0; } }
.tasks i { color: var(--broken); font-style: normal; font-size: .9rem; }

.found { margin-top: 2rem; } .found h2 { margin: 0; font-size: 1.2rem; } .found p { color: var(--faint); font-size: .9rem; }
.tools {
  position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .6rem 1rem; align-items: center;
  margin: 0 -.5rem; padding: .75rem .5rem; background: var(--ground);
}
#search { flex: 1 1 18rem; min-width: 0; padding: .5rem .8rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--card); }
#search::placeholder { color: var(--faint); opacity: 1; }
.chips { display: flex; flex-wrap: wrap; gap: .4rem; }
.chip { padding: .35rem .8rem; border: 1px solid var(--line); border-radius: 2rem; background: var(--card); font-size: .9rem; }
.chip:hover { background: var(--hover); }
.chip b { font-variant-numeric: tabular-nums; }
.chip[aria-pressed='true'] { background: var(--ink); border-color: var(--ink); color: var(--ground); }
#count { margin-left: auto; color: var(--faint); font-size: .9rem; min-width: 9rem; text-align: right; }

.columns { display: grid; grid-template-columns: minmax(14rem, 19rem) minmax(0, 1fr); gap: 1.5rem; align-items: start; }
.places { position: sticky; top: 4.5rem; max-height: calc(100vh - 5.5rem); overflow: auto; padding: 1rem .75rem; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; font-size: .9rem; }
.places h2 { padding-left: .35rem; }
.places ul { list-style: none; margin: 0; padding: 0; }
.places ul ul { margin-left: .85rem; border-left: 1px solid var(--line); padding-left: .15rem; }
.place { display: flex; align-items: start; }
.place button { border: 0; background: none; padding: .2rem .35rem; border-radius: .35rem; text-align: left; }
.place button:hover { background: var(--hover); }
.place .toggle { flex: none; width: 1.5rem; padding: .2rem 0; text-align: center; color: var(--faint); }
.place .toggle::before { content: '▸'; display: inline-block; }
.place .toggle[aria-expanded='true']::before { transform: rotate(90deg); }
.place .toggle:disabled { visibility: hidden; }
.place .name { flex: 1; display: flex; gap: .5rem; justify-content: space-between; min-width: 0; }
.place .name[aria-pressed='true'] { background: var(--hover); font-weight: 600; box-shadow: inset 3px 0 var(--focus); }
.tally { flex: none; font-variant-numeric: tabular-nums; color: var(--faint); }
.tally.broken { color: var(--broken); font-weight: 600; } .tally.not-checked { color: var(--not-checked); }

.finding { margin-bottom: .6rem; background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--edge); border-radius: .6rem; content-visibility: auto; contain-intrinsic-size: auto 7rem; }
.finding.broken { --edge: var(--bar-broken); --soft: var(--broken-soft); --text: var(--broken); }
.finding.not-checked { --edge: var(--bar-not-checked); --soft: var(--not-checked-soft); --text: var(--not-checked); }
.finding.redirected { --edge: var(--bar-redirected); --soft: var(--redirected-soft); --text: var(--redirected); }
.finding.healthy { --edge: var(--bar-healthy); --soft: var(--healthy-soft); --text: var(--healthy); }
.finding summary { display: grid; grid-template-columns: 7rem minmax(0, 1fr) auto; gap: .1rem .8rem; padding: .8rem 1rem; cursor: pointer; list-style: none; border-radius: .5rem; }
.finding summary::-webkit-details-marker { display: none; }
.finding summary:hover { background: var(--hover); }
.outcome { grid-row: span 3; place-self: start; min-width: 3.4rem; padding: .1rem .5rem; border-radius: .35rem; background: var(--soft); color: var(--text); font-size: .9rem; font-weight: 700; text-align: center; font-variant-numeric: tabular-nums; }
.name-of { font-weight: 600; }
.trail { color: var(--faint); font-size: .9rem; grid-column: 2 / -1; }
.reason { grid-column: 2 / -1; }
.links { color: var(--faint); font-size: .85rem; white-space: nowrap; }
.tag { display: inline-block; margin-left: .15rem; padding: 0 .45rem; border: 1px solid var(--line); border-radius: .3rem; font-size: .8rem; font-weight: 500; color: var(--faint); }
.more { padding: .2rem 1rem 1rem; border-top: 1px solid var(--line); font-size: .92rem; }
.more dl { display: grid; grid-template-columns: minmax(7rem, 11rem) minmax(0, 1fr); gap: .4rem 1rem; margin: .8rem 0 0; }
.more dt { color: var(--faint); }
.more dd { margin: 0; }
.more ul { margin: 0; padding: 0; list-style: none; }
.more code { font: .9em/1.5 ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace; }
.empty { padding: 3rem 1rem; text-align: center; color: var(--faint); }
.wide { display: block; width: 100%; margin-top: 1rem; padding: .7rem; border: 1px solid var(--line); border-radius: .6rem; background: var(--card); }
.wide:hover { background: var(--hover); }
footer { margin-top: 3rem; color: var(--faint); font-size: .85rem; display: flex; flex-wrap: wrap; gap: .3rem 2rem; justify-content: space-between; }

@media screen and (max-width: 52rem) {
  body { padding-top: 1.25rem; }
  .columns { grid-template-columns: minmax(0, 1fr); gap: 1rem; }
  .tools, .places { position: static; }
  .places { max-height: 16rem; }
  #count { margin-left: 0; text-align: left; }
  .more dl { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .more dd { margin-bottom: .6rem; }
  .finding summary { grid-template-columns: minmax(0, 1fr) auto; padding: .7rem .8rem; }
  .outcome { grid-row: auto; margin-bottom: .2rem; } .links { grid-area: 1 / 2; } .name-of, .trail, .reason { grid-column: 1 / -1; }
  .keys, .day.between { display: none; }
}
@media print {
  :root { color-scheme: light; --ground: #fff; --card: #fff; --ink: #000; --faint: #444; --line: #bbb; --broken: #a11; --not-checked: #740; --redirected: #14a; --healthy: #163; --broken-soft: #fff; --not-checked-soft: #fff; --redirected-soft: #fff; --healthy-soft: #fff; }
  html { font-size: 9pt; }
  body { padding: 0; max-width: none; }
  .tools, .places, .keys, .wide, .trend details { display: none; }
  .columns { display: block; }
  .finding { content-visibility: visible; break-inside: avoid; }
  * { print-color-adjust: exact; }
}
@media (forced-colors: active) { .chart polyline, .chart circle { stroke: CanvasText; } .bar rect { stroke: CanvasText; } .chip[aria-pressed='true'] { forced-color-adjust: none; } }
`;

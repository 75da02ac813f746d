import { createHash } from "node:crypto";

/** The look of an exported page: any width, light and dark, on paper. Asks for nothing from anywhere. */
export const style = `
:root {
  color-scheme: light dark;
  --text: light-dark(#1d1c1a, #e8e6e1);
  --quiet: light-dark(#5c5850, #aaa59b);
  --ground: light-dark(#ffffff, #1b1b1a);
  --line: light-dark(#d6d2ca, #45433f);
  --accent: light-dark(#1d4f91, #93bdf0);
  --warning: light-dark(#8f2d12, #f3a58c);
}
body {
  margin: 0 auto;
  max-width: 46rem;
  padding: 2rem 1.25rem;
  background: var(--ground);
  color: var(--text);
  font: 1rem/1.55 "Source Serif 4", "Iowan Old Style", Georgia, "Noto Serif", serif;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
}
h1, h2, h3, h4 { line-height: 1.25; margin: 1.8em 0 0.5em; }
h1 { margin-top: 0; }
p { margin: 0.5em 0; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
nav ol { list-style: none; padding: 0; }
blockquote {
  margin: 1em 0 0.3em;
  padding-inline-start: 1em;
  border-inline-start: 3px solid var(--accent);
}
.grade, .ways-back, dt { color: var(--quiet); }
.grade { margin-top: 0; font-size: 0.9em; }
.unverified, .warnings {
  margin: 1em 0;
  padding: 0.1em 1em;
  border: 2px solid var(--warning);
}
sup { line-height: 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.1em 1em; }
dd { margin: 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; overflow-wrap: normal; }
th, td { border: 1px solid var(--line); padding: 0.3em 0.6em; text-align: start; vertical-align: top; }
.signs th, .signs td { text-align: center; }
.signs tbody th, .signs th:first-child { text-align: start; font-weight: inherit; min-width: 14rem; }
code { font: 0.9em ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; }
figure { margin: 1em 0; }
img { max-width: 100%; height: auto; }
figcaption { color: var(--quiet); font-size: 0.9em; }
pre { padding: 0.6em 0.8em; border: 1px solid var(--line); overflow-x: auto; overflow-wrap: normal; white-space: pre; }
li > ul, li > ol { margin: 0; }
li > p { margin: 0.2em 0; }
.spoken {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
@page { size: A4; margin: 2cm; }
@media print {
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  a { color: inherit; text-decoration: none; }
  nav, .ways-back { display: none; }
  h1, h2, h3, h4 { break-after: avoid; }
  blockquote, .unverified, figure, tr, li { break-inside: avoid; }
  thead { display: table-header-group; }
  .wide { overflow: visible; }
  pre { overflow: visible; white-space: pre-wrap; }
}
`;

/** A Content Security Policy, level 3: this one style, pictures that stand in the page itself, and nothing else whatever. */
export const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

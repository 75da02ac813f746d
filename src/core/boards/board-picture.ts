import { toXml } from "xast-util-to-xml";
import { x } from "xastscript";

import { boundsOf } from "#contract/board-geometry";
import type { Rect } from "#contract/board-geometry";
import { pathOfLink } from "#contract/link-path";

import type { BoardContent, DrawnCard, DrawnLink } from "./board-content.ts";
import { widthOf, wrapWords } from "./wrap-words.ts";

type Element = ReturnType<typeof x>;

export type BoardPicture = {
  readonly svg: string;
  /** Pixels at zoom 1. */
  readonly width: number;
  readonly height: number;
};

const marginPx = 24;
const paddingPx = 12;
/** Of a note on a line: two lines of it, as wide as fits between cards that were laid out. */
const widestNotePx = 160;
const interfaceFont = "Inter, system-ui, 'Noto Sans', Arial, sans-serif";
const readingFont = "'Source Serif 4', Georgia, 'Noto Serif', serif";

/** The colours of the page's light look: a picture is printed and pasted into white documents. */
const ink = "#1d1b19";
const inkSoft = "#5a554e";
const colours = {
  supports: "#1c6b3c",
  disputes: "#a8281f",
  qualifies: "#875400",
  mentions: "#5d5850",
};

const looks: Record<
  DrawnCard["kind"],
  { fill: string; stroke: string; font: string; weight: number; sizePx: number; linePx: number }
> = {
  claim: {
    fill: "#ffffff",
    stroke: "#8d877d",
    font: interfaceFont,
    weight: 600,
    sizePx: 13.5,
    linePx: 19,
  },
  quote: {
    fill: "#ffffff",
    stroke: "#dfdad0",
    font: readingFont,
    weight: 400,
    sizePx: 14.5,
    linePx: 21.5,
  },
  article: {
    fill: "#fdfcf9",
    stroke: "#dfdad0",
    font: interfaceFont,
    weight: 400,
    sizePx: 13.5,
    linePx: 19,
  },
  note: {
    fill: "#fbf1d9",
    stroke: "#e2d3ab",
    font: interfaceFont,
    weight: 400,
    sizePx: 13.5,
    linePx: 19,
  },
  group: {
    fill: "#faf9f5",
    stroke: "#b6b0a5",
    font: interfaceFont,
    weight: 600,
    sizePx: 13.5,
    linePx: 19,
  },
};

const lineLooks: Record<DrawnLink["type"], { sign: string; colour: string }> = {
  supports: { sign: "+", colour: colours.supports },
  disputes: { sign: "−", colour: colours.disputes },
  contradicts: { sign: "−", colour: colours.disputes },
  qualifies: { sign: "≈", colour: colours.qualifies },
  refines: { sign: "≈", colour: colours.qualifies },
  mentions: { sign: "·", colour: colours.mentions },
  "depends on": { sign: "←", colour: colours.mentions },
};

/**
 * A board as one SVG 1.1 picture: no script, no link, no font or image from anywhere. Words that do not fit
 * a card end in …; `title` and `desc` say in words what is drawn.
 */
export function boardInSvg(content: BoardContent): BoardPicture {
  const { board, cards, links } = content;
  const bounds = boundsOf(cards.map(({ rect }) => rect)) ?? { x: 0, y: 0, width: 480, height: 120 };
  const [width, height] = [bounds.width, bounds.height].map((side) =>
    Math.ceil(side + 2 * marginPx),
  ) as [number, number];
  const rectOf = new Map(cards.map(({ id, rect }) => [id, rect]));
  const picture = x(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height,
      viewBox: `${Math.floor(bounds.x - marginPx)} ${Math.floor(bounds.y - marginPx)} ${width} ${height}`,
      role: "img",
      "font-family": interfaceFont,
    },
    x("title", plain(board.title)),
    x("desc", plain(description(content))),
    x("rect", {
      x: Math.floor(bounds.x - marginPx),
      y: Math.floor(bounds.y - marginPx),
      width,
      height,
      fill: "#ffffff",
    }),
    cards.filter(({ kind }) => kind === "group").map(cardInSvg),
    links.flatMap((link) => lineInSvg(link, rectOf)),
    cards.filter(({ kind }) => kind !== "group").map(cardInSvg),
    links.flatMap((link) => wordInSvg(link, rectOf)),
  );
  // The writer leaves the end of a CDATA section as it is, which text may not hold: https://www.w3.org/TR/xml/#syntax
  const xml = toXml(picture).replaceAll("]]>", "]]&gt;");
  return { svg: `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`, width, height };
}

function cardInSvg({ kind, rect, text, foot }: DrawnCard): Element {
  const { fill, stroke, font, weight, sizePx, linePx } = looks[kind];
  const widthPx = rect.width - 2 * paddingPx;
  const footPx = foot === "" ? 0 : 22;
  const room = rect.height - 2 * paddingPx - footPx;
  const lines = wrapWords(plain(text), {
    widthPx,
    sizePx,
    maxLines: kind === "group" ? 1 : Math.max(1, Math.floor(room / linePx)),
  });
  const foots = wrapWords(plain(foot), { widthPx, sizePx: 12, maxLines: 1 });
  return x(
    "g",
    {}, // without it the next element would be taken for attributes
    x("rect", { ...rect, rx: kind === "group" ? 8 : 4, fill, stroke }),
    lines.map((line, index) =>
      textAt(line, rect, rect.y + paddingPx + sizePx + index * linePx, {
        "font-family": font,
        "font-weight": weight,
        "font-size": sizePx,
        fill: kind === "group" ? inkSoft : ink,
      }),
    ),
    foot === ""
      ? []
      : textAt(foots[0] ?? "", rect, rect.y + rect.height - paddingPx, {
          "font-size": 12,
          fill: inkSoft,
        }),
  );
}

/** Right-to-left text begins at the right edge. */
function textAt(
  line: string,
  rect: Rect,
  y: number,
  attributes: Record<string, string | number>,
): Element {
  const isRightToLeft = startsRightToLeft(line);
  return x(
    "text",
    {
      x: isRightToLeft ? rect.x + rect.width - paddingPx : rect.x + paddingPx,
      y,
      ...(isRightToLeft ? { direction: "rtl" } : {}),
      ...attributes,
    },
    line,
  );
}

function lineInSvg(link: DrawnLink, rects: ReadonlyMap<string, Rect>): Element[] {
  const path = pathOf(link, rects);
  const { colour } = lineLooks[link.type];
  return path === null
    ? []
    : [
        x("path", {
          d: path.line,
          fill: "none",
          stroke: colour,
          "stroke-width": link.kind === "relation" ? 2 : 1.25,
          ...(link.type === "depends on" ? { "stroke-dasharray": "6 4" } : {}),
        }),
        x("path", { d: path.head, fill: colour }),
      ];
}

function wordInSvg(link: DrawnLink, rects: ReadonlyMap<string, Rect>): Element[] {
  const path = pathOf(link, rects);
  if (path === null) {
    return [];
  }
  const { sign, colour } = lineLooks[link.type];
  const word = `${sign} ${link.type}`;
  const notes =
    link.note.trim() === ""
      ? []
      : wrapWords(plain(link.note), { widthPx: widestNotePx, sizePx: 12, maxLines: 2 });
  const lines = [{ text: word, colour }, ...notes.map((text) => ({ text, colour: inkSoft }))];
  const width = Math.max(...lines.map(({ text }) => widthOf(text, 12))) + 8;
  const height = 2 + 16 * lines.length;
  const { x: centre, y } = path.label;
  return [
    x(
      "g",
      {},
      x("rect", {
        x: centre - width / 2,
        y: y - height / 2,
        width,
        height,
        rx: 4,
        fill: "#ffffff",
      }),
      lines.map((line, index) =>
        x(
          "text",
          {
            x: centre,
            y: y - height / 2 + 13 + 16 * index,
            "text-anchor": "middle",
            "font-size": 12,
            fill: line.colour,
            ...(startsRightToLeft(line.text) ? { direction: "rtl" } : {}),
          },
          line.text,
        ),
      ),
    ),
  ];
}

function pathOf({ from, to, kind }: DrawnLink, rects: ReadonlyMap<string, Rect>) {
  const [start, end] = [rects.get(from), rects.get(to)];
  return start === undefined || end === undefined
    ? null
    : pathOfLink(start, end, kind === "evidence" ? { labelAt: 0.38 } : { mayArc: true });
}

/** What the board says, for those who do not see it and for files that cannot show it. */
export function description({ cards, links }: BoardContent): string {
  const byId = new Map(cards.map((card) => [card.id, card]));
  const sentences = links.flatMap(({ from, to, type, note }) => {
    const [start, end] = [byId.get(from), byId.get(to)];
    return start === undefined || end === undefined
      ? []
      : [
          `${start.text} (${start.foot}) ${type}: ${end.text}.${note.trim() === "" ? "" : ` Note: ${note}.`}`,
        ];
  });
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]));
  const loose = cards
    .filter(({ id, kind, text }) => kind !== "group" && !linked.has(id) && text.trim() !== "")
    .map(({ text }) => `${text}.`);
  return [...sentences, ...loose].join(" ").replaceAll(/\s+/gu, " ");
}

/** XML 1.0 cannot hold other control characters, however they are written: https://www.w3.org/TR/xml/#charsets */
function plain(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD");
}

/** By the first letter that has a direction: https://www.unicode.org/reports/tr9/#P2 */
function startsRightToLeft(text: string): boolean {
  const [letter] = /\p{L}/u.exec(text) ?? [];
  return (
    letter !== undefined &&
    /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(
      letter,
    )
  );
}

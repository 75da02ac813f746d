import type { BoardContent, DrawnCard, DrawnLink } from "./board-content.ts";

/** A preset colour of JSON Canvas: "1" red, "4" green, "3" yellow. */
const colourOf: Partial<Record<DrawnLink["type"], string>> = {
  supports: "4",
  disputes: "1",
  contradicts: "1",
  qualifies: "3",
  refines: "3",
};

/**
 * A board as JSON Canvas 1.0 (https://jsoncanvas.org/spec/1.0/), which Obsidian and others open. Places are
 * whole board pixels. A line's type is its label, and stances have colours. Cards are text nodes in Markdown,
 * because the articles are in the project and not files beside the canvas.
 */
export function boardInJsonCanvas({ cards, links }: BoardContent): string {
  const canvas = {
    nodes: cards.map((card) => ({
      id: card.id,
      ...(card.kind === "group"
        ? { type: "group", label: card.text }
        : { type: "text", text: textOf(card) }),
      x: Math.round(card.rect.x),
      y: Math.round(card.rect.y),
      width: Math.round(card.rect.width),
      height: Math.round(card.rect.height),
    })),
    edges: links.map(({ id, from, to, type, note }) => {
      const color = colourOf[type];
      return {
        id,
        fromNode: from,
        toNode: to,
        toEnd: "arrow",
        label: note.trim() === "" ? type : `${type}: ${note.trim()}`,
        ...(color === undefined ? {} : { color }),
      };
    }),
  };
  return `${JSON.stringify(canvas, null, 2)}\n`;
}

function textOf({ kind, text, foot }: DrawnCard): string {
  const words = escaped(text);
  const lines = kind === "claim" ? `**${words}**` : kind === "quote" ? `> ${words}` : words;
  return foot === "" ? lines : `${lines}\n\n${escaped(foot)}`;
}

/** Words that stay words in Markdown, on one line: a quote's line ends would end its block. */
function escaped(text: string): string {
  return text
    .replaceAll(/\s+/gu, " ")
    .trim()
    .replaceAll(/[\\`*_{}[\]()#+\-.!|<>~^$=%&]/gu, String.raw`\$&`);
}

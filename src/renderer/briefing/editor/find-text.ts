import { $createRangeSelection, $getRoot, $isElementNode, $isTextNode } from "lexical";
import type { ElementNode, LexicalEditor, LexicalNode, TextNode } from "lexical";

type Point = { readonly node: TextNode; readonly offset: number };
/** A stretch of typed text, which may begin and end in differently set words. */
export type Match = { readonly from: Point; readonly to: Point };

/** Where the typed text has the term, whatever its case; citations are not the briefing's to change. */
export function $findInText(term: string): Match[] {
  const wanted = term.toLowerCase();
  return wanted === "" ? [] : textGroups($getRoot()).flatMap((nodes) => matchesIn(nodes, wanted));
}

export function $replaceMatch({ from, to }: Match, replacement: string): void {
  const selection = $createRangeSelection();
  selection.anchor.set(from.node.getKey(), from.offset, "text");
  selection.focus.set(to.node.getKey(), to.offset, "text");
  selection.insertText(replacement);
}

/** Paints all matches and the current one, which is scrolled to; no element is changed. */
export function paintMatches(
  editor: LexicalEditor,
  matches: readonly Match[],
  current: number,
): void {
  const ranges = matches.flatMap((match) => {
    const start = textOf(editor, match.from.node);
    const end = textOf(editor, match.to.node);
    if (start === null || end === null) {
      return [];
    }
    const range = new Range();
    range.setStart(start, Math.min(match.from.offset, start.length));
    range.setEnd(end, Math.min(match.to.offset, end.length));
    return [range];
  });
  CSS.highlights.set("briefing-find", new Highlight(...ranges));
  const range = ranges[current];
  CSS.highlights.set(
    "briefing-find-current",
    new Highlight(...(range === undefined ? [] : [range])),
  );
  range?.startContainer.parentElement?.scrollIntoView({ block: "nearest" });
}

/** Runs of text nodes that stand side by side: a match may cross from one to the next. */
function textGroups(element: ElementNode): TextNode[][] {
  const groups: TextNode[][] = [];
  let open: TextNode[] = [];
  const end = () => {
    if (open.length > 0) {
      groups.push(open);
      open = [];
    }
  };
  const visit = (node: LexicalNode) => {
    if ($isTextNode(node)) {
      open.push(node);
    } else if ($isElementNode(node) && node.isInline()) {
      node.getChildren().forEach(visit);
    } else {
      end();
      if ($isElementNode(node)) {
        node.getChildren().forEach(visit);
        end();
      }
    }
  };
  element.getChildren().forEach(visit);
  end();
  return groups;
}

function matchesIn(nodes: readonly TextNode[], wanted: string): Match[] {
  const whole = nodes.map((node) => node.getTextContent()).join("");
  const folded = whole.toLowerCase();
  // In a few scripts lower case is longer; then only the exact case is found, at its right place.
  const text = folded.length === whole.length ? folded : whole;
  const matches: Match[] = [];
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) {
    const from = pointAt(nodes, at, "start");
    const to = pointAt(nodes, at + wanted.length, "end");
    if (from !== null && to !== null) {
      matches.push({ from, to });
    }
  }
  return matches;
}

function pointAt(nodes: readonly TextNode[], offset: number, side: "start" | "end"): Point | null {
  let rest = offset;
  for (const node of nodes) {
    const size = node.getTextContentSize();
    if (side === "start" ? rest < size : rest <= size) {
      return { node, offset: rest };
    }
    rest -= size;
  }
  return null;
}

function textOf(editor: LexicalEditor, node: TextNode): Text | null {
  let element: Node | null = editor.getElementByKey(node.getKey());
  while (element !== null && !(element instanceof Text)) {
    element = element.firstChild;
  }
  return element;
}

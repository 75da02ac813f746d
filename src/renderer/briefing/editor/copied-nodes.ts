import type { LexicalEditor } from "lexical";
import { z } from "zod";

import { Citation } from "#contract/briefing";

import { Figure } from "./figure-node.tsx";

type CopiedNode = { readonly type: string; readonly children?: readonly unknown[] | undefined };

const CopiedNode: z.ZodType<CopiedNode> = z.looseObject({
  type: z.string(),
  children: z.array(z.unknown()).optional(),
});

/** Deeper than any text that can be written here. */
const maxDepth = 100;

/**
 * Whether the editor's own clipboard format holds only what this editor can take back. Another page can put
 * anything under its name.
 */
export function isCopiedHere(editor: LexicalEditor, json: string): boolean {
  try {
    const { namespace, nodes } = z
      .looseObject({ namespace: z.string(), nodes: z.array(z.unknown()) })
      .parse(JSON.parse(json));
    return (
      namespace === editor._config.namespace && nodes.every((node) => isWhole(editor, node, 0))
    );
  } catch {
    return false; // not JSON, or not of that shape
  }
}

function isWhole(editor: LexicalEditor, node: unknown, depth: number): boolean {
  const parsed = CopiedNode.safeParse(node);
  if (!parsed.success || !editor._nodes.has(parsed.data.type) || depth > maxDepth) {
    return false;
  }
  const { type, children } = parsed.data;
  if (type === "citation") {
    return z.looseObject({ citation: Citation }).safeParse(node).success;
  }
  if (type === "figure") {
    return z.looseObject({ figure: Figure }).safeParse(node).success;
  }
  return (children ?? []).every((child) => isWhole(editor, child, depth + 1));
}

import { DecoratorNode } from "lexical";
import type { LexicalNode, NodeKey, SerializedLexicalNode, Spread } from "lexical";
import type { ReactNode } from "react";
import { z } from "zod";

import { BoardId } from "#contract/ids";

import { FigureView } from "../figure-view.tsx";

/** What the project draws: the table of claims and sources, that of competing hypotheses, or a board. */
export const Figure = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("matrix"), boardId: BoardId.nullable() }),
  z.strictObject({ kind: z.literal("ach") }),
  z.strictObject({ kind: z.literal("board"), boardId: BoardId }),
]);
export type Figure = z.infer<typeof Figure>;

type SerializedFigure = Spread<{ figure: unknown }, SerializedLexicalNode>;

export class FigureNode extends DecoratorNode<ReactNode> {
  __figure: Figure;

  static override getType(): string {
    return "figure";
  }

  static override clone(node: FigureNode): FigureNode {
    return new FigureNode(node.__figure, node.__key);
  }

  static override importJSON(serialized: SerializedFigure): FigureNode {
    return new FigureNode(Figure.parse(serialized.figure));
  }

  constructor(figure: Figure, key?: NodeKey) {
    super(key);
    this.__figure = figure;
  }

  override exportJSON(): SerializedFigure {
    return { ...super.exportJSON(), figure: this.__figure };
  }

  override createDOM(): HTMLElement {
    return document.createElement("div");
  }

  override updateDOM(): false {
    return false;
  }

  override isInline(): false {
    return false;
  }

  override isKeyboardSelectable(): true {
    return true;
  }

  getFigure(): Figure {
    return this.getLatest().__figure;
  }

  override decorate(): ReactNode {
    return <FigureView nodeKey={this.__key} figure={this.__figure} />;
  }
}

export function $createFigureNode(figure: Figure): FigureNode {
  return new FigureNode(figure);
}

export function $isFigureNode(node: LexicalNode | null | undefined): node is FigureNode {
  return node instanceof FigureNode;
}

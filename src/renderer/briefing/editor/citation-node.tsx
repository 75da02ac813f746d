import { DecoratorNode } from "lexical";
import type {
  DOMExportOutput,
  LexicalEditor,
  LexicalNode,
  NodeKey,
  SerializedLexicalNode,
  Spread,
} from "lexical";
import type { ReactNode } from "react";

import { Citation } from "#contract/briefing";

import { CitationView } from "../citation-view.tsx";

type SerializedCitation = Spread<{ citation: unknown }, SerializedLexicalNode>;

/** A claim, quote or article within a line. What it shows comes from the project, not from the text. */
export class CitationNode extends DecoratorNode<ReactNode> {
  __citation: Citation;

  static override getType(): string {
    return "citation";
  }

  static override clone(node: CitationNode): CitationNode {
    return new CitationNode(node.__citation, node.__key);
  }

  /** What comes by the clipboard was looked at before; see copied-nodes.ts. */
  static override importJSON(serialized: SerializedCitation): CitationNode {
    return new CitationNode(Citation.parse(serialized.citation));
  }

  constructor(citation: Citation, key?: NodeKey) {
    super(key);
    this.__citation = citation;
  }

  override exportJSON(): SerializedCitation {
    return { ...super.exportJSON(), citation: this.__citation };
  }

  /** For other programs: the words as they are seen. */
  override exportDOM(editor: LexicalEditor): DOMExportOutput {
    const element = document.createElement("span");
    const shown = editor.getElementByKey(this.__key)?.textContent ?? "";
    element.textContent = shown === "" ? this.getTextContent() : shown;
    return { element };
  }

  override createDOM(): HTMLElement {
    return document.createElement("span");
  }

  override updateDOM(): false {
    return false;
  }

  override isInline(): true {
    return true;
  }

  override isKeyboardSelectable(): true {
    return true;
  }

  override getTextContent(): string {
    const { kind, words } = this.__citation;
    return kind === "quote" ? `“${words}”` : words;
  }

  getCitation(): Citation {
    return this.getLatest().__citation;
  }

  setCitation(citation: Citation): void {
    this.getWritable().__citation = citation;
  }

  override decorate(): ReactNode {
    return <CitationView nodeKey={this.__key} citation={this.__citation} />;
  }
}

export function $createCitationNode(citation: Citation): CitationNode {
  return new CitationNode(citation);
}

export function $isCitationNode(node: LexicalNode | null | undefined): node is CitationNode {
  return node instanceof CitationNode;
}

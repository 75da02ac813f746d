import { useReactFlow } from "@xyflow/react";
import { Trash2 } from "lucide-react";
import { useRef } from "react";

import type { Rect } from "#contract/board-geometry";
import type { Stance } from "#contract/claim";
import { pathOfLink } from "#contract/link-path";

import { stances, stanceWords } from "../claims/stance-words.ts";
import { useCommand } from "../state/use-command.ts";
import { announce } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import { linkBetween, shortened, textOfCard } from "./board-facts.ts";
import type { BoardLink, CardFacts } from "./board-facts.ts";
import { closePanel } from "./board-state.ts";
import type { BoardPanel } from "./board-state.ts";
import { FloatingPanel } from "./floating-panel.tsx";
import { LinkChoice } from "./link-choice.tsx";
import { optionsOf, rectOfNode } from "./link-edge.tsx";
import { relationTypes, relationWords } from "./relation-words.ts";
import { TypeChoice } from "./type-choice.tsx";

import styles from "./link-panels.module.css";

/** Where the word of the line between two cards stands, in board pixels. */
function useMiddleOf(fromId: string, toId: string, link?: BoardLink): Rect {
  const { getInternalNode } = useReactFlow();
  const from = rectOfNode(getInternalNode(fromId));
  const to = rectOfNode(getInternalNode(toId));
  const { x, y } =
    from === null || to === null
      ? { x: 0, y: 0 }
      : pathOfLink(from, to, link === undefined ? {} : optionsOf(link)).label;
  return { x: x - 10, y: y - 10, width: 20, height: 20 };
}

/** Changes a line's type and note, or removes it: the fact behind it changes, everywhere. */
export function LinkPanel({ link, from, to }: { link: BoardLink; from: CardFacts; to: CardFacts }) {
  const run = useCommand();
  const anchor = useMiddleOf(link.from, link.to, link);
  const remove = async () => {
    const removed =
      link.kind === "evidence"
        ? await run("evidence.unlink", { evidenceIds: [link.evidence.id] })
        : await run("relation.remove", { relationId: link.relation.id });
    if (removed !== null) {
      announce("Link removed");
      closePanel();
    }
  };
  return (
    <FloatingPanel
      title={link.kind === "evidence" ? "Evidence" : "Relation"}
      anchor={anchor}
      tools={
        <Button label="Remove link" icon={<Trash2 />} kind="danger" onPress={() => void remove()} />
      }
    >
      <p className={styles.sentence}>
        <span dir="auto">{shortened(textOfCard(from), 70)}</span>
        <span className={styles.arrow} aria-label="to">
          →
        </span>
        <span dir="auto">{shortened(textOfCard(to), 70)}</span>
      </p>
      {link.kind === "evidence" ? (
        <TypeChoice
          label="Stance"
          types={stances}
          words={stanceWords}
          chosen={link.type}
          takesFocus
          onChoose={(stance) => {
            void run("evidence.change", { evidenceId: link.evidence.id, stance });
          }}
        />
      ) : (
        <TypeChoice
          label="Type of relation"
          types={relationTypes}
          words={relationWords}
          chosen={link.type}
          takesFocus
          onChoose={(type) => {
            void run("relation.change", { relationId: link.relation.id, type });
          }}
        />
      )}
      <LinkNote
        key={link.id}
        note={link.kind === "evidence" ? link.evidence.note : link.relation.note}
        onSave={(note) => {
          void (link.kind === "evidence"
            ? run("evidence.change", { evidenceId: link.evidence.id, note })
            : run("relation.change", { relationId: link.relation.id, note }));
        }}
      />
    </FloatingPanel>
  );
}

function LinkNote({ note, onSave }: { note: string; onSave: (note: string) => void }) {
  const cancelled = useRef(false);
  return (
    <label className={styles.note}>
      <span className="visually-hidden">Note on this link</span>
      <textarea
        dir="auto"
        rows={1}
        defaultValue={note}
        placeholder="Note"
        onKeyDown={(event) => {
          cancelled.current = event.key === "Escape";
        }}
        onBlur={(event) => {
          if (!cancelled.current && event.target.value !== note) {
            onSave(event.target.value);
          }
        }}
      />
    </label>
  );
}

/** Asks how two cards are linked, at the middle of the line that was dragged between them. */
export function NewLinkPanel({ a, b }: { a: CardFacts; b: CardFacts }) {
  const anchor = useMiddleOf(a.card.id, b.card.id);
  const link = linkBetween(a, b);
  return (
    <FloatingPanel
      title={link?.kind === "relation" ? "Link the claims" : "Link the quote to the claim"}
      anchor={anchor}
    >
      <LinkChoice a={a} b={b} />
    </FloatingPanel>
  );
}

/** Asks what a passage does to a claim, where it was dropped. */
export function EvidencePanel({ panel }: { panel: BoardPanel & { kind: "evidence" } }) {
  const run = useCommand();
  const { claimId, passage, at } = panel;
  const link = async (stance: Stance) => {
    closePanel();
    const evidence = await run("evidence.link", { claimId, passage, stance });
    if (evidence !== null) {
      announce(`Linked to claim: ${stanceWords[stance].word.toLowerCase()}`);
    }
  };
  return (
    <FloatingPanel
      title="How does the passage bear on the claim?"
      anchor={{ x: at.x - 10, y: at.y - 10, width: 20, height: 20 }}
    >
      <TypeChoice
        label="Stance"
        types={stances}
        words={stanceWords}
        chosen={null}
        takesFocus
        onChoose={(stance) => void link(stance)}
      />
    </FloatingPanel>
  );
}

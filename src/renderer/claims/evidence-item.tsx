import { ArrowUpRight, CircleAlert, Square, SquareCheck, Unlink } from "lucide-react";
import { useState } from "react";
import type { KeyboardEvent } from "react";

import type { Evidence, Stance } from "#contract/claim";
import { credibilityMeaning } from "#contract/grades";
import type { InputOf } from "#contract/requests";

import { dragPassage } from "../reader/passage-drag.ts";
import { useCommand } from "../state/use-command.ts";
import { goToPassage } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import { Choice } from "./choice.tsx";
import { EditableText } from "./editable-text.tsx";
import { Grade } from "./grade.tsx";
import { Quote } from "./quote.tsx";
import { StanceControl } from "./stance-control.tsx";
import { stanceOfKey } from "./stance-words.ts";

import styles from "./evidence-item.module.css";

const notGraded = "none";
const credibilities = [
  { id: notGraded, words: "Not graded" },
  ...Object.entries(credibilityMeaning).map(([mark, meaning]) => ({
    id: mark,
    words: `${mark} ${meaning}`,
  })),
];

/**
 * One passage that bears on the claim. On the quote: Enter goes to the passage, S D Q M (or + - ~ .) give
 * the stance, the arrow keys go to the next quote, X chooses it to be moved, Delete unlinks.
 */
export function EvidenceItem(properties: {
  evidence: Evidence;
  /** Id of the element that says which keys act on the quote. */
  describedBy: string;
  /** To be moved to another claim, with the others that are chosen. */
  isChosen: boolean;
  onToggle: () => void;
  onStep: (by: -1 | 1) => void;
  onUnlink: () => void;
  /** Called with where the new stance was chosen, because that is where the focus belongs. */
  onStance: (stance: Stance, from: "quote" | "stance") => void;
}) {
  const { evidence, onStep, onUnlink, onStance } = properties;
  const { id, outlet, articleTitle, reliability, credibility } = evidence;
  const run = useCommand();
  const [isWhole, setIsWhole] = useState(false);
  const change = async (patch: Omit<InputOf<"evidence.change">, "evidenceId">) =>
    (await run("evidence.change", { evidenceId: id, ...patch })) !== null;

  const onQuoteKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const stance = stanceOfKey(event.key);
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (stance !== null) {
      if (stance !== evidence.stance) {
        onStance(stance, "quote");
      }
    } else if (by === -1 || by === 1) {
      onStep(by);
    } else if (event.key === "x") {
      properties.onToggle();
    } else if (event.key === "Delete") {
      onUnlink();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      className={styles.item}
      data-evidence={id}
      data-chosen={properties.isChosen ? "" : undefined}
    >
      <Quote
        text={evidence.exact}
        isWhole={isWhole}
        onWhole={setIsWhole}
        keys="Enter"
        describedBy={properties.describedBy}
        onKeyDown={onQuoteKey}
        onOpen={() => goToPassage(evidence)}
        onDragStart={(event) =>
          dragPassage(event, { highlightId: evidence.highlightId }, evidence.exact)
        }
      />
      {!evidence.verified && (
        <p className={styles.unverified}>
          <CircleAlert aria-hidden="true" /> Not verbatim: the article no longer has these words
          here.
        </p>
      )}
      <div className={styles.source}>
        <span className={styles.outlet} dir="auto" title={articleTitle}>
          {outlet === null ? articleTitle : `${outlet}: ${articleTitle}`}
        </span>
        <Grade reliability={reliability} credibility={credibility} />
        <span className={styles.actions}>
          <Button
            label="Choose it to be moved"
            icon={properties.isChosen ? <SquareCheck /> : <Square />}
            keys="x"
            isPressed={properties.isChosen}
            onPress={properties.onToggle}
          />
          <Button
            label="Go to passage"
            icon={<ArrowUpRight />}
            keys="Enter"
            onPress={() => goToPassage(evidence)}
          />
          <Button label="Unlink" icon={<Unlink />} keys="Delete" onPress={onUnlink} />
        </span>
      </div>
      <StanceControl
        label="Stance"
        stance={evidence.stance}
        onChoose={(stance) => onStance(stance, "stance")}
      />
      <div className={styles.fields}>
        <span className={styles.name}>Said by</span>
        <EditableText
          label="Said by"
          placeholder="nobody named"
          value={evidence.attribution ?? ""}
          maxLength={4_000}
          normalise={(typed) => typed.trim()}
          onSave={(typed) => change({ attribution: typed === "" ? null : typed })}
        />
        <span className={styles.name}>Credibility</span>
        <div className={styles.credibility}>
          <Choice
            label="Credibility"
            options={credibilities}
            chosen={credibility === null ? notGraded : String(credibility)}
            onChoose={(mark) =>
              void change({ credibility: mark === notGraded ? null : Number(mark) })
            }
          />
        </div>
        <span className={styles.name}>Note</span>
        <EditableText
          label="Note on the evidence"
          placeholder="Add a note"
          lines
          value={evidence.note}
          maxLength={100_000}
          onSave={(note) => change({ note })}
        />
      </div>
    </div>
  );
}

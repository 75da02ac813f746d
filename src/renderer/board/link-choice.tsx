import type { RelationType, Stance } from "#contract/claim";

import { stances, stanceWords } from "../claims/stance-words.ts";
import { useCommand } from "../state/use-command.ts";
import { linkBetween, shortened, textOfCard } from "./board-facts.ts";
import type { CardFacts } from "./board-facts.ts";
import { closePanel } from "./board-state.ts";
import { linkCards } from "./card-commands.ts";
import { relationTypes, relationWords } from "./relation-words.ts";
import { TypeChoice } from "./type-choice.tsx";

import styles from "./link-panels.module.css";

/** Asks how two cards are linked, as a sentence with a gap: claims by a relation, a quote by its stance. */
export function LinkChoice({ a, b }: { a: CardFacts; b: CardFacts }) {
  const run = useCommand();
  const link = linkBetween(a, b);
  const choose = (type: Stance | RelationType) => {
    closePanel();
    void linkCards({ run }, a, b, type);
  };
  const shared = { chosen: null, takesFocus: true };
  return (
    <>
      <p className={styles.sentence}>
        <span dir="auto">{shortened(textOfCard(link?.from ?? a), 120)}</span> …
      </p>
      {link?.kind === "relation" ? (
        <TypeChoice
          {...shared}
          label="Type of relation"
          types={relationTypes}
          words={relationWords}
          onChoose={choose}
        />
      ) : (
        <TypeChoice
          {...shared}
          label="Stance"
          types={stances}
          words={stanceWords}
          onChoose={choose}
        />
      )}
      <p className={styles.sentence}>
        … <span dir="auto">{shortened(textOfCard(link?.to ?? b), 120)}</span>
      </p>
    </>
  );
}

import { useInternalNode } from "@xyflow/react";
import { useId, useState } from "react";
import type { KeyboardEvent } from "react";

import type { CardId } from "#contract/ids";

import { stanceWords } from "../claims/stance-words.ts";
import { shortened, textOfCard, wordOfLink } from "./board-facts.ts";
import type { BoardLink, CardFacts } from "./board-facts.ts";
import { openPanel } from "./board-state.ts";
import { FloatingPanel } from "./floating-panel.tsx";
import { LinkChoice } from "./link-choice.tsx";
import { rectOfNode } from "./link-edge.tsx";
import { linkableCards } from "./linkable-cards.ts";
import { relationWords } from "./relation-words.ts";

import styles from "./link-panels.module.css";

/**
 * Links a card by keys: type to find the other card, Enter takes it, then choose how. What the card is
 * linked to already is listed below and can be opened from here.
 */
export function ConnectPanel(properties: {
  card: CardFacts;
  facts: readonly CardFacts[];
  links: readonly BoardLink[];
}) {
  const { card, facts, links } = properties;
  const anchor = rectOfNode(useInternalNode(card.card.id));
  const [term, setTerm] = useState("");
  const [activeAt, setActiveAt] = useState(0);
  const [otherId, setOtherId] = useState<CardId | null>(null);
  const listId = useId();
  const options = linkableCards(card, facts, links, term);
  const at = Math.min(activeAt, options.length - 1);
  const other = facts.find((each) => each.card.id === otherId);
  const own = links.filter(({ from, to }) => from === card.card.id || to === card.card.id);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) {
      return;
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActiveAt((at + step + options.length) % Math.max(options.length, 1));
    } else if (event.key === "Enter") {
      event.preventDefault();
      setOtherId(options[at]?.card.id ?? null);
    }
  };

  const title = `Link this ${card.kind} to …`;
  return (
    <FloatingPanel title={title} anchor={anchor ?? { x: 0, y: 0, width: 0, height: 0 }}>
      {other === undefined ? (
        <>
          <input
            ref={focusOnce}
            className={styles.field}
            role="combobox"
            aria-expanded="true"
            aria-controls={listId}
            aria-activedescendant={at >= 0 ? `${listId}-${at}` : undefined}
            aria-label="Find the other card"
            placeholder="Find the other card"
            autoComplete="off"
            value={term}
            onChange={(event) => {
              setTerm(event.target.value);
              setActiveAt(0);
            }}
            onKeyDown={onKeyDown}
          />
          {options.length === 0 ? (
            <p className={styles.none}>
              {term === "" ? "There is no other card to link to" : "No card says this"}
            </p>
          ) : (
            <div id={listId} role="listbox" aria-label="Cards" className={styles.options}>
              {options.map((option, index) => (
                <div
                  key={option.card.id}
                  id={`${listId}-${index}`}
                  role="option"
                  aria-selected={index === at}
                  className={styles.option}
                  data-kind={option.kind}
                  ref={index === at ? scrollIntoList : null}
                  onPointerMove={() => setActiveAt(index)}
                  onPointerUp={() => setOtherId(option.card.id)}
                >
                  <span className={styles.kind}>{option.kind === "claim" ? "Claim" : "Quote"}</span>
                  <span className={styles.words} dir="auto">
                    {shortened(textOfCard(option), 120)}
                  </span>
                </div>
              ))}
            </div>
          )}
        </>
      ) : (
        <LinkChoice a={card} b={other} />
      )}
      {own.length > 0 && <OwnLinks card={card} facts={facts} links={own} />}
    </FloatingPanel>
  );
}

/** What the card is linked to; each opens the panel that changes it. */
function OwnLinks(properties: {
  card: CardFacts;
  facts: readonly CardFacts[];
  links: readonly BoardLink[];
}) {
  const { card, facts, links } = properties;
  return (
    <ul className={styles.links} aria-label="Links of this card">
      {links.map((link) => {
        const isFrom = link.from === card.card.id;
        const other = facts.find((each) => each.card.id === (isFrom ? link.to : link.from));
        const { sign } =
          link.kind === "evidence" ? stanceWords[link.type] : relationWords[link.type];
        return (
          <li key={link.id}>
            <button
              type="button"
              className={styles.linkRow}
              data-type={link.type}
              data-kind={link.kind === "evidence" && !isFrom ? "quote" : "claim"}
              onClick={() => openPanel({ kind: "link", linkId: link.id })}
            >
              <span className={styles.mark}>
                {isFrom ? "" : "← "}
                {sign} {wordOfLink(link)}
              </span>
              <span className={styles.words} dir="auto">
                {other === undefined ? "" : shortened(textOfCard(other), 120)}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function focusOnce(field: HTMLInputElement | null): void {
  field?.focus({ preventScroll: true });
}

function scrollIntoList(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: "nearest" });
}

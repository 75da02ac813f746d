import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import type { KeyboardEvent } from "react";
import { Button as AriaButton } from "react-aria-components";

import type { Claim, Stance } from "#contract/claim";
import type { Passage } from "#contract/requests";

import { useCommand } from "../state/use-command.ts";
import { announce } from "../state/workbench.ts";
import { Button } from "../ui/button.tsx";
import { linkPassages } from "./link-passage.ts";
import { stanceOfKey, stances, stanceWords } from "./stance-words.ts";

import styles from "./drop-stance.module.css";

/** Asks in the row how the dropped passage bears on the claim; Enter says that it supports it. */
export function DropStance(properties: {
  claim: Pick<Claim, "id" | "statement">;
  passage: Passage;
  onEnd: () => void;
}) {
  const { claim, passage, onEnd } = properties;
  const run = useCommand();
  const group = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // After the list has put the focus on the row that was dropped on.
    const timer = setTimeout(() => {
      group.current?.querySelector("button")?.focus();
      announce(
        "How does the passage bear on the claim? Plus supports, minus disputes, tilde qualifies, dot mentions",
      );
    });
    return () => clearTimeout(timer);
  }, []);

  const end = () => {
    const row = group.current?.closest<HTMLElement>("[role=row]");
    onEnd();
    row?.focus();
  };
  const choose = async (stance: Stance) => {
    if (await linkPassages(run, claim, [passage], stance)) {
      end();
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const stance = event.ctrlKey || event.metaKey || event.altKey ? null : stanceOfKey(event.key);
    if (stance !== null) {
      event.preventDefault();
      event.stopPropagation();
      void choose(stance);
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      end();
    }
  };

  return (
    <div
      ref={group}
      className={styles.chooser}
      role="group"
      aria-label="Stance of the dropped passage"
      onKeyDownCapture={onKeyDown}
    >
      {stances.map((stance) => {
        const { sign, word, typedSign } = stanceWords[stance];
        return (
          <AriaButton
            key={stance}
            className={styles.stance ?? ""}
            data-stance={stance}
            aria-keyshortcuts={typedSign}
            onPress={() => void choose(stance)}
          >
            <span aria-hidden="true">{sign}</span> {word}
          </AriaButton>
        );
      })}
      <Button label="Do not link" icon={<X />} keys="Escape" onPress={end} />
    </div>
  );
}

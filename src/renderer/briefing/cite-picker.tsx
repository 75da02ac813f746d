import type { LexicalEditor } from "lexical";
import { useEffect, useRef, useState } from "react";

import { CITE_COMMAND } from "./editor/cite-command.ts";
import { mentionKeys, openMention, takeMention } from "./editor/mention.ts";
import type { Mention } from "./editor/mention.ts";
import { useCiteOptions } from "./use-cite-options.ts";
import type { CiteOption } from "./use-cite-options.ts";

import styles from "./cite-picker.module.css";

const listId = "cite-options";

/** Opens beside the caret when @ is typed: claims, quotes, articles and tables, found by their words. */
export function CitePicker({ editor }: { editor: LexicalEditor }) {
  const [mention, setMention] = useState<Mention | null>(null);
  const options = useCiteOptions(mention?.typed ?? null);
  const [active, setActive] = useState(0);
  const shown = Math.min(active, Math.max(options.length - 1, 0));
  const isOpen = mention !== null && options.length > 0;

  const choose = (option: CiteOption) => {
    takeMention(editor);
    editor.dispatchCommand(CITE_COMMAND, option.subject);
    setMention(null);
  };
  /** Answers whether the key was for the list. */
  const takeKey = (key: string): boolean => {
    const option = options[shown];
    if (!isOpen || option === undefined) {
      return false;
    }
    if (key === "ArrowDown" || key === "ArrowUp") {
      setActive((shown + (key === "ArrowDown" ? 1 : options.length - 1)) % options.length);
    } else if (key === "Escape") {
      setMention(null);
    } else {
      choose(option);
    }
    return true;
  };
  const latest = useRef(takeKey);
  useEffect(() => {
    latest.current = takeKey;
  });
  useEffect(
    () =>
      openMention(editor, {
        onMention: (next) => {
          setMention(next);
          setActive(0);
        },
        onKey: (key) => latest.current(key),
      }),
    [editor],
  );
  useEffect(() => {
    const root = editor.getRootElement();
    if (root === null) {
      return;
    }
    if (isOpen) {
      root.setAttribute("aria-controls", listId);
      root.setAttribute("aria-activedescendant", `${listId}-${shown}`);
    } else {
      root.removeAttribute("aria-controls");
      root.removeAttribute("aria-activedescendant");
    }
    document.getElementById(`${listId}-${shown}`)?.scrollIntoView({ block: "nearest" });
  }, [editor, isOpen, shown]);

  if (!isOpen) {
    return null;
  }
  return (
    <div
      id={listId}
      className={styles.list}
      role="listbox"
      tabIndex={0}
      aria-label="What to cite"
      aria-activedescendant={`${listId}-${shown}`}
      style={placeBeside(mention.rect)}
      onKeyDown={(event) => {
        // It scrolls, so it can have the focus; the keys are those of the text.
        if (mentionKeys.includes(event.key) && takeKey(event.key)) {
          event.preventDefault();
          event.stopPropagation();
          editor.focus();
        }
      }}
    >
      {options.map((option, index) => (
        <div
          key={option.id}
          id={`${listId}-${index}`}
          role="option"
          aria-selected={index === shown}
          className={styles.option}
          onPointerDown={(event) => {
            event.preventDefault(); // the caret stays where it is
            choose(option);
          }}
        >
          <span className={styles.kind}>{option.kind}</span>
          <span className={styles.words} dir="auto">
            {option.words}
          </span>
          <span className={styles.about}>{option.about}</span>
        </div>
      ))}
    </div>
  );
}

const widthPx = 420;
const heightPx = 260;

/** Below the caret, or above it where there is no room; always inside the window. */
function placeBeside({ left, top, bottom }: Mention["rect"]) {
  const x = Math.max(8, Math.min(left, window.innerWidth - widthPx - 8));
  return bottom + heightPx < window.innerHeight
    ? { left: x, top: bottom + 4 }
    : { left: x, bottom: window.innerHeight - top + 4 };
}

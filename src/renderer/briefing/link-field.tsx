import type { LexicalEditor } from "lexical";
import { useState } from "react";

import { Button } from "../ui/button.tsx";
import { useBriefing } from "./briefing-state.ts";
import { setLink } from "./editor/block-commands.ts";
import { isWebLink } from "./editor/web-link.ts";

import styles from "./toolbar.module.css";

/** Where the chosen words link to: an address of the web, or nowhere when it is emptied. */
export function LinkField({ editor, address }: { editor: LexicalEditor; address: string | null }) {
  const [typed, setTyped] = useState(address ?? "https://");
  const [isFaulty, setIsFaulty] = useState(false);
  const close = () => {
    useBriefing.setState({ isLinking: false });
    editor.focus();
  };
  const apply = () => {
    const wanted = typed.trim();
    const isEmpty = wanted === "" || wanted === "https://";
    if (!isEmpty && !isWebLink(wanted)) {
      setIsFaulty(true);
      return;
    }
    setLink(editor, isEmpty ? null : wanted);
    close();
  };
  return (
    <div className={styles.link}>
      <input
        className={styles.address}
        aria-label="Address of the link"
        aria-invalid={isFaulty}
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setIsFaulty(false);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") {
            event.preventDefault();
            apply();
          } else if (event.key === "Escape") {
            event.stopPropagation();
            close();
          }
        }}
      />
      <Button label="Set link" onPress={apply} />
      {isFaulty && (
        <span className={styles.fault} role="alert">
          A link begins with http:// or https://
        </span>
      )}
    </div>
  );
}

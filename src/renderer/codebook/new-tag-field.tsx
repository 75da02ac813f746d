import { useState } from "react";

import { useCommand } from "../state/use-command.ts";
import { useReturnFocus } from "../ui/return-focus.ts";
import { useCodebook } from "./codebook-state.ts";

import styles from "./codebook.module.css";

/** Makes one tag after another in place; Escape, or leaving it, ends that. */
export function NewTagField() {
  const [name, setName] = useState("");
  const run = useCommand();
  useReturnFocus();
  const close = () => useCodebook.setState({ isNaming: false });
  const create = async () => {
    if (name.trim() === "") {
      close();
      return;
    }
    const tag = await run("tag.create", { name });
    if (tag !== null) {
      setName("");
      useCodebook.setState({ selectedId: tag.id });
    }
  };
  return (
    <form
      className={styles.newTag}
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <input
        aria-label="Name of the new tag"
        placeholder="Name, then Enter"
        dir="auto"
        autoFocus
        maxLength={1_000}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onBlur={() => void create().then(close)}
        onKeyDown={(event) => {
          if (event.key === "Escape") {
            event.stopPropagation();
            close();
          }
        }}
      />
    </form>
  );
}

import { useState } from "react";
import { Button as AriaButton, Form, Label, TextArea, TextField } from "react-aria-components";

import type { ActionContext } from "../actions/action.ts";
import { useReturnFocus } from "../ui/return-focus.ts";
import { importFiles, pastedText } from "./import-files.ts";
import { useImportState } from "./import-state.ts";

import styles from "./paste-form.module.css";

/** Takes pasted text as it is; only the clipboard's plain text is used. */
export function PasteForm({ context }: { context: Pick<ActionContext, "request" | "run"> }) {
  const [text, setText] = useState("");
  useReturnFocus();
  const close = () => useImportState.setState({ isPasting: false });
  return (
    <Form
      className={styles.form ?? ""}
      aria-label="Import pasted text"
      onSubmit={(event) => {
        event.preventDefault();
        void importFiles(context, [pastedText(text)]).then((result) => {
          if (result !== null && result.imported.length > 0) {
            close();
          }
        });
      }}
    >
      <TextField
        value={text}
        onChange={setText}
        autoFocus
        className={styles.field ?? ""}
        onKeyDown={(event) => {
          if (event.key === "Escape") {
            close();
          }
        }}
      >
        <Label>Text of the article</Label>
        <TextArea rows={8} dir="auto" className={styles.area ?? ""} />
      </TextField>
      <div className={styles.buttons}>
        <AriaButton className={styles.plain ?? ""} onPress={close}>
          Cancel
        </AriaButton>
        <AriaButton className={styles.primary ?? ""} type="submit" isDisabled={text.trim() === ""}>
          Import text
        </AriaButton>
      </div>
    </Form>
  );
}

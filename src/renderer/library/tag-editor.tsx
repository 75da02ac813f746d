import { TagColour } from "#contract/highlight";
import type { Tag } from "#contract/highlight";

import { useCommand } from "../state/use-command.ts";
import { TextRow } from "../ui/text-row.tsx";

import styles from "./tag-editor.module.css";

const shortcuts = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

/** Name, hue, key and description of a tag. */
export function TagEditor({ tag }: { tag: Tag }) {
  const run = useCommand();
  const change = (patch: Partial<Pick<Tag, "name" | "colour" | "shortcut" | "description">>) => {
    void run("tag.change", { tagId: tag.id, ...patch });
  };
  return (
    <div className={styles.editor}>
      <TextRow
        label="Name"
        value={tag.name}
        faultOf={(name) => (name.trim() === "" ? "A tag needs a name." : null)}
        onSave={(name) => change({ name })}
      />
      <TextRow
        label="What it is for"
        value={tag.description}
        rows={2}
        onSave={(description) => change({ description })}
      />
      <div className={styles.pair}>
        <label>
          Colour
          <select
            value={tag.colour}
            onChange={(event) => change({ colour: TagColour.parse(event.target.value) })}
          >
            {TagColour.options.map((colour) => (
              <option key={colour}>{colour}</option>
            ))}
          </select>
        </label>
        <label>
          Key
          <select
            value={tag.shortcut ?? ""}
            onChange={(event) =>
              change({ shortcut: event.target.value === "" ? null : event.target.value })
            }
          >
            <option value="">none</option>
            {shortcuts.map((key) => (
              <option key={key}>{key}</option>
            ))}
          </select>
        </label>
      </div>
    </div>
  );
}

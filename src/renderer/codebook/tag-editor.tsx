import { Trash2, X } from "lucide-react";
import { useEffect, useRef } from "react";

import { TagColour } from "#contract/highlight";
import type { Tag } from "#contract/highlight";

import { ActionButton } from "../actions/action-button.tsx";
import { useCommand } from "../state/use-command.ts";
import { Button } from "../ui/button.tsx";
import { TextRow } from "../ui/text-row.tsx";
import { useCodebook } from "./codebook-state.ts";
import { branchOf } from "./tag-tree.ts";

import styles from "./tag-editor.module.css";

const shortcuts = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

/** Name, hue, key, place and description of a tag. It has the focus when it opens; Escape closes it. */
export function TagEditor({ tag, tags }: { tag: Tag; tags: readonly Tag[] }) {
  const run = useCommand();
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const field = element.current?.querySelector("input");
    field?.focus();
    field?.select();
    return () => {
      queueMicrotask(() => {
        if (before instanceof HTMLElement && before.isConnected) {
          before.focus();
        }
      });
    };
  }, []);
  type Patch = Partial<Pick<Tag, "name" | "colour" | "shortcut" | "description" | "parentId">>;
  const change = (patch: Patch) => {
    void run("tag.change", { tagId: tag.id, ...patch });
  };
  const close = () => useCodebook.setState({ editedId: null });
  const below = branchOf(tags, tag.id);
  const possibleParents = tags.filter(({ id }) => !below.has(id));
  return (
    <section
      ref={element}
      className={styles.editor}
      aria-label={`Tag ${tag.name}`}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.nativeEvent.isComposing) {
          event.preventDefault();
          close();
        }
      }}
    >
      <header className={styles.head}>
        <h3 dir="auto">{tag.name}</h3>
        <Button label="Close the tag" icon={<X />} keys="Escape" onPress={close} />
      </header>
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
      <div className={styles.fields}>
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
        <label className={styles.parent}>
          Below
          <select
            value={tag.parentId ?? ""}
            onChange={(event) =>
              change({
                parentId: possibleParents.find(({ id }) => id === event.target.value)?.id ?? null,
              })
            }
          >
            <option value="">no other tag</option>
            {possibleParents.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className={styles.actions}>
        <ActionButton action="tag.merge" label="Merge" />
        <ActionButton action="tag.split" label="Split" />
        <ActionButton
          action="tag.remove"
          label="Remove tag"
          icon={<Trash2 />}
          showLabel
          kind="danger"
        />
      </div>
    </section>
  );
}

import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";

import type { Tag } from "#contract/highlight";

import { useRequest } from "../state/requests.tsx";
import { useCommand } from "../state/use-command.ts";
import { Button } from "../ui/button.tsx";
import { TagDot } from "../ui/tag-dot.tsx";
import { TagEditor } from "./tag-editor.tsx";

import styles from "./tag-list.module.css";

/** The codebook: each tag with its key and how often it is used; a new one is made in place. */
export function TagList() {
  const tags = useRequest("tag.list", {}).data ?? [];
  const [edited, setEdited] = useState<string | null>(null);
  const [newName, setNewName] = useState<string | null>(null);
  const run = useCommand();
  const create = async () => {
    if (newName === null || newName.trim() === "") {
      setNewName(null);
    } else if ((await run("tag.create", { name: newName })) !== null) {
      setNewName("");
    }
  };
  return (
    <section className={styles.tags} aria-label="Tags">
      <header className={styles.header}>
        <h2>Tags</h2>
        <Button label="New tag" icon={<Plus />} onPress={() => setNewName("")} />
      </header>
      {newName !== null && (
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
            value={newName}
            onChange={(event) => setNewName(event.target.value)}
            onBlur={() => void create().then(() => setNewName(null))}
            onKeyDown={(event) => {
              if (event.key === "Escape") {
                setNewName(null);
              }
            }}
          />
        </form>
      )}
      {tags.length === 0 && newName === null && (
        <p className={styles.empty}>
          No tags yet. Select words in an article and press T to make one.
        </p>
      )}
      <ul>
        {tags.map((tag) => (
          <li key={tag.id}>
            <TagRow
              tag={tag}
              isEdited={edited === tag.id}
              onToggle={() => setEdited(edited === tag.id ? null : tag.id)}
            />
            {edited === tag.id && (
              <div className={styles.editor}>
                <TagEditor tag={tag} />
                <Button
                  label="Remove tag"
                  icon={<Trash2 />}
                  showLabel
                  kind="danger"
                  onPress={() => void run("tag.trash", { tagId: tag.id })}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function TagRow(properties: { tag: Tag; isEdited: boolean; onToggle: () => void }) {
  const { tag } = properties;
  return (
    <button
      type="button"
      className={styles.row}
      aria-expanded={properties.isEdited}
      title={tag.description === "" ? tag.name : `${tag.name}: ${tag.description}`}
      onClick={properties.onToggle}
    >
      <TagDot colour={tag.colour} />
      <span className={styles.name} dir="auto">
        {tag.name}
      </span>
      <span className={styles.count} aria-label={`${tag.highlightCount} highlights`}>
        {tag.highlightCount}
      </span>
      {tag.shortcut === null ? (
        <span className={styles.noKey} />
      ) : (
        <kbd className={styles.key} aria-label={`key ${tag.shortcut}`}>
          {tag.shortcut}
        </kbd>
      )}
    </button>
  );
}

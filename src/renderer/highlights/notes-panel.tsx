import { useDeferredValue, useMemo, useState } from "react";

import type { Note, NoteOwner } from "#contract/highlight-table";

import { KeyOf } from "../actions/key-of.tsx";
import { Choice } from "../claims/choice.tsx";
import { excerpt } from "../claims/excerpt.ts";
import { useCodebook } from "../codebook/codebook-state.ts";
import { useRequest } from "../state/requests.tsx";
import { useCommand } from "../state/use-command.ts";
import type { RunCommand } from "../state/use-command.ts";
import { goToPassage, openArticle, select, useWorkbench } from "../state/workbench.ts";
import { NoteField } from "../ui/note-field.tsx";
import { filterNotes, kindWords, noteKinds } from "./filter-notes.ts";
import type { NoteKind } from "./filter-notes.ts";
import { useGrowing } from "./use-growing.ts";

import styles from "./notes-panel.module.css";

const nothing: readonly never[] = [];

/** Every note of the project in one list: found, read and written here, and each one key from its place. */
export function NotesPanel() {
  const answer = useRequest("note.list", {}).data;
  const [text, setText] = useState("");
  const [kind, setKind] = useState<NoteKind | "any">("any");
  const asked = useDeferredValue(text);
  const notes = answer ?? nothing;
  const shown = useMemo(() => filterNotes(notes, { kind, text: asked }), [notes, kind, asked]);
  const { drawn, endRef } = useGrowing(shown, `${kind} ${asked}`);
  return (
    <section className={styles.notes} aria-label="Notes">
      <div className={styles.toolbar} role="toolbar" aria-label="Notes">
        <input
          type="search"
          className={styles.search}
          aria-label="Find in notes"
          placeholder="Find in notes"
          dir="auto"
          maxLength={1_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Choice
          label="On what"
          options={[
            { id: "any" as const, words: "On anything" },
            ...noteKinds.map((id) => ({ id, words: kindWords[id].plural })),
          ]}
          chosen={kind}
          isStrong={kind !== "any"}
          onChoose={setKind}
        />
        <span className={styles.count} role="status">
          {shown.length === notes.length
            ? `${notes.length} ${notes.length === 1 ? "note" : "notes"}`
            : `${shown.length} of ${notes.length} notes`}
        </span>
      </div>
      {answer !== undefined && shown.length === 0 && (
        <p className={styles.empty}>
          {notes.length === 0 ? (
            <>
              No notes yet. Select a highlight and{" "}
              <KeyOf action="highlight.note" otherwise="Write a note on the highlight" /> to write
              one; articles, tags and claims have notes too.
            </>
          ) : (
            "No note holds these words."
          )}
        </p>
      )}
      <ul className={styles.list} aria-label="Notes found">
        {drawn.map((note, index) => (
          <li
            key={keyOf(note.owner)}
            className={styles.item}
            aria-posinset={index + 1}
            aria-setsize={shown.length}
          >
            <NoteOfList note={note} />
          </li>
        ))}
        {drawn.length < shown.length && <li ref={endRef} role="presentation" />}
      </ul>
    </section>
  );
}

function NoteOfList({ note: { owner, subject, articleTitle, note } }: { note: Note }) {
  const run = useCommand();
  const words = kindWords[owner.kind].singular;
  return (
    <>
      <button type="button" className={styles.subject} onClick={() => goTo(owner)}>
        <span className={styles.kind}>{words}</span>
        <span className={styles.words} dir="auto">
          {subject}
        </span>
        {articleTitle !== null && (
          <span className={styles.article} dir="auto">
            {articleTitle}
          </span>
        )}
      </button>
      <NoteField
        label={`Note on ${words} ${excerpt(subject, 60)}`}
        showLabel={false}
        rows={1}
        note={note}
        onSave={(typed) => saveNote(run, owner, typed)}
      />
    </>
  );
}

/** Shows what the note is on, where it is. */
function goTo(owner: NoteOwner): void {
  useWorkbench.setState({ inspectorOpen: true });
  switch (owner.kind) {
    case "article":
      openArticle(owner.articleId);
      select({ kind: "article", articleId: owner.articleId });
      return;
    case "highlight": {
      const { articleId, highlightId, start, end } = owner;
      goToPassage({ articleId, start, end });
      select({ kind: "highlight", highlightId, articleId });
      return;
    }
    case "tag":
      useWorkbench.setState({ libraryOpen: true });
      useCodebook.setState({ selectedId: owner.tagId, editedId: owner.tagId });
      return;
    case "claim":
    case "evidence":
      select({ kind: "claim", claimId: owner.claimId });
  }
}

async function saveNote(run: RunCommand, owner: NoteOwner, note: string): Promise<boolean> {
  switch (owner.kind) {
    case "article":
      return (
        (await run("article.describe", { articleId: owner.articleId, patch: { note } })) !== null
      );
    case "highlight":
      return (await run("highlight.change", { highlightId: owner.highlightId, note })) !== null;
    case "tag":
      return (await run("tag.change", { tagId: owner.tagId, description: note })) !== null;
    case "claim":
      return (await run("claim.change", { claimId: owner.claimId, note })) !== null;
    case "evidence":
      return (await run("evidence.change", { evidenceId: owner.evidenceId, note })) !== null;
  }
}

function keyOf(owner: NoteOwner): string {
  switch (owner.kind) {
    case "article":
      return owner.articleId;
    case "highlight":
      return owner.highlightId;
    case "tag":
      return owner.tagId;
    case "claim":
      return owner.claimId;
    case "evidence":
      return owner.evidenceId;
  }
}

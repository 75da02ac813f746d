import type { Note } from "#contract/highlight-table";

export const noteKinds = ["article", "highlight", "tag", "claim", "evidence"] as const;
export type NoteKind = (typeof noteKinds)[number];

export const kindWords: Record<NoteKind, { readonly singular: string; readonly plural: string }> = {
  article: { singular: "article", plural: "On articles" },
  highlight: { singular: "highlight", plural: "On highlights" },
  tag: { singular: "tag", plural: "On tags" },
  claim: { singular: "claim", plural: "On claims" },
  evidence: { singular: "evidence for", plural: "On evidence" },
};

/** Notes of a kind that hold every typed word, in themselves or in what they are on. */
export function filterNotes(
  notes: readonly Note[],
  { kind, text }: { readonly kind: NoteKind | "any"; readonly text: string },
): Note[] {
  const words = plain(text)
    .split(/\s+/u)
    .filter((word) => word !== "");
  return notes.filter((note) => {
    const whole = plain(`${note.note}\n${note.subject}\n${note.articleTitle ?? ""}`);
    return (
      (kind === "any" || note.owner.kind === kind) && words.every((word) => whole.includes(word))
    );
  });
}

function plain(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

import type { BackupReason, ProjectContents } from "#contract/backup";
import type { Fault } from "#contract/check";
import type { TrashedThing, TrashKind } from "#contract/trash";

/** When a backup was made. */
export const reasonWords: Readonly<Record<BackupReason, string>> = {
  opened: "On opening",
  regular: "While working",
  "before-import": "Before an import",
  "before-removal": "Before a removal",
  "before-migration": "Before a newer version",
  "before-restore": "Before a restore",
  asked: "Asked for",
};

export const trashKindWords: Readonly<Record<TrashKind, string>> = {
  article: "Article",
  highlight: "Highlight",
  claim: "Claim",
  tag: "Tag",
  board: "Board",
  briefing: "Briefing",
  query: "Saved query",
};

/** What faults of a kind are about. */
export const faultWords: Readonly<Record<Fault["kind"], string>> = {
  database: "The file itself",
  link: "References to what is not there",
  article: "Articles that are not as they were imported",
  anchor: "Highlights outside their article",
  quote: "Quotes that the article no longer bears out",
  journal: "The history",
  record: "Records that are not as they were saved",
};

export function countWords(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString()} ${count === 1 ? one : many}`;
}

export function contentsWords({ articles, highlights, claims }: ProjectContents): string {
  return [
    countWords(articles, "article"),
    countWords(highlights, "highlight"),
    countWords(claims, "claim"),
  ].join(", ");
}

const belongingWords: Readonly<Record<TrashKind, readonly [string, string]>> = {
  article: ["highlight", "highlights"],
  highlight: ["link to a claim", "links to claims"],
  claim: ["link to a passage", "links to passages"],
  tag: ["highlight", "highlights"],
  board: ["card", "cards"],
  briefing: ["", ""],
  query: ["", ""],
};

/** What comes back with a thing; empty where nothing does. */
export function belongingsWords({ kind, belongings }: TrashedThing): string {
  const [one, many] = belongingWords[kind];
  return belongings === 0 ? "" : countWords(belongings, one, many);
}

/** As the command line says it: 1 MB is 1024 × 1024 bytes. */
export function sizeWords(bytes: number): string {
  const units = ["KB", "MB", "GB", "TB"];
  let size = bytes / 1024;
  let unit = 0;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${size.toLocaleString(undefined, { maximumFractionDigits: size < 10 ? 1 : 0 })} ${units[unit] ?? ""}`;
}

export function momentWords(at: string): string {
  return new Date(at).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
}

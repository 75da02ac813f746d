import type { BackupReason } from "#contract/backup";

/** Removing this many things at once is worth a backup. */
const manyThings = 10;

/** Why a backup is made before a request runs, or null for the requests of everyday work. */
export function reasonForBackupBefore(name: string, input: unknown): BackupReason | null {
  switch (name) {
    case "article.import":
    case "project.import-json":
      return "before-import";
    case "article.trash":
      return "before-removal"; // with all that was marked in it
    case "highlight.trash":
    case "claim.trash":
    case "claim.merge":
    case "claim.change-many":
    case "evidence.unlink":
      return longestList(input) >= manyThings ? "before-removal" : null;
    case "board.trash":
    case "trash.purge":
      return "before-removal";
    default:
      return null;
  }
}

function longestList(input: unknown): number {
  return typeof input === "object" && input !== null
    ? Math.max(0, ...Object.values(input).map((value) => (Array.isArray(value) ? value.length : 0)))
    : 0;
}

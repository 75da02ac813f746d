import type { Database } from "better-sqlite3";

/** Gives a new file its project row and its first board; does nothing to a file that has them. */
export function beginProject(
  database: Database,
  options: { title: string; now: () => string; newId: () => string },
): void {
  database.transaction(() => {
    if (database.prepare("SELECT 1 FROM project").get() !== undefined) {
      return;
    }
    const createdAt = options.now();
    database
      .prepare("INSERT INTO project (id, title, created_at) VALUES (:id, :title, :createdAt)")
      .run({ id: options.newId(), title: options.title.trim() || "Untitled", createdAt });
    database
      .prepare(
        `INSERT INTO board (id, title, position, created_at)
        VALUES (:id, 'Board', 0, :createdAt)`,
      )
      .run({ id: options.newId(), createdAt });
  })();
}

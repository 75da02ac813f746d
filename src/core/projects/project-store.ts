import type { OutputOf, ParsedInputOf } from "#contract/requests";

import type { ReadContext, WriteContext } from "../core-context.ts";

type Project = OutputOf<"project.read">;

export function readProject({ db, fileName }: ReadContext): Project {
  const project = db.get<Omit<Project, "fileName">>(
    "SELECT id, title, created_at AS createdAt FROM project",
  );
  if (project === undefined) {
    throw new Error("the project row is missing");
  }
  return { ...project, fileName };
}

export function renameProject(
  context: WriteContext,
  { title }: ParsedInputOf<"project.rename">,
): Record<string, never> {
  context.journal.label("rename project");
  context.journal.update("project", { id: readProject(context).id }, { title });
  return {};
}

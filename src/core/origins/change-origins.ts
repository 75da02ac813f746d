import { Failure } from "#contract/failure";
import type { OriginId } from "#contract/ids";
import type { Origin, OriginKind } from "#contract/origin";
import type { ParsedInputOf } from "#contract/requests";

import type { WriteContext } from "../core-context.ts";
import { findOriginNamed, membersOf, requireOrigin } from "./origin-store.ts";

/** @throws Failure conflict when there is one of this name */
export function createOrigin(
  context: WriteContext,
  { name, kind, note }: ParsedInputOf<"origin.create">,
): Origin {
  refuseTakenName(context, name, null);
  const id = insertOrigin(context, { name, kind, note: note ?? "" });
  context.journal.label(`new origin “${name.trim()}”`);
  return requireOrigin(context.db, id);
}

/** @throws Failure conflict when the name is taken, or when the origin is named after its article */
export function changeOrigin(
  context: WriteContext,
  { originId, name, kind, note }: ParsedInputOf<"origin.change">,
): Origin {
  const { db, journal } = context;
  const origin = requireOrigin(db, originId);
  if (origin.rootArticleId !== null && (name !== undefined || kind !== undefined)) {
    throw new Failure("conflict", "This origin is an article of the project and has its title.", {
      path: [name === undefined ? "kind" : "name"],
    });
  }
  if (name !== undefined) {
    refuseTakenName(context, name, originId);
  }
  journal.update(
    "origin",
    { id: originId },
    {
      ...(name === undefined ? {} : { name: name.trim() }),
      ...(kind === undefined ? {} : { kind }),
      ...(note === undefined ? {} : { note }),
    },
  );
  journal.label(name === undefined ? "edit origin" : "rename origin");
  return requireOrigin(db, originId);
}

/** Its articles stand for themselves again. */
export function removeOrigin(
  { db, journal }: WriteContext,
  { originId }: ParsedInputOf<"origin.remove">,
): Record<string, never> {
  const origin = requireOrigin(db, originId);
  for (const id of membersOf(db, originId)) {
    journal.update("article", { id }, { origin_id: null });
  }
  journal.remove("origin", { id: originId });
  journal.label(`remove origin “${origin.name}”`);
  return {};
}

export function insertOrigin(
  { journal, newId }: WriteContext,
  origin: { name: string; kind: OriginKind; note: string; rootArticleId?: string },
): OriginId {
  const id = newId() as OriginId; // a new UUIDv7
  journal.insert("origin", {
    id,
    name: origin.name.trim(),
    kind: origin.kind,
    note: origin.note,
    article_id: origin.rootArticleId ?? null,
  });
  return id;
}

function refuseTakenName({ db }: WriteContext, name: string, own: OriginId | null): void {
  const there = findOriginNamed(db, name);
  if (there !== null && there.id !== own) {
    throw new Failure("conflict", `There is an origin named “${there.name}” already.`, {
      path: ["name"],
    });
  }
}

import { Failure } from "#contract/failure";
import { TagColour } from "#contract/highlight";
import type { Tag } from "#contract/highlight";
import type { TagId } from "#contract/ids";
import type { ParsedInputOf } from "#contract/requests";

import type { WriteContext } from "../core-context.ts";
import { listTags, requireTag } from "./tag-store.ts";

export function createTag(context: WriteContext, input: ParsedInputOf<"tag.create">): Tag {
  const tags = listTags(context);
  const name = input.name.trim();
  refuseSameName(tags, name, null);
  refuseTakenShortcut(tags, input.shortcut ?? null, null);
  const parentId = input.parentId ?? null;
  if (parentId !== null) {
    requireTag(context.db, parentId, ["parentId"]);
  }
  const id = context.newId() as TagId;
  context.journal.insert("tag", {
    id,
    name,
    colour: input.colour ?? leastUsedColour(tags),
    parent_id: parentId,
    description: input.description ?? "",
    shortcut: input.shortcut === undefined ? firstFreeShortcut(tags) : input.shortcut,
    position: Math.max(-1, ...tags.map((tag) => tag.position)) + 1,
    trashed_at: null,
  });
  context.journal.label(`new tag “${name}”`);
  return requireTag(context.db, id, []);
}

export function changeTag(
  context: WriteContext,
  { tagId, ...input }: ParsedInputOf<"tag.change">,
): Tag {
  const tags = listTags(context);
  const tag = requireTag(context.db, tagId, ["tagId"]);
  const name = input.name?.trim();
  if (name !== undefined) {
    refuseSameName(tags, name, tagId);
  }
  refuseTakenShortcut(tags, input.shortcut ?? null, tagId);
  if (input.parentId !== undefined && input.parentId !== null) {
    requireTag(context.db, input.parentId, ["parentId"]);
    refuseLoop(tags, tagId, input.parentId);
  }
  context.journal.update(
    "tag",
    { id: tagId },
    {
      ...(name === undefined ? {} : { name }),
      ...(input.colour === undefined ? {} : { colour: input.colour }),
      ...(input.parentId === undefined ? {} : { parent_id: input.parentId }),
      ...(input.description === undefined ? {} : { description: input.description }),
      ...(input.shortcut === undefined ? {} : { shortcut: input.shortcut }),
    },
  );
  context.journal.label(`edit tag “${tag.name}”`);
  return requireTag(context.db, tagId, ["tagId"]);
}

/** Highlights keep their link, so that undo brings the tag back onto them; its children move up. */
export function trashTag(
  context: WriteContext,
  { tagId }: ParsedInputOf<"tag.trash">,
): Record<string, never> {
  const tag = requireTag(context.db, tagId, ["tagId"]);
  for (const child of listTags(context).filter((other) => other.parentId === tagId)) {
    context.journal.update("tag", { id: child.id }, { parent_id: tag.parentId });
  }
  context.journal.update("tag", { id: tagId }, { trashed_at: context.now() });
  context.journal.label(`remove tag “${tag.name}”`);
  return {};
}

function refuseSameName(tags: readonly Tag[], name: string, self: TagId | null): void {
  const folded = name.toLowerCase();
  const twin = tags.find((tag) => tag.id !== self && tag.name.toLowerCase() === folded);
  if (twin !== undefined) {
    throw new Failure(
      "conflict",
      `There is a tag “${twin.name}” already. Use it, or choose another name.`,
      {
        path: ["name"],
      },
    );
  }
}

function refuseTakenShortcut(
  tags: readonly Tag[],
  shortcut: string | null,
  self: TagId | null,
): void {
  const owner = tags.find((tag) => tag.shortcut === shortcut && tag.id !== self);
  if (shortcut !== null && owner !== undefined) {
    throw new Failure(
      "conflict",
      `The key ${shortcut} belongs to “${owner.name}”. Free it there first.`,
      {
        path: ["shortcut"],
      },
    );
  }
}

/** @throws Failure conflict when `parentId` is the tag itself or below it */
export function refuseLoop(tags: readonly Tag[], tagId: TagId, parentId: TagId): void {
  const parentOf = new Map(tags.map((tag) => [tag.id, tag.parentId]));
  for (let id: TagId | null = parentId; id !== null; id = parentOf.get(id) ?? null) {
    if (id === tagId) {
      throw new Failure("conflict", "A tag cannot be placed below itself.", { path: ["parentId"] });
    }
  }
}

function leastUsedColour(tags: readonly Tag[]): TagColour {
  const uses = (colour: TagColour) => tags.filter((tag) => tag.colour === colour).length;
  return TagColour.options.reduce((best, colour) => (uses(colour) < uses(best) ? colour : best));
}

function firstFreeShortcut(tags: readonly Tag[]): string | null {
  const taken = new Set(tags.map((tag) => tag.shortcut));
  return ["1", "2", "3", "4", "5", "6", "7", "8", "9"].find((key) => !taken.has(key)) ?? null;
}

import { parse } from "csv-parse/sync";

import type { CodebookReport } from "#contract/codebook";
import { Failure } from "#contract/failure";
import { TagColour, TagShortcut } from "#contract/highlight";
import type { Tag } from "#contract/highlight";
import type { TagId } from "#contract/ids";
import type { OutputOf, ParsedInputOf } from "#contract/requests";
import { nameText, noteText } from "#contract/text";

import type { ReadContext, WriteContext } from "../core-context.ts";
import { csvOf } from "../exports/csv-cells.ts";
import { fileNameOf } from "../exports/file-name.ts";
import { readProject } from "../projects/project-store.ts";
import { changeTag, createTag } from "./change-tags.ts";
import { listTags } from "./tag-store.ts";

const columns = ["name", "parent", "colour", "key", "description"] as const;
type Column = (typeof columns)[number];

/** The codebook as a table: a parent is named, words that a spreadsheet would run are defused. */
export function exportCodebook(context: ReadContext): OutputOf<"tag.export-csv"> {
  const tags = listTags(context);
  const nameOf = new Map(tags.map(({ id, name }) => [id, name]));
  return {
    fileName: fileNameOf(`${readProject(context).title} codebook`, "csv"),
    csv: csvOf(
      columns,
      tags.map(({ name, parentId, colour, shortcut, description }) => [
        name,
        parentId === null ? null : (nameOf.get(parentId) ?? null),
        colour,
        shortcut,
        description,
      ]),
    ),
  };
}

type Line = { readonly number: number; readonly cells: Readonly<Partial<Record<Column, string>>> };

/**
 * Makes the tags of a table and changes those whose name, whatever its case, is there already; a column
 * that is missing and a cell that is empty change nothing. Parents may come after their children.
 * @throws Failure invalid-request when it is no table with a column "name"
 */
export function importCodebook(
  context: WriteContext,
  { csv }: ParsedInputOf<"tag.import-csv">,
): CodebookReport {
  const problems: CodebookReport["problems"] = [];
  const report = (line: number, message: string) => problems.push({ line, message });
  const created: string[] = [];
  const changed = new Set<string>();
  const lines = linesOf(csv).filter(({ number, cells }, index, all) => {
    const name = nameText.safeParse(cells.name ?? "");
    const twin = all.findIndex((other) => keyOf(other.cells.name) === keyOf(cells.name));
    if (!name.success) {
      report(number, "The line has no name that can be used; it was left out.");
    } else if (twin < index) {
      report(number, `“${cells.name}” stands in the table twice; the first line counts.`);
    }
    return name.success && twin === index;
  });
  const before = tagsByKey(context);
  for (const { cells } of lines) {
    if (cells.name !== undefined && !before.has(keyOf(cells.name))) {
      created.push(createTag(context, { name: cells.name, shortcut: null }).name);
    }
  }
  // Only now is every parent there.
  for (const { number, cells } of lines) {
    const tag = tagsByKey(context).get(keyOf(cells.name));
    if (tag !== undefined) {
      const patch = patchOf(context, tag, cells, (message) => report(number, message));
      const isChange = Object.keys(patch).length > 0;
      if (isChange) {
        changeTag(context, { tagId: tag.id, ...patch });
      }
      if (isChange && before.has(keyOf(cells.name))) {
        changed.add(tag.name);
      }
    }
  }
  context.journal.label("import codebook");
  return {
    created,
    changed: [...changed],
    unchanged: lines.length - created.length - changed.size,
    problems: problems.toSorted((a, b) => a.line - b.line),
  };
}

type Patch = Partial<Pick<Tag, "name" | "colour" | "parentId" | "description" | "shortcut">>;

/** What a line changes about its tag; a cell that cannot be used is reported and left out. */
function patchOf(
  context: WriteContext,
  tag: Tag,
  cells: Line["cells"],
  report: (message: string) => void,
): Patch {
  const tags = tagsByKey(context);
  const patch: Patch = {};
  if (cells.description !== undefined && cells.description !== tag.description) {
    if (noteText.safeParse(cells.description).success) {
      patch.description = cells.description;
    } else {
      report("The description is too long or not text; it was left out.");
    }
  }
  if (cells.colour !== undefined) {
    const colour = TagColour.safeParse(cells.colour.toLowerCase());
    if (!colour.success) {
      report(`“${cells.colour}” is no colour of a tag. There are ${TagColour.options.join(", ")}.`);
    } else if (colour.data !== tag.colour) {
      patch.colour = colour.data;
    }
  }
  if (cells.key !== undefined && cells.key !== tag.shortcut) {
    const owner = [...tags.values()].find(({ shortcut }) => shortcut === cells.key);
    if (!TagShortcut.safeParse(cells.key).success) {
      report(`“${cells.key}” is not one of the keys 1 to 9.`);
    } else if (owner === undefined) {
      patch.shortcut = cells.key;
    } else {
      report(`The key ${cells.key} belongs to “${owner.name}”.`);
    }
  }
  if (cells.parent !== undefined) {
    const parent = tags.get(keyOf(cells.parent));
    if (parent === undefined) {
      report(`There is no tag “${cells.parent}” to place it below.`);
    } else if (isBelow(tags, parent, tag.id)) {
      report(`It cannot be placed below “${parent.name}”, which is below it.`);
    } else if (parent.id !== tag.parentId) {
      patch.parentId = parent.id;
    }
  }
  return patch;
}

function isBelow(tags: ReadonlyMap<string, Tag>, tag: Tag, ancestorId: TagId): boolean {
  const byId = new Map([...tags.values()].map((each) => [each.id, each]));
  for (let at: Tag | undefined = tag; at !== undefined; at = byId.get(at.parentId ?? tag.id)) {
    if (at.id === ancestorId) {
      return true;
    }
    if (at.parentId === null) {
      return false;
    }
  }
  return false;
}

function tagsByKey(context: ReadContext): Map<string, Tag> {
  return new Map(listTags(context).map((tag) => [keyOf(tag.name), tag]));
}

function keyOf(name: string | undefined): string {
  return (name ?? "").trim().toLowerCase();
}

/** A line of the table by the names of its columns; cells that are empty are left out. */
function linesOf(csv: string): Line[] {
  const rows = rowsOf(csv);
  const [head, ...body] = rows;
  const names = (head?.record ?? []).map((name) => name.trim().toLowerCase());
  const places = columns.map((column) => [column, names.indexOf(column)] as const);
  if (!names.includes("name")) {
    throw new Failure(
      "invalid-request",
      `The table has no column “name”. Its columns should be ${columns.join(", ")}.`,
      { path: ["csv"] },
    );
  }
  return body.map(({ record, line }) => ({
    number: line,
    cells: Object.fromEntries(
      places.flatMap(([column, place]) => {
        const cell = armed(record[place] ?? "");
        const value = column === "description" ? cell : cell.trim();
        return value.trim() === "" ? [] : [[column, value]];
      }),
    ),
  }));
}

function rowsOf(csv: string): { record: string[]; line: number }[] {
  try {
    // With `info` it answers otherwise than its types say.
    const rows: unknown = parse(csv, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      // Spreadsheets write what the machine's language separates lists with.
      delimiter: delimiterOf(csv),
    });
    return (rows as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      record,
      line: info.lines,
    }));
  } catch (error) {
    throw new Failure(
      "invalid-request",
      "This is not a table in CSV: a quotation mark is missing or in the wrong place.",
      { path: ["csv"], cause: error },
    );
  }
}

/** That of the characters that stands in the first line oftenest. */
function delimiterOf(csv: string): string {
  const [head = ""] = csv.split(/\r?\n/u, 1);
  const count = (delimiter: string) => head.split(delimiter).length;
  return [",", ";", "\t"].reduce((best, each) => (count(each) > count(best) ? each : best));
}

/** Takes back what `defused` of exports/csv-cells.ts did. */
function armed(cell: string): string {
  return cell.replaceAll(/(?<=^|\r(?!\n)|[\n\v\f\u0085\u2028\u2029])'/gu, "");
}

import { parseArgs } from "node:util";

import { z } from "zod";

import { BoardFormat } from "#contract/board";
import { ExportFormat } from "#contract/export";

/** The command line was not understood; the message says what. */
export class UsageError extends Error {}

/** What the user asked for. Paths and names are as they were written. */
export type Command =
  | { readonly kind: "help" }
  | { readonly kind: "version" }
  | {
      readonly kind: "open";
      readonly project: string | null;
      readonly port: string | null;
      readonly open: boolean;
    }
  | { readonly kind: "import"; readonly project: string; readonly files: readonly string[] }
  | { readonly kind: "import-project"; readonly project: string; readonly file: string }
  | {
      readonly kind: "export";
      readonly project: string;
      readonly format: ExportFormat;
      /** Title of a board; null where no board was named. */
      readonly board: string | null;
      /** Title of a written briefing; null where none was named. */
      readonly briefing: string | null;
      /** Null: standard output. */
      readonly out: string | null;
      readonly force: boolean;
    }
  | {
      readonly kind: "export-board";
      readonly project: string;
      readonly format: BoardFormat;
      /** Title of the board; null for the first one. */
      readonly board: string | null;
      /** Null: standard output. */
      readonly out: string | null;
      readonly force: boolean;
    }
  | { readonly kind: "check"; readonly project: string }
  | { readonly kind: "rescue"; readonly file: string; readonly out: string | null }
  | { readonly kind: "backups"; readonly project: string }
  | {
      readonly kind: "backup-folder";
      /** Null: say which folder it is. */
      readonly folder: string | null;
      readonly none: boolean;
    }
  | { readonly kind: "restore"; readonly project: string; readonly backup: string }
  | { readonly kind: "verify"; readonly file: string; readonly project: string | null }
  | {
      readonly kind: "call";
      readonly project: string;
      readonly request: string;
      /** Null: no input was given; "-": it is on standard input. */
      readonly json: string | null;
    };

export const usage = `Usage:
  corroboard open [PROJECT] [--port N] [--no-open]
      Opens a project in a window; without PROJECT, the one of the first start.
  corroboard import PROJECT FILES...
      Imports articles; makes the project when it is not there.
  corroboard import PROJECT --json FILE
      Fills a new project with one that was exported as JSON.
  corroboard export PROJECT [--format FORMAT] [--briefing TITLE | --board TITLE] [--out PATH] [--force]
      Writes all claims, or that written briefing, or the claims of that board, every quote verified, to
      PATH or to standard output. FORMAT is markdown, html, docx, pdf (needs an installed Chromium, Chrome
      or Edge), json (the whole project), or a folder: obsidian (linked notes) or csv (tables), which is
      one archive where PATH ends in .zip. svg and json-canvas are that board itself, or the first one.
      What is there already is only replaced with --force.
  corroboard check PROJECT
      Checks integrity, anchors and quotes; exit status 1 on any fault.
  corroboard rescue FILE [--out PATH]
      Saves all that can be read of a damaged project into a new one, with a report of what is lost;
      FILE is left as it is. Exit status 1 when something is lost.
  corroboard backups PROJECT
      Lists the backups of the project, newest first.
  corroboard backup-folder [FOLDER | --none]
      Has a copy of every backup of every project go to FOLDER as well, on another drive best; without
      FOLDER, says which one it is.
  corroboard restore PROJECT BACKUP
      Puts a backup in the place of the project, which is kept beside it under another name.
  corroboard verify FILE [--project PROJECT]
      Reads an exported briefing (.md or .html) and says of each quote whether it still stands in the
      frozen articles of PROJECT; exit status 0 only if there are quotes and each stands at its place.
      Without --project nothing can be compared: it lists what it reads, and ends with 1.
  corroboard call PROJECT REQUEST [JSON]
      Sends any request and prints the answer as JSON; "-" reads JSON from standard input.
  corroboard --help | --version
`;

/** Options of each command; all of them take --help. */
const optionsOf = {
  open: { port: { type: "string" }, "no-open": { type: "boolean" } },
  import: { json: { type: "string" } },
  export: {
    format: { type: "string" },
    board: { type: "string" },
    briefing: { type: "string" },
    out: { type: "string" },
    force: { type: "boolean" },
  },
  check: {},
  rescue: { out: { type: "string" } },
  backups: {},
  "backup-folder": { none: { type: "boolean" } },
  restore: {},
  verify: { project: { type: "string" } },
  call: {},
} as const;

type CommandName = keyof typeof optionsOf;

/** @throws UsageError */
export function parseCommand(words: readonly string[]): Command {
  const [first, ...rest] = words;
  if (first === undefined || first === "--help" || first === "-h" || first === "help") {
    return { kind: "help" };
  }
  if (first === "--version" || first === "-v") {
    return { kind: "version" };
  }
  if (!isCommandName(first)) {
    throw new UsageError(`There is no command "${first}". See corroboard --help.`);
  }
  const { values, positionals } = parseWords(first, rest);
  const text = (name: string) => {
    const value = values[name];
    return typeof value === "string" ? value : null;
  };
  if (values["help"] === true) {
    return { kind: "help" };
  }
  switch (first) {
    case "open": {
      const [project] = take(positionals, 0, 1, "open takes one project at most.");
      return {
        kind: "open",
        project: project ?? null,
        port: text("port"),
        open: values["no-open"] !== true,
      };
    }
    case "import": {
      const message = "import takes a project and the files to import into it.";
      const file = text("json");
      if (file !== null) {
        const [project = ""] = take(positionals, 1, 1, "import --json takes one project.");
        return { kind: "import-project", project, file };
      }
      const [project = "", ...files] = take(positionals, 2, Infinity, message);
      return { kind: "import", project, files };
    }
    case "export": {
      const [project = ""] = take(positionals, 1, 1, "export takes one project.");
      const format = z.union([ExportFormat, BoardFormat]).safeParse(text("format") ?? "markdown");
      if (!format.success) {
        throw new UsageError(noSuchFormat(text("format") ?? ""));
      }
      const [board, briefing] = [text("board"), text("briefing")];
      if (board !== null && briefing !== null) {
        throw new UsageError("export takes a briefing or a board, not both.");
      }
      const what = { project, board, out: text("out"), force: values["force"] === true };
      const { data } = format;
      if (data === "svg" || data === "json-canvas") {
        if (briefing !== null) {
          throw new UsageError(`${data} is a format of boards, not of briefings.`);
        }
        return { kind: "export-board", format: data, ...what };
      }
      return { kind: "export", format: data, briefing, ...what };
    }
    case "check": {
      const [project = ""] = take(positionals, 1, 1, "check takes one project.");
      return { kind: "check", project };
    }
    case "rescue": {
      const [file = ""] = take(positionals, 1, 1, "rescue takes one file.");
      return { kind: "rescue", file, out: text("out") };
    }
    case "backups": {
      const [project = ""] = take(positionals, 1, 1, "backups takes one project.");
      return { kind: "backups", project };
    }
    case "backup-folder": {
      const message = "backup-folder takes one folder, or --none.";
      const none = values["none"] === true;
      const [folder] = take(positionals, 0, none ? 0 : 1, message);
      return { kind: "backup-folder", folder: folder ?? null, none };
    }
    case "restore": {
      const [project = "", backup = ""] = take(
        positionals,
        2,
        2,
        "restore takes a project and the name of a backup.",
      );
      return { kind: "restore", project, backup };
    }
    case "verify": {
      const [file = ""] = take(positionals, 1, 1, "verify takes one exported briefing.");
      return { kind: "verify", file, project: text("project") };
    }
    case "call": {
      const message = "call takes a project, a request and its input as JSON.";
      const [project = "", request = "", json] = take(positionals, 2, 3, message);
      return { kind: "call", project, request, json: json ?? null };
    }
  }
}

function noSuchFormat(format: string): string {
  if (format === "png") {
    return "A PNG is drawn by the window: open the board there and save it as a picture. Here there is --format svg.";
  }
  const formats = [...ExportFormat.options, ...BoardFormat.options].join(", ");
  return `There is no format "${format}"; there are ${formats}.`;
}

function parseWords(command: CommandName, words: string[]) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: { ...optionsOf[command], help: { type: "boolean", short: "h" } },
    }) as { values: Record<string, string | boolean | undefined>; positionals: string[] };
  } catch (error) {
    throw new UsageError(error instanceof Error ? firstSentenceOf(error) : "Wrong usage.", {
      cause: error,
    });
  }
}

/** Node adds advice about "--" that is longer than its message. */
function firstSentenceOf(error: Error): string {
  return `${error.message.split(". ")[0]?.replace(/\.$/u, "")}. See corroboard --help.`;
}

function take(words: readonly string[], least: number, most: number, message: string) {
  if (words.length < least || words.length > most || words[0] === "") {
    throw new UsageError(`${message} See corroboard --help.`);
  }
  return words;
}

function isCommandName(word: string): word is CommandName {
  return Object.hasOwn(optionsOf, word);
}

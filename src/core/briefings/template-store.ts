import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import type { BriefingTemplate } from "#contract/briefing";
import { Failure } from "#contract/failure";
import type { OutputOf } from "#contract/requests";

import { stateFolder } from "../hosting/state-folder.ts";
import { parseTemplate } from "./parse-template.ts";
import type { Template } from "./parse-template.ts";

/** From the sources, and from where they are built to. */
const shippedFolders = ["../../../resources/templates", "../../resources/templates"];

const ownPrefix = "own/";

/** No template is longer; what is has come into the folder by mistake. */
const maxTemplateBytes = 1_000_000;

function shippedFolder(): string {
  const folder = shippedFolders
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(path));
  if (folder === undefined) {
    throw new Error("the templates are not there");
  }
  return folder;
}

function ownFolder(): string {
  return join(stateFolder(), "templates");
}

export function listTemplates(): OutputOf<"briefing.templates"> {
  const templates: BriefingTemplate[] = [];
  const refused: string[] = [];
  for (const { folder, isOwn } of [
    { folder: shippedFolder(), isOwn: false },
    { folder: ownFolder(), isOwn: true },
  ]) {
    const found: BriefingTemplate[] = [];
    for (const name of namesIn(folder)) {
      const id = `${isOwn ? ownPrefix : ""}${name}`;
      try {
        const template = readTemplate(id);
        found.push({ id, name: template.name, purpose: template.purpose, isOwn });
      } catch (error) {
        if (!(error instanceof Failure)) {
          throw error;
        }
        refused.push(error.message);
      }
    }
    templates.push(...found.toSorted((a, b) => (a.name < b.name ? -1 : 1)));
  }
  return { templates, ownFolder: ownFolder(), refused };
}

/** @throws Failure not-found, or unsupported-format when it cannot be understood */
export function readTemplate(id: string): Template {
  const isOwn = id.startsWith(ownPrefix);
  const folder = isOwn ? ownFolder() : shippedFolder();
  const name = isOwn ? id.slice(ownPrefix.length) : id;
  // Looked up among the names of the folder, never joined to it from outside.
  if (!namesIn(folder).includes(name)) {
    throw new Failure("not-found", "This template is no longer there.", { path: ["templateId"] });
  }
  const file = join(folder, `${name}.md`);
  if (statSync(file).size > maxTemplateBytes) {
    throw new Failure(
      "unsupported-format",
      `The file “${name}.md” is larger than 1 MB, so it is no template.`,
    );
  }
  try {
    return parseTemplate(
      name,
      new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file)),
    );
  } catch (error) {
    if (error instanceof TypeError) {
      throw new Failure(
        "unsupported-format",
        `The template “${name}” is not written in UTF-8. Save it as UTF-8 and read the templates again.`,
        { cause: error },
      );
    }
    throw error;
  }
}

/** Names of the templates in a folder, without their extension; none where there is no such folder. */
function namesIn(folder: string): string[] {
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
    .map(({ name }) => name.slice(0, -".md".length))
    .toSorted();
}

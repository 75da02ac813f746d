import { readFileSync } from "node:fs";

import { Failure } from "#contract/failure";
import { requests } from "#contract/requests";
import type { InputOf, OutputOf, RequestName } from "#contract/requests";

import { createCore } from "../create-core.ts";
import type { Core, CoreOptions } from "../create-core.ts";

export type TestCore = Core & {
  /** Sends a request and returns its value; throws its Failure. Checks the answer against the contract. */
  readonly ask: <Name extends RequestName>(name: Name, input: InputOf<Name>) => OutputOf<Name>;
};

/** A core on a private project, with ids in order and a clock that moves one second a call. */
export function createTestCore(options: Partial<CoreOptions> = {}): TestCore {
  let ids = 0;
  let seconds = 0;
  const core = createCore({
    projectFile: ":memory:",
    title: "Test",
    who: "tester",
    newId: () => {
      ids += 1;
      return `00000000-0000-7000-8000-${ids.toString(16).padStart(12, "0")}`;
    },
    now: () => {
      seconds += 1;
      return new Date(Date.UTC(2025, 8, 5, 12, 0, seconds)).toISOString();
    },
    reportBug: (error) => {
      throw error;
    },
    ...options,
  });
  return { ...core, ask: askThrough(core) };
}

export function askThrough(core: Core): TestCore["ask"] {
  return (name, input) => {
    const reply = core.dispatch(name, input);
    if (!reply.ok) {
      throw new Failure(reply.failure.code, reply.failure.message, { path: reply.failure.path });
    }
    return requests[name].output.parse(reply.value) as never;
  };
}

const sampleNames = [
  "000_3424222e119d69a9.txt",
  "001_dff32e5ec8920499.txt",
  "002_9224c76f8029764d.txt",
  "003_757e34115073df60.txt",
  "004_2a3c473a2c76c22a.txt",
] as const;

/** The five sample articles, in order of name. */
export function sampleArticles(): { name: string; bytes: Uint8Array }[] {
  return sampleNames.map((name) => ({
    name,
    bytes: readFileSync(new URL(`../../../resources/sample-articles/${name}`, import.meta.url)),
  }));
}

/** Imports files and returns the articles; fails the test when one was refused. */
export function importFiles(
  core: TestCore,
  files: readonly { name: string | null; bytes: Uint8Array }[],
) {
  const result = core.ask("article.import", {
    files: files.map(({ name, bytes }) => ({
      name,
      upload: core.ask("upload.put", { bytes }).upload,
    })),
  });
  if (result.refused.length > 0) {
    throw new Error(`refused: ${JSON.stringify(result.refused)}`);
  }
  return result.imported;
}

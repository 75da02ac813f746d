import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { contractSuite } from "#core/testing/contract-suite";

import { createProject, requestThroughCli } from "./testing/run-cli.ts";

contractSuite("the command line", { hasPages: false }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "corroboard-cli-"));
  const project = join(folder, "a.corroboard");
  createProject(project);
  return {
    request: (name, input) => requestThroughCli(project, name, input),
    close: async () => rmSync(folder, { recursive: true }),
  };
});

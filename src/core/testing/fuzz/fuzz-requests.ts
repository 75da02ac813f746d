import fc from "fast-check";

import { failureCodes } from "#contract/failure";
import { requests } from "#contract/requests";
import type { RequestName } from "#contract/requests";

import { runRandomSession } from "../random-session.ts";
import { createTestCore, importFiles, sampleArticles } from "../test-core.ts";
import type { TestCore } from "../test-core.ts";
import { hostileInputOf } from "./arbitrary-input.ts";

export type FuzzReport = {
  readonly asked: number;
  readonly answered: number;
  /** What went against a promise, a sentence each; the seed and step make it again. */
  readonly faults: readonly string[];
};

/** After so many requests the project is checked, and the ids of what is in it are read anew. */
const stepsBetweenChecks = 150;

/** A stack, a path of this machine, or a module: nothing of it may reach a user. */
const innards =
  /\n\s+at |(?:^|[\s"'(])\/(?:tmp|home|root|usr|work|Users)\/|file:\/\/|node:[a-z]|\.[tj]s:\d/u;

/**
 * Asks a core of its own for anything and everything, well-formed or not, and looks at every answer: it is
 * of the contract's form or a Failure that says what was wrong, never a bug; and the project stays sound.
 * @param until asked before each request; fuzzing ends when it says so
 */
export function fuzzRequests(options: {
  readonly seed: number;
  readonly until: (step: number) => boolean;
}): FuzzReport {
  const faults: string[] = [];
  let step = 0;
  let name: RequestName = "project.read";
  const fault = (what: string) =>
    faults.push(`seed ${options.seed}, step ${step}, ${name}: ${what}`);
  const core = createTestCore({
    reportBug: (error) => fault(error instanceof Error ? (error.stack ?? error.message) : "threw"),
  });
  importFiles(core, sampleArticles());
  runRandomSession(core.ask, { seed: options.seed, steps: 40 });
  const ids: string[] = [];
  gatherIds(core, ids);
  const names = Object.keys(requests) as RequestName[];
  const inputs = new Map(names.map((each) => [each, hostileInputOf(requests[each].input, ids)]));
  let answered = 0;
  for (; !options.until(step); step += 1) {
    const seed = (options.seed * 1_000_003 + step) | 0;
    const [picked] = fc.sample(fc.constantFrom(...names), { seed, numRuns: 1 });
    name = picked ?? name;
    const arbitrary = inputs.get(name) ?? fc.anything();
    const [input] = fc.sample(arbitrary, { seed, numRuns: 1 });
    answered += lookAt(core, name, input, fault) ? 1 : 0;
    if (step % stepsBetweenChecks === stepsBetweenChecks - 1) {
      const report = core.ask("project.check", {});
      if (!report.ok) {
        fault(`the project is no longer sound: ${JSON.stringify(report).slice(0, 500)}`);
        break;
      }
      gatherIds(core, ids);
    }
  }
  if (({} as { polluted?: unknown }).polluted !== undefined) {
    fault("every object got a key");
  }
  core.close();
  return { asked: step, answered, faults };
}

/** @returns whether the request was answered */
function lookAt(
  core: TestCore,
  name: RequestName,
  input: unknown,
  fault: (what: string) => void,
): boolean {
  const reply = core.dispatch(name, input);
  if (reply.ok) {
    const parsed = requests[name].output.safeParse(reply.value);
    if (!parsed.success) {
      fault(`an answer that is not of its form: ${parsed.error.message.slice(0, 500)}`);
    }
    return true;
  }
  const { code, message, path, ...rest } = reply.failure;
  if (!failureCodes.includes(code) || code === "internal") {
    fault(`answered with ${code}`);
  }
  if (message === "" || message.length > 2_000 || innards.test(withoutQuoted(message))) {
    fault(`a message that is none for a user: ${message.slice(0, 300)}`);
  }
  if (!Array.isArray(path) || Object.keys(rest).length > 0) {
    fault("a failure with more in it than belongs there");
  }
  return false;
}

/** A message less what it quotes: names and words of whoever asked, who may write what they like. */
function withoutQuoted(message: string): string {
  return message.replaceAll(/“[^”]*”|"[^"]*"/gu, "");
}

/** Ids of all that can be named, and one that names nothing. */
function gatherIds(core: TestCore, ids: string[]): void {
  const found = new Set<string>();
  const note = (value: unknown): void => {
    const text = JSON.stringify(value) ?? "";
    for (const [id] of text.matchAll(
      /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/gu,
    )) {
      found.add(id);
    }
  };
  for (const name of [
    "article.list",
    "source.list",
    "origin.list",
    "tag.list",
    "board.list",
    "briefing.list",
    "highlight-query.list",
  ] as const) {
    note(core.ask(name, {}));
  }
  note(core.ask("claim.list", {}));
  note(core.ask("highlight.list", {}));
  note(core.ask("evidence.list", {}));
  note(core.ask("relation.list", {}));
  for (const { id } of core.ask("board.list", {})) {
    note(core.ask("board.read", { boardId: id }));
  }
  ids.splice(0, ids.length, ...[...found].slice(0, 400), "01890000-0000-7000-8000-000000000000");
}

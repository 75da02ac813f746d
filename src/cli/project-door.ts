import { Failure } from "#contract/failure";
import type { Reply } from "#contract/failure";
import type { InputOf, OutputOf, RequestName } from "#contract/requests";
import { openGuardedCore } from "#core/backups/guarded-core";
import { describeBug } from "#core/describe-bug";
import { withPrinting } from "#core/hosting/print-exports";
import { printWithChromium } from "#core/hosting/print-with-chromium";
import { projectPathOf } from "#core/hosting/project-path";
import { findRunningHost } from "#core/hosting/running-hosts";
import { stateFolder } from "#core/hosting/state-folder";

import { hostClient } from "./host-client.ts";

/** The way to a project: the host that has it open, or else the file itself. */
export type ProjectDoor = {
  readonly dispatch: (name: string, input: unknown) => Promise<Reply<unknown>>;
  readonly close: () => void;
};

/**
 * @param options.mustExist whether a project that is not there yet is an error
 * @throws Failure when the project cannot be opened
 */
export async function openDoor(
  named: string,
  options: { readonly mustExist: boolean },
): Promise<ProjectDoor> {
  const projectFile = projectPathOf(named, options);
  const running = findRunningHost(projectFile);
  if (running !== null) {
    const client = hostClient(running);
    if (await client.isThere()) {
      return { dispatch: client.dispatch, close: () => {} };
    }
  }
  const core = await openGuardedCore({
    projectFile,
    stateFolder: stateFolder(),
    reportBug: (error) => process.stderr.write(`corroboard: ${describeBug(error)}\n`),
  });
  return {
    dispatch: withPrinting(core.dispatch, printWithChromium()),
    // The process ends when a backup that is being made is finished.
    close: () => void core.close(),
  };
}

/** Sends a request that this program makes itself. @throws Failure */
export async function ask<Name extends RequestName>(
  door: ProjectDoor,
  name: Name,
  input: InputOf<Name>,
): Promise<OutputOf<Name>> {
  const reply = await door.dispatch(name, input);
  if (!reply.ok) {
    throw failureOf(reply);
  }
  return reply.value as OutputOf<Name>; // the handler of this name is typed by the same contract
}

export function failureOf(reply: Reply<unknown> & { ok: false }): Failure {
  const { code, message, path } = reply.failure;
  return new Failure(code, message, { path });
}

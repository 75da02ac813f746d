import { useCallback } from "react";

import { Failure } from "#contract/failure";
import type { CommandName, InputOf, OutputOf } from "#contract/requests";

import { useSend } from "./requests.tsx";
import type { Request } from "./requests.tsx";
import { canWait, letWait, noteTrouble, troubleOf, useWaitingChanges } from "./waiting-changes.ts";
import { showFailure } from "./workbench.ts";

/**
 * Runs a change for the user: a failure is shown and answered with null. What a full disk refuses is answered
 * when there is space again, and so is what comes after it.
 */
export type RunCommand = <Name extends CommandName>(
  name: Name,
  input: InputOf<Name>,
) => Promise<OutputOf<Name> | null>;

export function commandRunner(request: Request): RunCommand {
  return async (name, input) => {
    // The answer is that of this name, whenever it comes.
    const wait = () => letWait(name, input) as Promise<OutputOf<typeof name> | null>;
    if (useWaitingChanges.getState().waiting.length > 0 && canWait(name)) {
      return wait();
    }
    try {
      const value = await request(name, input);
      showFailure(null);
      return value;
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble === null) {
        showFailure(messageOf(error));
        return null;
      }
      noteTrouble(error);
      if (trouble.code === "disk-full" && canWait(name)) {
        return wait();
      }
      return null;
    }
  };
}

export function useCommand(): RunCommand {
  const request = useSend();
  return useCallback<RunCommand>((name, input) => commandRunner(request)(name, input), [request]);
}

export function messageOf(error: unknown): string {
  return error instanceof Failure
    ? error.message
    : "Something went wrong in the window. Nothing is lost; reload to go on.";
}

import { existsSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";

import { Failure } from "#contract/failure";

/**
 * The full path of a project that was named by the user.
 * @param options.mustExist whether a project that is not there yet is an error
 * @throws Failure not-found, also when the folder for a new project is not there
 */
export function projectPathOf(named: string, options: { readonly mustExist: boolean }): string {
  const path = resolve(named);
  if (options.mustExist && !existsSync(path)) {
    throw new Failure("not-found", `There is no project ${named}.`);
  }
  if (!existsSync(dirname(path))) {
    throw new Failure("not-found", `There is no folder to keep ${basename(path)} in.`);
  }
  return path;
}

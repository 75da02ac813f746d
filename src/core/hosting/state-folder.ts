import { homedir } from "node:os";
import { join } from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;

/** Where a host keeps what only this machine's user may read. `CORROBOARD_STATE_DIR` comes first. */
export function stateFolder(
  environment: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  if (environment["CORROBOARD_STATE_DIR"]) {
    return environment["CORROBOARD_STATE_DIR"];
  }
  if (platform === "win32") {
    return join(environment["LOCALAPPDATA"] || join(home, "AppData", "Local"), "Corroboard");
  }
  if (platform === "darwin") {
    return join(home, "Library", "Application Support", "Corroboard");
  }
  return join(environment["XDG_STATE_HOME"] || join(home, ".local", "state"), "corroboard");
}

/** Where a project goes when the user names none: the documents, else the user's data. */
export function projectsFolder(
  folderExists: (path: string) => boolean,
  environment: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  const documents = join(home, "Documents");
  if (folderExists(documents)) {
    return join(documents, "Corroboard");
  }
  if (platform === "win32" || platform === "darwin") {
    return join(
      stateFolder({ ...environment, CORROBOARD_STATE_DIR: "" }, platform, home),
      "Projects",
    );
  }
  return join(environment["XDG_DATA_HOME"] || join(home, ".local", "share"), "corroboard");
}

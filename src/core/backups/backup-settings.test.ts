import {
  chmodSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

import { beforeEach, describe, expect, it } from "vitest";

import { temporaryFolder } from "../testing/temporary-folder.ts";
import { readBackupSettings, setSecondFolder } from "./backup-settings.ts";

let folder: string;
let state: string;
beforeEach(() => {
  folder = realpathSync(temporaryFolder());
  state = join(folder, "state");
});

const refusedAs = (code: string) => expect.objectContaining({ code }) as Error;

describe("a second folder that the user names", () => {
  it("gets a folder of ours, once, and keeps the other settings", async () => {
    const stick = join(folder, "stick");
    mkdirSync(stick);
    const ours = join(stick, "Corroboard backups");
    const { maxBytes } = readBackupSettings(state);
    expect(await setSecondFolder(state, stick)).toBe(ours);
    expect(await setSecondFolder(state, ours)).toBe(ours);
    expect(readdirSync(stick)).toEqual(["Corroboard backups"]);
    expect(readBackupSettings(state)).toEqual({ secondFolder: ours, maxBytes });
    expect(await setSecondFolder(state, null)).toBeNull();
    expect(readBackupSettings(state)).toEqual({ secondFolder: null, maxBytes });
  });

  it("is where a link leads", async () => {
    mkdirSync(join(folder, "drive"));
    symlinkSync(join(folder, "drive"), join(folder, "link"));
    expect(await setSecondFolder(state, join(folder, "link"))).toBe(
      join(folder, "drive", "Corroboard backups"),
    );
  });

  it("is not made where there is none: a drive may not be connected", async () => {
    writeFileSync(join(folder, "file"), "");
    for (const name of ["none", "file", "none/deeper", "file/deeper"]) {
      await expect(setSecondFolder(state, join(folder, name)), name).rejects.toThrow(
        refusedAs("not-found"),
      );
    }
    expect(readdirSync(folder)).toEqual(["file"]);
    expect(readBackupSettings(state).secondFolder).toBeNull();
  });

  it("is not the folder in which the backups are kept themselves", async () => {
    const own = join(state, "backups", "one");
    mkdirSync(own, { recursive: true });
    symlinkSync(own, join(folder, "link"));
    for (const name of [state, join(state, "backups"), own, join(folder, "link")]) {
      await expect(setSecondFolder(state, name), name).rejects.toThrow(
        refusedAs("invalid-request"),
      );
    }
    // One that only begins like it is another one.
    mkdirSync(`${state}-of-mind`);
    expect(await setSecondFolder(state, `${state}-of-mind`)).not.toBeNull();
  });

  it.skipIf(process.platform === "win32" || process.getuid?.() === 0)(
    "is refused when it may not be written to",
    async () => {
      const closed = join(folder, "closed");
      mkdirSync(closed);
      chmodSync(closed, 0o500);
      await expect(setSecondFolder(state, closed)).rejects.toThrow(refusedAs("invalid-request"));
    },
  );
});

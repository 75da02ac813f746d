import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { FuseState, FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { expect, it, onTestFinished } from "vitest";

import configuration from "../packaging/electron-builder.mjs";
import { fusesFor, setFuses } from "../packaging/fuses.mjs";

/** Marks the fuses in Electron's binaries: https://github.com/electron/fuses, src/constants.ts. */
const sentinel = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";

/** A file with so many fuses, all on, as one is in Electron's binary. */
function programWith(fuses: number): string {
  const folder = mkdtempSync(join(tmpdir(), "corroboard-fuses-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "program");
  const wire = Buffer.from([1, fuses, ...Array.from({ length: fuses }, () => 0x31)]);
  writeFileSync(
    file,
    Buffer.concat([Buffer.from("before"), Buffer.from(sentinel), wire, Buffer.from("after")]),
  );
  return file;
}

const names = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)));

it.each(["linux", "win32"] as const)(
  "sets all nine in the packed program: %s",
  async (platform) => {
    const file = programWith(9);
    await setFuses(file, platform);
    const wire = await getCurrentFuseWire(file);
    const states = Object.fromEntries(
      names.map((name) => [
        name,
        wire[FuseV1Options[name as keyof typeof FuseV1Options]] === FuseState.ENABLE,
      ]),
    );
    expect(states).toEqual({
      RunAsNode: false,
      EnableCookieEncryption: true,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: platform === "win32",
      OnlyLoadAppFromAsar: true,
      LoadBrowserProcessSpecificV8Snapshot: false,
      GrantFileProtocolExtraPrivileges: false,
      WasmTrapHandlers: true,
    });
    expect(readFileSync(file).toString("latin1")).toMatch(/^before.*after$/su);
  },
);

it("stops at a program with a fuse that was not decided on", async () => {
  await expect(setFuses(programWith(10), "linux")).rejects.toThrow(/strictlyRequireAllFuses/u);
  expect(Object.keys(fusesFor("darwin"))).toHaveLength(9 + 2);
});

it("is part of packing, for every system", async () => {
  for (const [platform, program] of [
    ["linux", "corroboard"],
    ["win32", "Corroboard.exe"],
  ] as const) {
    const file = programWith(9);
    const folder = join(file, "..");
    writeFileSync(join(folder, program), readFileSync(file));
    await configuration.afterPack({
      appOutDir: folder,
      electronPlatformName: platform,
      packager: { appInfo: { productFilename: "Corroboard" }, executableName: "corroboard" },
    });
    const wire = await getCurrentFuseWire(join(folder, program));
    expect(wire[FuseV1Options.RunAsNode]).toBe(FuseState.DISABLE);
  }
  expect(configuration.asar).toBe(true);
});

import { readFileSync } from "node:fs";

import { expect, it } from "vitest";

const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), "utf8"));

const manifest = read("package.json") as Record<string, Record<string, string>>;
const { packages } = read("package-lock.json") as {
  packages: Record<
    string,
    {
      version: string;
      license?: string;
      integrity?: string;
      hasInstallScript?: boolean;
      link?: boolean;
    }
  >;
};
const installed = Object.entries(packages).filter(([path]) => path !== "");

/** Licences under which others' work may be used and passed on in this program. */
const accepted = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "CC-BY-4.0", // caniuse's data, for the build
  "ISC",
  "MIT",
  "MPL-2.0", // unchanged files, named in the notices
  "OFL-1.1", // the two typefaces
]);

it("are all under a licence that was accepted", () => {
  const others = installed.filter(([, { license }]) => !accepted.has(license ?? ""));
  expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
});

it("are exactly the ones that were looked at: each pinned, each with its hash", () => {
  const wished = ["dependencies", "devDependencies", "optionalDependencies"].flatMap((kind) =>
    Object.entries(manifest[kind] ?? {}),
  );
  expect(wished.filter(([, version]) => !/^\d+\.\d+\.\d+$/u.test(version))).toEqual([]);
  const unsure = installed.filter(
    ([, { integrity, link }]) => link || !integrity?.startsWith("sha512-"),
  );
  expect(unsure.map(([path]) => path)).toEqual([]);
});

it("run nothing when they are installed, but for the pinned Node where its binary is no package", () => {
  const scripted = installed.filter(([, { hasInstallScript }]) => hasInstallScript);
  expect(scripted.map(([path]) => path)).toEqual(["node_modules/node"]);
});

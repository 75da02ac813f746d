import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import { describe, expect, it } from "vitest";

import { contentSecurityPolicy, pressableStyleHash } from "#contract/page-policy";

/** The text of the one style element that React Aria makes for things that can be pressed. */
function pressableStyle(): string {
  const require = createRequire(import.meta.url);
  const packages = join(dirname(require.resolve("react-aria-components/package.json")), "..");
  const source = readFileSync(
    join(packages, "react-aria/dist/private/interactions/usePress.mjs"),
    "utf8",
  );
  const attribute = /PRESSABLE_ATTRIBUTE = '(?<name>[^']+)'/u.exec(source)?.groups?.["name"];
  const template = /style\.textContent = `(?<css>[^`]+)`\.trim\(\)/u.exec(source)?.groups?.["css"];
  if (attribute === undefined || template === undefined) {
    throw new Error("react-aria no longer makes its style as it did");
  }
  return template.replace(/\$\{[^}]+\}/u, attribute).trim();
}

describe("the page's policy", () => {
  it("admits the style element of the installed React Aria, by its hash", () => {
    const hash = createHash("sha256").update(pressableStyle()).digest("base64");
    expect(pressableStyleHash).toBe(`sha256-${hash}`);
    expect(contentSecurityPolicy).toContain(`style-src 'self' '${pressableStyleHash}'`);
  });

  it("lets nothing be loaded from elsewhere, and no text become script", () => {
    expect(contentSecurityPolicy).not.toMatch(/unsafe|https?:|\*/u);
    expect(contentSecurityPolicy).toMatch(/^default-src 'none'; script-src 'self'; /u);
    expect(contentSecurityPolicy).toMatch(
      /require-trusted-types-for 'script'; trusted-types corroboard-worker$/u,
    );
  });
});

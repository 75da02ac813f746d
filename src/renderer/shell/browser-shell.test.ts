import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { browserShell } from "./browser-shell.ts";

type Link = { href: string; download: string; readonly click: () => void };

/** What was clicked, as it was then. */
let clicked: { href: string; download: string; bytes: Promise<Uint8Array> }[];

beforeEach(() => {
  vi.useFakeTimers();
  clicked = [];
  vi.stubGlobal("document", {
    createElement: (name: string): Link => {
      expect(name).toBe("a");
      const link: Link = {
        href: "",
        download: "",
        click: () => {
          const { href, download } = link;
          clicked.push({ href, download, bytes: bytesAt(href) });
        },
      };
      return link;
    },
  });
});
afterEach(() => vi.useRealTimers());

async function bytesAt(address: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(address)).arrayBuffer());
}

describe("saving bytes in the browser host", () => {
  const shell = browserShell(null);

  it("hands the browser exactly these bytes, from memory", async () => {
    const bytes = Uint8Array.from({ length: 512 }, (_, index) => index % 256);
    expect(await shell.saveBytes("a copy.corroboard", bytes)).toBe(true);
    const [link, ...others] = clicked;
    expect(others).toEqual([]);
    expect(link?.download).toBe("a copy.corroboard");
    expect(link?.href).toMatch(/^blob:/u);
    expect(await link?.bytes).toEqual(bytes);
  });

  it("hands over a part of a larger buffer, and not what stands around it", async () => {
    const bytes = new TextEncoder().encode("secret part secret").subarray(7, 11);
    await shell.saveBytes("a.corroboard", bytes);
    expect(await clicked[0]?.bytes).toEqual(new TextEncoder().encode("part"));
  });

  it.each([
    "../../etc/passwd",
    "C:\\Windows\\win.ini",
    "javascript:alert(1)",
    "data:text/html,<script>1</script>",
    "https://evil.example/x",
    '"><img src=x onerror=alert(1)>',
    "\u202Efdp.exe",
    "",
  ])("takes a name for a name and for no address: %j", async (name) => {
    await shell.saveBytes(name, new Uint8Array(1));
    expect(clicked.map(({ href, download }) => [href.split(":")[0], download])).toEqual([
      ["blob", name],
    ]);
  });

  it("keeps them in memory no longer than the browser needs to read them", async () => {
    await shell.saveBytes("a.corroboard", new Uint8Array(1));
    const href = clicked[0]?.href ?? "";
    await clicked[0]?.bytes;
    vi.advanceTimersByTime(59_000);
    await expect(bytesAt(href)).resolves.toHaveLength(1);
    vi.advanceTimersByTime(2_000);
    await expect(bytesAt(href)).rejects.toThrow();
  });
});

import { join } from "node:path";

import { describe, expect, it, vi } from "vitest";

import { createCore } from "./create-core.ts";
import { describeBug } from "./describe-bug.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";

const secret = "Putin said he would not send troops";

describe("what a log says of a bug", () => {
  it("is where it was thrown, and nothing of what it says", () => {
    const messages = [
      secret,
      `two\n    at ${secret}`,
      `three\n    at read (file:///${secret}:1:1)`,
      `$& ${secret} $'`,
      "",
    ];
    for (const message of messages) {
      const text = describeBug(Object.assign(new TypeError(message), { code: "ERR_X" }));
      expect(text).toMatch(/^TypeError ERR_X\n\s+at .*describe-bug\.test\.ts:\d+:\d+/u);
      expect(text).not.toContain(secret);
    }
  });

  it("is not what else was thrown, nor what caused it", () => {
    expect(describeBug(secret)).toBe("a thrown string");
    const outer = new Error("outer", { cause: new Error(secret) });
    expect(describeBug(outer)).not.toContain(secret);
  });

  it("is all that a core writes when nothing else is said", () => {
    const folder = temporaryFolder();
    const file = join(folder, `${secret}.corroboard`);
    const written: string[] = [];
    const write = vi.spyOn(process.stderr, "write").mockImplementation((chunk) => {
      written.push(String(chunk));
      return true;
    });
    let isBroken = false;
    let ids = 0;
    const core = createCore({
      projectFile: file,
      newId: () => {
        if (isBroken) {
          throw new Error(secret);
        }
        ids += 1;
        return `00000000-0000-7000-8000-${String(ids).padStart(12, "0")}`;
      },
      now: () => "2025-09-05T12:00:00.000Z",
    });
    isBroken = true;
    expect(core.dispatch("tag.create", { name: secret })).toMatchObject({
      ok: false,
      failure: { code: "internal", message: expect.not.stringContaining(secret) as string },
    });
    core.close();
    write.mockRestore();
    expect(written.join("")).toMatch(/^corroboard: Error\n/u);
    expect(written.join("")).not.toContain(secret);
  });
});

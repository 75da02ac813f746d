import { afterEach, beforeEach, describe, expect, it } from "vitest";

import type { ChangeEvent } from "#contract/changes";
import type { FailureReport, Reply } from "#contract/failure";
import { History } from "#contract/history";
import { requests } from "#contract/requests";
import type { InputOf, OutputOf, RequestName } from "#contract/requests";

/** One way to reach a core, on a project of its own. */
export type ContractHarness = {
  readonly request: (name: string, input: unknown) => Promise<Reply<unknown>>;
  /** Listens as a further page on the same project. */
  readonly listenElsewhere?: (listener: (event: ChangeEvent) => void) => Promise<void>;
  readonly close: () => Promise<void>;
};

const unknownId = "01890000-0000-7000-8000-000000000000";

/** What every host promises of every request. */
export function contractSuite(
  host: string,
  options: { readonly hasPages: boolean },
  open: () => Promise<ContractHarness>,
): void {
  describe(`the contract, through ${host}`, () => {
    let harness: ContractHarness;
    beforeEach(async () => {
      harness = await open();
    });
    afterEach(async () => {
      await harness.close();
    });

    const ask = async <Name extends RequestName>(
      name: Name,
      input: InputOf<Name>,
    ): Promise<OutputOf<Name>> => {
      const reply = await harness.request(name, input);
      if (!reply.ok) {
        throw new Error(`${name}: ${reply.failure.message}`);
      }
      return requests[name].output.parse(reply.value) as OutputOf<Name>;
    };
    const refusalOf = async (name: string, input: unknown): Promise<FailureReport> => {
      const reply = await harness.request(name, input);
      if (reply.ok) {
        throw new Error(`${name} was accepted`);
      }
      return reply.failure;
    };

    it("answers what was written", async () => {
      const tag = await ask("tag.create", { name: "Pledge – 承諾 🤝" });
      expect(tag.name).toBe("Pledge – 承諾 🤝");
      expect(await ask("tag.list", {})).toEqual([tag]);
    });

    it("refuses a request that there is not, also one that every object has", async () => {
      for (const name of ["no.such", "constructor", "__proto__", ""]) {
        const failure = await refusalOf(name, {});
        expect(failure).toMatchObject({ code: "invalid-request", path: [] });
        expect(failure.message).toMatch(/There is no request/u);
      }
    });

    it("says which field of an input is wrong", async () => {
      const failure = await refusalOf("article.describe", {
        articleId: unknownId,
        patch: { publishedOn: "yesterday" },
      });
      expect(failure).toMatchObject({ code: "invalid-request", path: ["patch", "publishedOn"] });
      expect(failure.message).toContain("is not a date");
    });

    it("refuses keys that it does not know", async () => {
      const failure = await refusalOf("tag.create", { name: "Pledge", color: "sky" });
      expect(failure.code).toBe("invalid-request");
      expect(failure.message).toContain("color");
      const smuggled: unknown = JSON.parse('{"name":"Pledge","__proto__":{"colour":"sky"}}');
      expect(await refusalOf("tag.create", smuggled)).toMatchObject({ code: "invalid-request" });
      expect(await ask("tag.list", {})).toEqual([]);
    });

    it("refuses half of a character", async () => {
      const failure = await refusalOf("tag.create", { name: "half \ud83e" });
      expect(failure).toMatchObject({ code: "invalid-request", path: ["name"] });
    });

    it("refuses input that is nested without end", async () => {
      let value: unknown = 1;
      for (let depth = 0; depth < 200; depth += 1) {
        value = [value];
      }
      expect(await refusalOf("view.save", { key: "deep", value })).toMatchObject({
        code: "invalid-request",
      });
    });

    it("says that a thing is not there", async () => {
      expect(await refusalOf("article.read", { articleId: unknownId })).toMatchObject({
        code: "not-found",
      });
    });

    it("refuses to undo and to redo where there is nothing", async () => {
      expect(await refusalOf("history.undo", {})).toMatchObject({ code: "conflict" });
      expect(await refusalOf("history.redo", {})).toMatchObject({ code: "conflict" });
    });

    it("undoes and redoes by name", async () => {
      const tag = await ask("tag.create", { name: "Pledge" });
      const before = await ask("history.read", {});
      expect(before).toMatchObject({ redo: null, undoCount: 1, redoCount: 0 });
      expect(before.undo?.label).not.toBe("");

      const undone = History.parse(await ask("history.undo", {}));
      expect(undone).toEqual({ undo: null, redo: before.undo, undoCount: 0, redoCount: 1 });
      expect(await ask("tag.list", {})).toEqual([]);

      expect(await ask("history.redo", {})).toEqual(before);
      expect(await ask("tag.list", {})).toEqual([tag]);
    });

    it("changes nothing when it refuses", async () => {
      await refusalOf("tag.trash", { tagId: unknownId });
      await refusalOf("tag.create", { name: "" });
      expect(await ask("change.list", { limit: 10 })).toEqual([]);
    });

    const itWithPages = options.hasPages ? it : () => {};
    itWithPages("tells other pages what changed, once", async () => {
      const heard: ChangeEvent[] = [];
      let wake = () => {};
      await harness.listenElsewhere?.((event) => {
        heard.push(event);
        wake();
      });
      await ask("tag.create", { name: "Pledge" });
      await ask("view.save", { key: "desk", value: null });
      await ask("history.undo", {});
      while (heard.length < 2) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      expect(heard.map(({ seq, kind }) => ({ seq, kind }))).toEqual([
        { seq: 1, kind: "do" },
        { seq: 2, kind: "undo" },
      ]);
      expect(heard[0]?.topics).toEqual(expect.arrayContaining(["tags", "history"]));
      expect(heard[1]?.label).toBe(heard[0]?.label);
    });
  });
}

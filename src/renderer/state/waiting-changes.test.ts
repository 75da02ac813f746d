import { beforeEach, describe, expect, it } from "vitest";

import { Failure } from "#contract/failure";

import { commandRunner } from "./use-command.ts";
import { canWait, tryAgain, useWaitingChanges } from "./waiting-changes.ts";

const full = new Failure("disk-full", "The disk is full.");

/** A project on a disk that is full until `free` is called. */
function projectOnFullDisk() {
  let isFull = true;
  const made: string[] = [];
  const send = async (name: string, input: unknown): Promise<unknown> => {
    if (isFull) {
      throw full;
    }
    const { statement } = input as { statement?: string };
    if (statement === "refused") {
      throw new Failure("conflict", "There is one already.");
    }
    if (name !== "view.save") {
      made.push(statement ?? name);
    }
    return {};
  };
  return {
    made,
    send,
    run: commandRunner(send as Parameters<typeof commandRunner>[0]),
    free: () => {
      isFull = false;
    },
  };
}

describe("changes that a full disk refused", () => {
  beforeEach(() => {
    useWaitingChanges.setState({ trouble: null, waiting: [] });
  });

  it("wait, are told of, and are made in their order when there is space", async () => {
    const { made, send, run, free } = projectOnFullDisk();
    const answers = ["one", "two"].map((statement) => run("claim.create", { statement }));
    await expect.poll(() => useWaitingChanges.getState().waiting.length).toBe(2);
    expect(useWaitingChanges.getState()).toMatchObject({
      trouble: { code: "disk-full", message: "The disk is full." },
      waiting: [{ input: { statement: "one" } }, { input: { statement: "two" } }],
    });
    expect(await tryAgain(send)).toEqual({ saved: 0, refused: [], isOver: false });
    free();
    expect(await tryAgain(send)).toEqual({ saved: 2, refused: [], isOver: true });
    expect(made).toEqual(["one", "two"]);
    expect(await Promise.all(answers)).toEqual([{}, {}]);
    expect(useWaitingChanges.getState()).toEqual({ trouble: null, waiting: [] });
  });

  it("are not overtaken by a later change", async () => {
    const { made, send, run, free } = projectOnFullDisk();
    void run("claim.create", { statement: "one" });
    await expect.poll(() => useWaitingChanges.getState().waiting.length).toBe(1);
    free();
    void run("claim.create", { statement: "two" });
    expect(made).toEqual([]);
    await tryAgain(send);
    expect(made).toEqual(["one", "two"]);
  });

  it("are let go of, and told, where the project does not take them any more", async () => {
    const { made, send, run, free } = projectOnFullDisk();
    const refused = run("claim.create", { statement: "refused" });
    await expect.poll(() => useWaitingChanges.getState().waiting.length).toBe(1);
    void run("claim.create", { statement: "two" });
    free();
    expect(await tryAgain(send)).toEqual({
      saved: 1,
      refused: ["There is one already."],
      isOver: true,
    });
    expect(made).toEqual(["two"]);
    expect(await refused).toBeNull();
  });

  it("do not wait when the drive failed: they may have been saved", async () => {
    const run = commandRunner(async () => {
      throw new Failure("drive-failed", "The drive failed.");
    });
    expect(await run("claim.create", { statement: "one" })).toBeNull();
    expect(useWaitingChanges.getState()).toMatchObject({
      trouble: { code: "drive-failed" },
      waiting: [],
    });
  });

  it("are none that depend on the moment or on bytes", () => {
    expect(canWait("history.undo")).toBe(false);
    expect(canWait("article.import")).toBe(false);
    expect(canWait("highlight.create")).toBe(true);
  });
});

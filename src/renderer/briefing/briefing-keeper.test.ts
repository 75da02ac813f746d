import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { BriefingText } from "#contract/briefing";
import { Failure } from "#contract/failure";
import type { BriefingId } from "#contract/ids";
import type { OutputOf } from "#contract/requests";

import type { Request } from "../state/requests.tsx";
import { BriefingKeeper } from "./briefing-keeper.ts";
import type { Keeping } from "./briefing-keeper.ts";

type Stored = OutputOf<"briefing.read">;

const briefingId = "01980000-0000-7000-8000-000000000001" as BriefingId;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => vi.useRealTimers());

function textOf(words: string): BriefingText {
  return {
    version: 1,
    blocks: [{ kind: "paragraph", runs: [{ kind: "text", text: words }] }],
    ticked: [],
  };
}

function wordsOf({ blocks }: BriefingText): string {
  return JSON.stringify(blocks).replace(/^.*"text":"(.*?)".*$/u, "$1");
}

/** A project of briefings that answers as the core does: a save on an old revision is a conflict. */
function project() {
  const texts = new Map([[briefingId, textOf("first")]]);
  const state = { saves: [] as string[], isDown: false, others: [] as string[] };
  const storedOf = (id: BriefingId): Stored => {
    const text = texts.get(id) ?? textOf("");
    return {
      briefing: {
        id,
        title: "Note",
        position: 0,
        createdAt: "2026-01-01T00:00:00.000Z",
        revision: text.blocks.length === 1 ? wordsOf(text) : JSON.stringify(text),
      },
      text,
    };
  };
  const answer = (name: string, input: { text?: BriefingText; baseRevision?: string }) => {
    if (state.isDown) {
      throw new Failure("internal", "The host does not answer.");
    }
    if (name === "briefing.create" && input.text !== undefined) {
      state.others.push(wordsOf(input.text));
      return storedOf(briefingId).briefing;
    }
    if (name === "briefing.save" && input.text !== undefined) {
      if (input.baseRevision !== storedOf(briefingId).briefing.revision) {
        throw new Failure("conflict", "It was changed in another window.");
      }
      texts.set(briefingId, input.text);
      state.saves.push(wordsOf(input.text));
      return storedOf(briefingId).briefing;
    }
    return storedOf(briefingId);
  };
  const request = ((name: string, input: object) =>
    // As any request, it answers later.
    Promise.resolve().then(() => answer(name, input))) as Request;
  return {
    state,
    request,
    stored: () => storedOf(briefingId),
    write: (words: string) => texts.set(briefingId, textOf(words)),
    put: (text: BriefingText) => texts.set(briefingId, text),
  };
}

function writer(store: ReturnType<typeof project>) {
  let words = wordsOf(store.stored().text);
  const told: Keeping[] = [];
  const keeper = new BriefingKeeper({
    stored: store.stored(),
    request: store.request,
    read: () => textOf(words),
    load: (text) => {
      words = wordsOf(text);
    },
    tell: (keeping) => told.push(keeping),
    tellMerged: () => undefined,
  });
  return {
    keeper,
    told,
    words: () => words,
    type: (next: string) => {
      words = next;
      keeper.changed();
    },
  };
}

it("saves once typing pauses, as one step", async () => {
  const store = project();
  const { type, told } = writer(store);
  for (const words of ["o", "on", "one"]) {
    type(words);
    await vi.advanceTimersByTimeAsync(300);
  }
  expect(store.state.saves).toEqual([]);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(store.state.saves).toEqual(["one"]);
  expect(told.at(-1)).toBe("saved");
});

it("saves a writer who never pauses now and then", async () => {
  const store = project();
  const { type } = writer(store);
  for (let count = 0; count < 100; count += 1) {
    type(`words ${count}`);
    await vi.advanceTimersByTimeAsync(500);
  }
  expect(store.state.saves.length).toBeGreaterThan(1);
  expect(store.state.saves.length).toBeLessThan(5);
});

it("saves what is typed while a save is under way, too", async () => {
  const store = project();
  const { keeper, type } = writer(store);
  type("one");
  const saving = keeper.saveNow();
  type("one two");
  expect(await saving).toBe(true);
  expect(store.state.saves).toEqual(["one", "one two"]);
});

it("takes over what was stored elsewhere while nothing waits here, and reads nothing for its own saves", async () => {
  const store = project();
  const { keeper, type, words } = writer(store);
  store.write("theirs");
  await keeper.lookAt("theirs");
  expect(words()).toBe("theirs");
  type("theirs and mine");
  await keeper.saveNow();
  store.state.isDown = true; // any further reading would fail
  await keeper.lookAt("theirs and mine");
  expect(words()).toBe("theirs and mine");
});

it("overwrites nothing when both wrote, and keeps both as two briefings when asked to", async () => {
  const store = project();
  const { keeper, type, words, told } = writer(store);
  type("mine");
  store.write("theirs");
  expect(await keeper.saveNow()).toBe(false);
  expect(told.at(-1)).toBe("conflict");
  expect(store.state.saves).toEqual([]);
  await keeper.keepBoth();
  expect(store.state.others).toEqual(["mine"]);
  expect(words()).toBe("theirs");
  expect(told.at(-1)).toBe("saved");
});

it("saves both together when each wrote in a block of its own", async () => {
  const both = (first: string, second: string): BriefingText => ({
    version: 1,
    blocks: [...textOf(first).blocks, ...textOf(second).blocks],
    ticked: [],
  });
  const store = project();
  store.put(both("one", "two"));
  let text = store.stored().text;
  const merged = vi.fn();
  const keeper = new BriefingKeeper({
    stored: store.stored(),
    request: store.request,
    read: () => text,
    load: (next) => {
      text = next;
    },
    tell: () => undefined,
    tellMerged: merged,
  });
  text = both("one", "two of mine");
  keeper.changed();
  store.put(both("one of theirs", "two"));
  expect(await keeper.saveNow()).toBe(true);
  expect(text).toEqual(both("one of theirs", "two of mine"));
  expect(store.stored().text).toEqual(text);
  expect(merged).toHaveBeenCalledOnce();
});

it("lets mine take the place of theirs when asked to", async () => {
  const store = project();
  const { keeper, type, words } = writer(store);
  type("mine");
  store.write("theirs");
  await keeper.saveNow();
  await keeper.keepMine();
  expect(store.state.saves).toEqual(["mine"]);
  expect(words()).toBe("mine");
});

it("shows no stored text over words that are typed while it is read", async () => {
  const store = project();
  const { keeper, type, words } = writer(store);
  store.write("theirs");
  const looking = keeper.lookAt("theirs");
  type("mine");
  await looking;
  expect(words()).toBe("mine");
});

it("tries again after a failure, until it is saved", async () => {
  const store = project();
  const { type, told } = writer(store);
  store.state.isDown = true;
  type("one");
  await vi.advanceTimersByTimeAsync(3_000);
  expect(told.at(-1)).toBe("failed");
  store.state.isDown = false;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(store.state.saves).toEqual(["one"]);
  expect(told.at(-1)).toBe("saved");
});

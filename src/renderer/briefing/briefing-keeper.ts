import type { BriefingText } from "#contract/briefing";
import { Failure } from "#contract/failure";
import type { BriefingId } from "#contract/ids";
import type { OutputOf } from "#contract/requests";

import type { Request } from "../state/requests.tsx";
import { mergeTexts } from "./merge-texts.ts";
import type { MergedText } from "./merge-texts.ts";

/** What was typed is saved after such a pause, so that a save is a step that makes sense to undo. */
const pauseMs = 1_200;
/** Whoever types without a pause is saved this often. */
const mostMs = 20_000;
const retryMs = 5_000;

export type Keeping = "saved" | "unsaved" | "saving" | "conflict" | "failed";

type Stored = OutputOf<"briefing.read">;

/**
 * Keeps a briefing that is being written: saves it, and takes over what was changed elsewhere while nothing
 * here waits to be saved. When both changed, each block is taken from who changed it; when both changed the
 * same one, neither is lost: see `keepBoth` and `keepMine`.
 */
export class BriefingKeeper {
  readonly #briefingId: BriefingId;
  readonly #request: Request;
  readonly #read: () => BriefingText;
  readonly #load: (text: BriefingText, indexOf?: MergedText["indexOf"]) => void;
  readonly #tell: (keeping: Keeping) => void;
  readonly #tellMerged: () => void;
  #base: string;
  #baseText: BriefingText;
  #changes = 0;
  #savedChanges = 0;
  #keeping: Keeping = "saved";
  #saving: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #unsavedSince: number | null = null;

  constructor(options: {
    stored: Stored;
    request: Request;
    /** The text as it is in the editor now. */
    read: () => BriefingText;
    /** Puts a text into the editor. `indexOf`: where a block that is there now will stand; the caret stays in it. */
    load: (text: BriefingText, indexOf?: MergedText["indexOf"]) => void;
    tell: (keeping: Keeping) => void;
    /** What was written elsewhere was taken in among what is written here. */
    tellMerged: () => void;
  }) {
    this.#briefingId = options.stored.briefing.id;
    this.#base = options.stored.briefing.revision;
    this.#baseText = options.stored.text;
    this.#request = options.request;
    this.#read = options.read;
    this.#load = options.load;
    this.#tell = options.tell;
    this.#tellMerged = options.tellMerged;
  }

  /** Something was typed. */
  changed(): void {
    this.#changes += 1;
    this.#unsavedSince ??= performance.now();
    if (this.#keeping === "conflict") {
      return;
    }
    if (this.#saving === null) {
      this.#set("unsaved");
    }
    const sinceFirst = performance.now() - this.#unsavedSince;
    this.#saveIn(Math.max(0, Math.min(pauseMs, mostMs - sinceFirst)));
  }

  /** The stored text has this revision now: by a save from here, from another window, or by undo. */
  async lookAt(revision: string): Promise<void> {
    if (revision === this.#base) {
      return;
    }
    if (this.#saving !== null || this.#isDirty() || this.#keeping === "conflict") {
      return; // the save will find out
    }
    const changes = this.#changes;
    const stored = await this.#request("briefing.read", { briefingId: this.#briefingId });
    const isQuiet = changes === this.#changes && this.#saving === null;
    if (isQuiet && stored.briefing.revision !== this.#base) {
      this.#take(stored);
    }
  }

  /** Saves what waits. Answers false when it could not be saved. */
  async saveNow(): Promise<boolean> {
    clearTimeout(this.#timer);
    while (this.#isDirty() || this.#saving !== null) {
      if (this.#keeping === "conflict") {
        return false;
      }
      this.#saving ??= this.#save().finally(() => {
        this.#saving = null;
      });
      await this.#saving;
      if (this.#isFailed()) {
        return false;
      }
    }
    return true;
  }

  /** Mine becomes a briefing of its own, and the other version is shown. */
  async keepBoth(): Promise<string> {
    const theirs = await this.#request("briefing.read", { briefingId: this.#briefingId });
    const title = `${theirs.briefing.title} (my version)`;
    await this.#request("briefing.create", { title, text: this.#read() });
    this.#take(theirs);
    this.#set("saved");
    return title;
  }

  /** Mine takes the place of the other version, which undo brings back. */
  async keepMine(): Promise<void> {
    const theirs = await this.#request("briefing.read", { briefingId: this.#briefingId });
    this.#base = theirs.briefing.revision;
    this.#baseText = theirs.text;
    this.#set("unsaved");
    await this.saveNow();
  }

  /** Saves what waits, and no more after that. */
  stop(): void {
    void this.saveNow();
    clearTimeout(this.#timer);
  }

  async #save(): Promise<void> {
    const changes = this.#changes;
    this.#set("saving");
    this.#unsavedSince = null;
    const text = this.#read();
    try {
      const { revision } = await this.#request("briefing.save", {
        briefingId: this.#briefingId,
        text,
        baseRevision: this.#base,
      });
      this.#base = revision;
      this.#baseText = text;
      this.#savedChanges = changes;
      this.#set(this.#isDirty() ? "unsaved" : "saved");
    } catch (error) {
      if (!(error instanceof Failure && error.code === "conflict")) {
        this.#fail();
        return;
      }
      try {
        await this.#merge();
      } catch {
        this.#fail(); // it could not be read; the next save finds the same conflict
      }
    }
  }

  /** Takes in what was changed elsewhere; both are then saved together. */
  async #merge(): Promise<void> {
    const theirs = await this.#request("briefing.read", { briefingId: this.#briefingId });
    const merged = mergeTexts(this.#baseText, this.#read(), theirs.text);
    if (merged === null) {
      this.#set("conflict");
      return;
    }
    this.#load(merged.text, merged.indexOf);
    this.#tellMerged();
    this.#base = theirs.briefing.revision;
    this.#baseText = theirs.text;
    this.#set("unsaved");
  }

  #fail(): void {
    this.#set("failed");
    this.#saveIn(retryMs);
  }

  #take({ briefing, text }: Stored): void {
    this.#load(text, mergeTexts(this.#baseText, this.#baseText, text)?.indexOf);
    this.#base = briefing.revision;
    this.#baseText = text;
    this.#savedChanges = this.#changes;
    this.#unsavedSince = null;
  }

  #isDirty(): boolean {
    return this.#changes !== this.#savedChanges;
  }

  #isFailed(): boolean {
    return this.#keeping === "failed" || this.#keeping === "conflict";
  }

  #saveIn(delayMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.saveNow(), delayMs);
  }

  #set(keeping: Keeping): void {
    if (keeping !== this.#keeping) {
      this.#keeping = keeping;
      this.#tell(keeping);
    }
  }
}

// oxlint-disable-next-line import/default -- the build makes it
import workerUrl from "./find-pattern-worker.ts?worker&url";
import type { PatternQuestion, PatternReply } from "./find-pattern-worker.ts";
import { scriptUrlOfWorker } from "./worker-policy.ts";

/** A pattern that takes longer is stopped: it would hold up reading, and most likely never ends. */
const mostMs = 500;

export type PatternAnswer =
  | Exclude<PatternReply, { readonly kind: "ready" }>
  | { readonly kind: "stopped" };

type Asked = {
  readonly question: PatternQuestion;
  readonly answer: (answer: PatternAnswer) => void;
};

/**
 * Searches by regular expression in a worker. Only the last question counts: an earlier one that is still
 * under way is stopped and never answered.
 */
export class PatternFinder {
  #worker: Worker | null = null;
  /** The worker has started; the time that takes is not the pattern's. */
  #isReady = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked: Asked | null = null;

  ask(question: PatternQuestion): Promise<PatternAnswer> {
    if (this.#asked !== null) {
      this.stop();
    }
    return new Promise((resolve) => {
      this.#asked = { question, answer: resolve };
      this.#worker ??= this.#start();
      this.#send();
    });
  }

  /** Lets go of the worker, whatever it does. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = null;
    this.#isReady = false;
    this.#asked = null;
  }

  #send(): void {
    if (this.#isReady && this.#asked !== null) {
      this.#worker?.postMessage(this.#asked.question);
      this.#timer = setTimeout(() => this.#end({ kind: "stopped" }), mostMs);
    }
  }

  #start(): Worker {
    const worker = new Worker(scriptUrlOfWorker(workerUrl), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<PatternReply>) => {
      if (data.kind === "ready") {
        this.#isReady = true;
        this.#send();
      } else {
        this.#end(data);
      }
    });
    worker.addEventListener("error", () => this.#end({ kind: "stopped" }));
    return worker;
  }

  #end(answer: PatternAnswer): void {
    const asked = this.#asked;
    if (answer.kind === "stopped") {
      this.stop();
    }
    clearTimeout(this.#timer);
    this.#asked = null;
    asked?.answer(answer);
  }
}

import type { TextSpan } from "#contract/article";
import type { PassageMatch } from "#contract/search";

import type { Request } from "../state/requests.tsx";
import { useWorkbench } from "../state/workbench.ts";
import { useFollowState } from "./follow-state.ts";
import { openPane } from "./open-panes.ts";

/** While a pane is scrolled, the others are led on so often. */
const everyMs = 120;

const isSameSpan = (a: TextSpan | null, b: TextSpan | null) =>
  a === b || (a !== null && b !== null && a.start === b.start && a.end === b.end);

/**
 * Leads the other panes to the places that answer to where the reader is in the leading one. Only what a
 * hand does makes a pane the leader, so that being led leads no one; the focus stays where it is.
 */
export class Leader {
  readonly #request: Request;
  #leaderPaneId: string | null = null;
  #span: TextSpan | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Answers to earlier questions come too late. */
  #serial = 0;
  #frame = 0;

  constructor(request: Request) {
    this.#request = request;
  }

  /** A hand is on this pane. */
  take(paneId: string): void {
    if (paneId !== this.#leaderPaneId) {
      this.#leaderPaneId = paneId;
      this.#span = null;
      useFollowState.setState({ leaderPaneId: paneId });
    }
  }

  /** The pane was scrolled, or its cursor moved. @param again even where the place is the same */
  moved(paneId: string, again = false): void {
    if (paneId !== this.#leaderPaneId) {
      return;
    }
    if (again) {
      this.#span = null;
    }
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#lead();
    }, everyMs);
  }

  /** Asks again for the same place: the evidence, the articles or the panes changed. */
  lookAgain(): void {
    if (this.#leaderPaneId !== null) {
      this.moved(this.#leaderPaneId, true);
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
    cancelAnimationFrame(this.#frame);
    this.#serial += 1;
    useFollowState.setState({ leaderPaneId: null, matches: new Map() });
  }

  async #lead(): Promise<void> {
    const leader = openPane(this.#leaderPaneId);
    const span = leader?.readingSpan() ?? null;
    if (leader === null || isSameSpan(span, this.#span)) {
      return;
    }
    this.#span = span;
    this.#serial += 1;
    const serial = this.#serial;
    const { articleId } = leader;
    const others = useWorkbench.getState().panes.filter((pane) => pane.articleId !== articleId);
    const articleIds = [...new Set(others.map((pane) => pane.articleId))];
    const found =
      span === null || articleIds.length === 0
        ? []
        : await this.#request("passage.matches", { articleId, ...span, articleIds }).catch(
            () => [], // where nothing is known, nothing moves
          );
    if (serial === this.#serial) {
      this.#bring(
        others.flatMap(({ paneId, articleId: shown }) => {
          const match = found.find((each) => each.articleId === shown);
          return match === undefined ? [] : [{ paneId, match }];
        }),
      );
    }
  }

  /** One pane in a frame: to draw six at once would hold up the scrolling of the first. */
  #bring(led: readonly { readonly paneId: string; readonly match: PassageMatch }[]): void {
    const ids = new Set(led.map(({ paneId }) => paneId));
    const { matches } = useFollowState.getState();
    const kept = new Map([...matches].filter(([paneId]) => ids.has(paneId)));
    if (kept.size < matches.size) {
      useFollowState.setState({ matches: kept });
    }
    const waiting = [...led];
    const next = () => {
      const first = waiting.shift();
      if (first !== undefined) {
        const { paneId, match } = first;
        useFollowState.setState((state) => ({
          matches: new Map(state.matches).set(paneId, match),
        }));
        openPane(paneId)?.show(match);
        this.#frame = requestAnimationFrame(next);
      }
    };
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(next);
  }
}

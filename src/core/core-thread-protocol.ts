import type { ChangeEvent } from "#contract/changes";
import type { FailureReport, Reply } from "#contract/failure";

import type { CoreOptions } from "./create-core.ts";

/** What can be handed to the core's thread: functions cannot. */
export type ThreadOptions = Pick<CoreOptions, "projectFile" | "title" | "who"> & {
  /** Where records, backups and the index of the project are kept; none are when it is not given. */
  readonly stateFolder?: string;
};

/** To the thread. Replies carry the `id` of their request. */
export type ThreadRequest =
  | {
      readonly kind: "request";
      readonly id: number;
      readonly name: string;
      readonly input: unknown;
    }
  | { readonly kind: "close" };

/** From the thread. The first message is `opened` or `refused`. */
export type ThreadMessage =
  | { readonly kind: "opened" }
  | { readonly kind: "refused"; readonly failure: FailureReport }
  | { readonly kind: "reply"; readonly id: number; readonly reply: Reply<unknown> }
  | { readonly kind: "change"; readonly event: ChangeEvent }
  | { readonly kind: "bug"; readonly description: string };

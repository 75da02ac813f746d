import type { Shell } from "../shell/shell.ts";
import type { Request } from "../state/requests.tsx";
import type { RunCommand } from "../state/use-command.ts";

export type ActionContext = {
  readonly request: Request;
  /** Like `request`, but shows failures and answers null then. */
  readonly run: RunCommand;
  readonly shell: Shell;
};

/** One thing a user can do: has a name in the palette and, mostly, a key. */
export type Action = {
  /** Stable and dotted, such as "claim.from-passage". */
  readonly id: string;
  /** Sentence case, a verb first. */
  readonly title: string;
  readonly section: "Project" | "Desk" | "Coding" | "Claims" | "Board" | "Briefing" | "View";
  /**
   * Keys that run it, such as "Mod+K" (Ctrl, or Cmd on a Mac), "Shift+ArrowDown", "h", "?".
   * Those without Mod or Alt act only when no field has focus.
   */
  readonly keys: readonly string[];
  /** The keys act only while the focus is inside an element with this `data-scope`. */
  readonly scope?:
    | "library"
    | "codebook"
    | "highlights"
    | "reader"
    | "board"
    | "claims"
    | "search"
    | "briefing"
    | "trash";
  /** Read each time; a disabled action is shown but does nothing. */
  readonly isEnabled?: () => boolean;
  readonly run: (context: ActionContext) => void | Promise<void>;
};

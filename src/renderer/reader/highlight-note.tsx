import type { HighlightId } from "#contract/ids";

import { useCommand } from "../state/use-command.ts";
import { NoteField } from "../ui/note-field.tsx";
import { focusActivePane } from "./open-panes.ts";

/** The note on a highlight; Escape goes back to the text. Mount it anew for another highlight. */
export function HighlightNote({ highlightId, note }: { highlightId: HighlightId; note: string }) {
  const run = useCommand();
  return (
    <NoteField
      label="Note"
      note={note}
      placeholder="Why this passage matters"
      onSave={async (typed) =>
        (await run("highlight.change", { highlightId, note: typed })) !== null
      }
      onLeave={focusActivePane}
    />
  );
}

import { shownKeys } from "../ui/keys.ts";
import { useKeysOf } from "./run-action.ts";

/** The keys that an action has now, for a sentence that teaches them: "press T"; its name where it has none. */
export function KeyOf({ action, otherwise }: { action: string; otherwise: string }) {
  const keys = useKeysOf()(action);
  return keys === undefined ? (
    <>use “{otherwise}”</>
  ) : (
    <>
      press <kbd>{shownKeys(keys)}</kbd>
    </>
  );
}

import { UploadId } from "#contract/ids";
import type { OutputOf, ParsedInputOf } from "#contract/requests";

import type { WriteContext } from "../core-context.ts";

/** Takes bytes for an import that follows. What they are is looked at then. */
export function putUpload(
  { uploads, newId }: WriteContext,
  { bytes }: ParsedInputOf<"upload.put">,
): OutputOf<"upload.put"> {
  const upload = UploadId.parse(newId());
  uploads.put(upload, bytes);
  return { upload };
}

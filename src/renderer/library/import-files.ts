import type { ImportResult } from "#contract/article";

import type { ActionContext } from "../actions/action.ts";
import { announce, openArticle, select, useWorkbench } from "../state/workbench.ts";
import { useImportState } from "./import-state.ts";

export type FileToSend = {
  /** Null for pasted text. */
  readonly name: string | null;
  readonly bytes: () => Promise<Uint8Array>;
};

export function fileToSend(file: File): FileToSend {
  return { name: file.name, bytes: async () => new Uint8Array(await file.arrayBuffer()) };
}

export function pastedText(text: string): FileToSend {
  return { name: null, bytes: async () => new TextEncoder().encode(text) };
}

/**
 * Hands the files to the core and imports all of them in one change. What was refused is listed in the
 * library with its reason. Null when the whole import failed, which is then shown.
 */
export async function importFiles(
  { request, run }: Pick<ActionContext, "request" | "run">,
  files: readonly FileToSend[],
): Promise<ImportResult | null> {
  try {
    const handles = [];
    for (const [index, { name, bytes }] of files.entries()) {
      useImportState.setState({ progress: `Reading ${index + 1} of ${files.length}` });
      const { upload } = await request("upload.put", { bytes: await bytes() });
      handles.push({ name, upload });
    }
    useImportState.setState({ progress: `Importing ${files.length}` });
    const result = await run("article.import", { files: handles });
    if (result !== null) {
      showResult(result);
    }
    return result;
  } finally {
    useImportState.setState({ progress: null });
  }
}

function showResult({ imported, refused }: ImportResult): void {
  useImportState.setState({ refused });
  const words =
    imported.length === 1 ? "1 article imported" : `${imported.length} articles imported`;
  announce(refused.length === 0 ? words : `${words}, ${refused.length} refused`);
  const wasEmpty = useWorkbench.getState().panes.length === 0;
  for (const article of wasEmpty ? imported.slice(0, 1) : []) {
    openArticle(article.id);
  }
  const [first] = imported;
  if (first !== undefined) {
    select({ kind: "article", articleId: first.id });
  }
}

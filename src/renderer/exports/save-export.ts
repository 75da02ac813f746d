import type { ExportedDocument, ExportFormat, ExportScope } from "#contract/export";

import type { Shell } from "../shell/shell.ts";
import type { Request } from "../state/requests.tsx";
import { messageOf } from "../state/use-command.ts";
import { announce, showFailure } from "../state/workbench.ts";
import { exportFormats } from "./export-formats.ts";
import { asExportJob } from "./export-job.ts";

/** Writes what is chosen as one file, where the user says; tells the user how it went. */
export async function saveExport(
  request: Request,
  shell: Shell,
  what: { readonly format: ExportFormat; readonly scope: ExportScope },
): Promise<void> {
  const name = exportFormats.find(({ format }) => format === what.format)?.name ?? what.format;
  announce(`Writing: ${name}`);
  try {
    const document = await asExportJob(name, (signal) =>
      request("export.document", { ...what, zipped: true }, { signal }),
    );
    if (document === null) {
      announce(`Cancelled: ${name}. Nothing was written`);
    } else if (await saveDocument(shell, document)) {
      const warnings = document.warnings.map((warning) => `. ${warning}`).join("");
      announce(`Saved ${document.fileName}${warnings}`);
    }
  } catch (error) {
    showFailure(messageOf(error));
  }
}

function saveDocument(shell: Shell, { content, fileName }: ExportedDocument): Promise<boolean> {
  switch (content.kind) {
    case "text":
      return shell.saveText(fileName, content.text);
    case "bytes":
      return shell.saveBytes(fileName, bytesOfBase64(content.base64));
    case "folder":
      throw new Error(`${fileName} was asked for as one file`);
  }
}

function bytesOfBase64(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) {
    bytes[index] = binary.charCodeAt(index);
  }
  return bytes;
}

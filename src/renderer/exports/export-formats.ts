import type { ExportFormat } from "#contract/export";

/** What can be saved, in the order of the menu. */
export const exportFormats: readonly {
  readonly format: ExportFormat;
  readonly name: string;
  readonly hint: string;
}[] = [
  { format: "markdown", name: "Markdown", hint: "one file, with footnotes" },
  { format: "html", name: "Web page", hint: "one file, for reading and printing" },
  { format: "docx", name: "Word document", hint: "for Word and LibreOffice, with footnotes" },
  { format: "pdf", name: "PDF", hint: "the web page, printed; takes some seconds" },
  {
    format: "obsidian",
    name: "Linked notes (ZIP)",
    hint: "a folder for Obsidian, a file per claim",
  },
  { format: "csv", name: "Tables (ZIP of CSV)", hint: "claims, evidence and highlights" },
  { format: "json", name: "Whole project (JSON)", hint: "for other programs, and to import again" },
];

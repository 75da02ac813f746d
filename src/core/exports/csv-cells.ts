import { stringify } from "csv-stringify/sync";

export type CsvCell = string | number | boolean | null;

/**
 * A table after RFC 4180: UTF-8, lines that end in CR LF, words in quotation marks. It begins with a byte
 * order mark, without which Excel takes it for the machine's own encoding. Null is an empty cell.
 */
export function csvOf(columns: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return stringify(
    [columns, ...rows].map((row) =>
      row.map((cell) => (typeof cell === "string" ? defused(cell) : cell)),
    ),
    {
      bom: true,
      record_delimiter: "\r\n",
      quoted_string: true,
      cast: { boolean: (value) => (value ? "yes" : "no") },
    },
  );
}

/**
 * Where a program may take words for a formula: at the start of the cell and after every line end, as a
 * program may split a cell there. White space and invisible characters before a sign do not disarm it. A line
 * that begins with an apostrophe is one of them, so that taking apostrophes away again gives the words.
 */
const formulaStart =
  /(?<=^|\r(?!\n)|[\n\v\f\u0085\u2028\u2029])(?=[\s\p{C}\p{Z}]*['=+\-@＝＋－＠]|\t)/gu;

/**
 * Words that no spreadsheet runs as a formula: an apostrophe stands before each place where one could begin.
 *
 * To undo it, take one apostrophe away wherever one stands at the start of the cell or after a line end
 * (CR LF, LF, CR, VT, FF, NEL, LS, PS).
 */
export function defused(words: string): string {
  return words.replace(formulaStart, "'");
}

/** Whether a spreadsheet may run the cell: it may trim, skip what is not seen, and split at line ends. */
export function mayBeFormula(cell: string): boolean {
  return cell
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u)
    .some((line) => /^[\s\p{Cc}\p{Cf}\p{Zs}]*[=+\-@＝＋－＠]/u.test(line) || line.startsWith("\t"));
}

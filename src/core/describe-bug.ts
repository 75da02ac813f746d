/**
 * What a log may say of an unexpected error: its kind and where it was thrown. Not its message, which
 * may quote what the analyst reads or writes.
 */
export function describeBug(error: unknown): string {
  if (!(error instanceof Error)) {
    return `a thrown ${typeof error}`;
  }
  const code = "code" in error && typeof error.code === "string" ? ` ${error.code}` : "";
  const frames = (error.stack ?? "")
    .replace(error.message, "")
    .split("\n")
    // A line of a message can begin as a frame does; only a frame ends in a line and a column.
    .filter((line) => /^\s+at (?:.+ \()?(?:file:|node:|[A-Z]:\\|\/)[^()]*:\d+:\d+\)?$/u.test(line));
  return [`${error.name}${code}`, ...frames].join("\n");
}

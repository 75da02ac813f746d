/** What keys can do with the findings while the checks are shown. */
export type ChecksControl = {
  /** Goes to the next finding, or the one before. */
  readonly step: (by: 1 | -1) => void;
  /** Puts right the finding that was gone to last. */
  readonly fix: () => void;
};

let shown: ChecksControl | null = null;

/** Answers how to take it back. */
export function registerChecks(control: ChecksControl): () => void {
  shown = control;
  return () => {
    if (shown === control) {
      shown = null;
    }
  };
}

export function shownChecks(): ChecksControl | null {
  return shown;
}

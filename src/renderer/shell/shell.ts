/** What the page asks of the system around it. */
export type Shell = {
  /** Lets the user keep a text as a file; false when the user cancelled. @throws Failure */
  readonly saveText: (suggestedName: string, text: string) => Promise<boolean>;
  /** The same for bytes. */
  readonly saveBytes: (suggestedName: string, bytes: Uint8Array<ArrayBuffer>) => Promise<boolean>;
  /** Opens another window on the same project. @throws Failure */
  readonly openWindow: () => Promise<void>;
};

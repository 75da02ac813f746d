/** What the page asks of the system around it. */
export type Shell = {
  /** Lets the user keep a text as a file; false when the user cancelled. @throws Failure */
  readonly saveText: (suggestedName: string, text: string) => Promise<boolean>;
  /** The same for bytes. */
  readonly saveBytes: (suggestedName: string, bytes: Uint8Array<ArrayBuffer>) => Promise<boolean>;
  /**
   * Lets the user choose any folder for copies of backups; false when the user cancelled. Null where the
   * host cannot ask, and takes no path from a page. @throws Failure
   */
  readonly chooseBackupFolder: (() => Promise<boolean>) | null;
  /** Opens another window on the same project. @throws Failure */
  readonly openWindow: () => Promise<void>;
};

import { z } from "zod";

import { Moment } from "./text.ts";

/** Names a backup of the open project: the moment it was made and why. */
export const BackupId = z
  .string()
  .regex(/^\d{8}T\d{9}Z-[a-z-]{1,40}$/u)
  .brand<"BackupId">();
export type BackupId = z.infer<typeof BackupId>;

export const BackupReason = z.enum([
  "opened", // the project was opened and had changed since its last backup
  "regular", // every ten minutes in which something changed
  "before-import",
  "before-removal", // of many things at once
  "before-migration", // by a newer version
  "before-restore",
  "asked",
]);
export type BackupReason = z.infer<typeof BackupReason>;

/** How many there are, without what is in the trash. */
export const ProjectContents = z.strictObject({
  articles: z.int(),
  highlights: z.int(),
  claims: z.int(),
  changes: z.int(),
});
export type ProjectContents = z.infer<typeof ProjectContents>;

export const Backup = z.strictObject({
  id: BackupId,
  at: Moment,
  reason: BackupReason,
  sizeBytes: z.int(),
  /** Place in the journal up to which it holds everything. */
  seq: z.int(),
  contents: ProjectContents,
  /** Whether nothing at all was found wrong with it; a sound file of a project with faults is kept too. */
  isGood: z.boolean(),
});
export type Backup = z.infer<typeof Backup>;

/** How things of one sort differ between a backup and the project as it is. */
const Differences = z.strictObject({
  onlyInBackup: z.int(),
  onlyNow: z.int(),
  changed: z.int(),
  /** Up to ten titles or statements of those that only the project has: they would be gone. */
  examplesOnlyNow: z.array(z.string()),
  /** Up to ten of those that only the backup has: they would come back. */
  examplesOnlyInBackup: z.array(z.string()),
});

export const BackupDifference = z.strictObject({
  backup: Backup,
  title: z.string(),
  /** Whether the backup is an earlier state of the project, not of another line of work. */
  isEarlierState: z.boolean(),
  /** Changes made since the backup, newest first, at most 100: they would be taken back. */
  changesSince: z.array(z.strictObject({ at: Moment, label: z.string() })),
  changesSinceCount: z.int(),
  articles: Differences,
  highlights: Differences,
  claims: Differences,
});
export type BackupDifference = z.infer<typeof BackupDifference>;

/** Names a folder that the host offers; the page never sends a path. */
export const BackupPlaceId = z
  .string()
  .regex(/^[0-9a-f]{16}$/u)
  .brand<"BackupPlaceId">();
export type BackupPlaceId = z.infer<typeof BackupPlaceId>;

/** A folder on this machine to which copies can go. */
export const BackupPlace = z.strictObject({
  id: BackupPlaceId,
  path: z.string(),
  /** Whether it is on the drive of the project: then both are lost together. */
  isOnSameDrive: z.boolean(),
  freeBytes: z.int(),
});
export type BackupPlace = z.infer<typeof BackupPlace>;

/** Least and most that the backups of a project may take together. */
export const backupSizeLimits = { min: 100 * 1024 ** 2, max: 1024 ** 4 } as const;

export const BackupSettings = z.strictObject({
  /** Where backups are kept. */
  folder: z.string(),
  /** Together, for each project; the newest one and the newest good one are kept whatever they take. */
  maxBytes: z.int(),
  /** Gets a copy of each backup. */
  second: z
    .strictObject({
      path: z.string(),
      /** Whether it is there and can be written to. */
      isReachable: z.boolean(),
    })
    .nullable(),
  /** Drives and folders that can become the second one. */
  places: z.array(BackupPlace),
});
export type BackupSettings = z.infer<typeof BackupSettings>;

/** What the rules need to know of a backup. */
export type KeptBackup = {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly atMs: number;
  readonly sizeBytes: number;
  /** Whether nothing at all was found wrong when it was verified. */
  readonly isGood: boolean;
};

export type RetentionRules = {
  /** The newest are kept whenever they were made. */
  readonly newest: number;
  /** Of each of so many latest hours, days and weeks that have any, the newest. UTC. */
  readonly hourly: number;
  readonly daily: number;
  readonly weekly: number;
  /** Beyond this, the oldest go. */
  readonly maxBytes: number;
};

export const retentionRules: RetentionRules = {
  newest: 10,
  hourly: 24,
  daily: 14,
  weekly: 8,
  maxBytes: 2 * 1024 ** 3,
};

const hourMs = 3_600_000;

/** The backups that may go. Never the newest one, and never the newest good one, whatever the rules. */
export function backupsToRemove<Backup extends KeptBackup>(
  backups: readonly Backup[],
  rules: RetentionRules = retentionRules,
): Backup[] {
  const newestFirst = backups.toSorted((a, b) => b.atMs - a.atMs || (a.id < b.id ? 1 : -1));
  const kept = new Set<Backup>([
    ...newestFirst.slice(0, rules.newest),
    ...newestOfEach(newestFirst, hourMs, rules.hourly),
    ...newestOfEach(newestFirst, 24 * hourMs, rules.daily),
    ...newestOfEach(newestFirst, 7 * 24 * hourMs, rules.weekly),
  ]);
  const untouchable = new Set([newestFirst[0], newestFirst.find(({ isGood }) => isGood)]);
  let bytes = [...untouchable].reduce((sum, backup) => sum + (backup?.sizeBytes ?? 0), 0);
  return newestFirst.filter((backup) => {
    if (untouchable.has(backup)) {
      return false;
    }
    if (!kept.has(backup)) {
      return true;
    }
    bytes += backup.sizeBytes;
    return bytes > rules.maxBytes;
  });
}

function newestOfEach<Backup extends KeptBackup>(
  newestFirst: readonly Backup[],
  periodMs: number,
  periods: number,
): Backup[] {
  const seen = new Map<number, Backup>();
  for (const backup of newestFirst) {
    const period = Math.floor(backup.atMs / periodMs);
    if (!seen.has(period) && seen.size < periods) {
      seen.set(period, backup);
    }
  }
  return [...seen.values()];
}

import fc from "fast-check";
import { expect, it } from "vitest";

import { backupsToRemove, retentionRules } from "./retention.ts";
import type { KeptBackup, RetentionRules } from "./retention.ts";

const minute = 60_000;
const hour = 60 * minute;

/** Backups within two years of one another, all with different moments. */
const arbitraryBackups = fc
  .uniqueArray(fc.nat({ max: 2 * 365 * 24 * 60 }), { maxLength: 200 })
  .chain((minutes) =>
    fc.tuple(
      ...minutes.map((at) =>
        fc.record({ at: fc.constant(at), sizeBytes: fc.nat({ max: 1_000 }), isGood: fc.boolean() }),
      ),
    ),
  )
  .map((backups): KeptBackup[] =>
    backups.map(({ at, ...rest }) => ({ id: String(at), atMs: at * minute, ...rest })),
  );
const arbitraryRules = fc.record<RetentionRules>({
  newest: fc.nat({ max: 12 }),
  hourly: fc.nat({ max: 26 }),
  daily: fc.nat({ max: 16 }),
  weekly: fc.nat({ max: 10 }),
  maxBytes: fc.nat({ max: 50_000 }),
});

function keptOf(backups: readonly KeptBackup[], rules?: RetentionRules): KeptBackup[] {
  const removed = new Set(backupsToRemove(backups, rules));
  return backups.filter((backup) => !removed.has(backup)).toSorted((a, b) => b.atMs - a.atMs);
}

it("never removes the newest one, nor the newest good one, whatever the rules", () => {
  fc.assert(
    fc.property(arbitraryBackups, arbitraryRules, (backups, rules) => {
      const newestFirst = backups.toSorted((a, b) => b.atMs - a.atMs);
      const removed = backupsToRemove(backups, rules);
      expect(removed).not.toContain(newestFirst[0]);
      expect(removed).not.toContain(newestFirst.find(({ isGood }) => isGood));
    }),
  );
});

it("keeps within the size, but for the two that never go", () => {
  fc.assert(
    fc.property(arbitraryBackups, arbitraryRules, (backups, rules) => {
      const kept = keptOf(backups, rules);
      const bytes = kept.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
      expect(kept.length <= 2 || bytes <= rules.maxBytes).toBe(true);
    }),
  );
});

it("keeps at most what the rules say, and removes nothing more once it has removed", () => {
  fc.assert(
    fc.property(arbitraryBackups, arbitraryRules, (backups, rules) => {
      const kept = keptOf(backups, rules);
      const most = rules.newest + rules.hourly + rules.daily + rules.weekly;
      expect(kept.length).toBeLessThanOrEqual(most + 2);
      expect(backupsToRemove(kept, rules)).toEqual([]);
    }),
  );
});

it("has the newest of every hour, day and week that the rules name, where size is no matter", () => {
  fc.assert(
    fc.property(arbitraryBackups, (backups) => {
      const kept = keptOf(backups, { ...retentionRules, maxBytes: Number.MAX_SAFE_INTEGER });
      for (const [periodMs, periods] of [
        [hour, retentionRules.hourly],
        [24 * hour, retentionRules.daily],
        [7 * 24 * hour, retentionRules.weekly],
      ] as const) {
        const newest = new Map<number, KeptBackup>();
        for (const backup of backups.toSorted((a, b) => a.atMs - b.atMs)) {
          newest.set(Math.floor(backup.atMs / periodMs), backup);
        }
        const latest = [...newest.entries()].toSorted(([a], [b]) => b - a).slice(0, periods);
        for (const [, backup] of latest) {
          expect(kept).toContain(backup);
        }
      }
    }),
  );
});

it("keeps a day of work at every ten minutes as its last 100 minutes and its hours", () => {
  const backups = Array.from({ length: 48 }, (_, index) => ({
    id: String(index),
    atMs: Date.UTC(2025, 8, 5, 9) + index * 10 * minute,
    sizeBytes: 1,
    isGood: true,
  }));
  const kept = keptOf(backups).map(({ atMs }) => new Date(atMs).toISOString().slice(11, 16));
  const lastHundredMinutes = "16:50 16:40 16:30 16:20 16:10 16:00 15:50 15:40 15:30 15:20";
  const hours = "14:50 13:50 12:50 11:50 10:50 09:50";
  expect(kept).toEqual(`${lastHundredMinutes} ${hours}`.split(" "));
});

import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { CheckReport } from "#contract/check";
import { openGuardedCore } from "#core/backups/guarded-core";
import { listBackupsOf, restoreBackupOf } from "#core/backups/restore-closed";
import { runRandomSession } from "#core/testing/random-session";
import { stateHash } from "#core/testing/state-hash";
import { createTestCore, importFiles, sampleArticles } from "#core/testing/test-core";

import { compare } from "../bench/measure.ts";
import type { Measure } from "../bench/measure.ts";
import { inFolder, randomNumbers } from "./children.ts";

const pageBytes = 4_096;

type Damage = (bytes: Buffer, random: () => number) => Buffer;

/** Eleven ways in which a file comes to harm. */
const damages: Readonly<Record<string, Damage>> = {
  "half is missing": (bytes) => bytes.subarray(0, bytes.length >> 1),
  "the last page is missing": (bytes) => bytes.subarray(0, bytes.length - pageBytes),
  "only the header is left": (bytes) => bytes.subarray(0, 100),
  "it is empty": () => Buffer.alloc(0),
  "the first bytes are wrong": (bytes) =>
    Buffer.concat([Buffer.from("XQLite format 3\0"), bytes.subarray(16)]),
  "a page is noise": (bytes, random) => {
    const page = 1 + Math.floor(random() * (bytes.length / pageBytes - 1));
    return edited(bytes, (copy) => {
      for (let at = page * pageBytes; at < (page + 1) * pageBytes; at += 1) {
        copy.writeUInt8(Math.floor(random() * 256), at);
      }
    });
  },
  "twenty bits are flipped": (bytes, random) =>
    edited(bytes, (copy) => {
      for (let flip = 0; flip < 20; flip += 1) {
        const at = 100 + Math.floor(random() * (copy.length - 100));
        copy.writeUInt8(copy.readUInt8(at) ^ (1 << Math.floor(random() * 8)), at);
      }
    }),
  "all after some page is zero": (bytes, random) => {
    const page = 2 + Math.floor(random() * (bytes.length / pageBytes - 3));
    return edited(bytes, (copy) => copy.fill(0, page * pageBytes));
  },
  "a letter of a statement is another": (bytes, random) =>
    edited(bytes, (copy) => {
      const places = placesOf(copy, "ceasefire");
      const at = places[Math.floor(random() * places.length)] ?? 0;
      copy.write("Ceasefire", at, "latin1");
    }),
  "it is of a future format": (bytes) => edited(bytes, (copy) => copy.fill(9, 18, 20)),
  "it is a web page": () => Buffer.from("<html>Sign in to continue</html>".repeat(200)),
};

type Tally = { unnoticed: number; overwritten: number; unrestored: number; trials: number };

/** Each damage: noticed or without effect, the damaged file kept as it is, and the backup restored. */
export async function measureDamage(seeds: number): Promise<Measure[]> {
  const tally: Tally = { unnoticed: 0, overwritten: 0, unrestored: 0, trials: 0 };
  for (let seed = 1; seed <= seeds; seed += 1) {
    await inFolder(async (folder) => {
      const whole = await projectWithBackup(folder, seed);
      for (const [index, [name, damage]] of Object.entries(damages).entries()) {
        const damaged = damage(whole.bytes, randomNumbers(seed * 100 + index));
        await tryDamage(folder, whole, damaged, tally, `${name}, seed ${seed}`);
      }
    });
  }
  const unit = "files";
  const { trials } = tally;
  return [
    compare("damage that is neither noticed nor harmless / files", tally.unnoticed, trials, {
      unit,
      target: 0,
    }),
    compare("damaged files that were overwritten / files", tally.overwritten, trials, {
      unit,
      target: 0,
    }),
    compare("projects not restored from their backup / files", tally.unrestored, trials, {
      unit,
      target: 0,
    }),
  ];
}

type Whole = {
  readonly file: string;
  readonly state: string;
  readonly bytes: Buffer;
  readonly hash: string;
};

async function projectWithBackup(folder: string, seed: number): Promise<Whole> {
  const file = join(folder, "p.corroboard");
  const state = join(folder, "state");
  const core = createTestCore({ projectFile: file });
  importFiles(core, sampleArticles());
  runRandomSession(core.ask, { seed, steps: 300 });
  core.ask("claim.create", { statement: "There is a ceasefire" });
  core.close();
  const guarded = await openGuardedCore({ projectFile: file, stateFolder: state });
  await guarded.dispatch("backup.make", {});
  await guarded.close();
  return { file, state, bytes: readFileSync(file), hash: stateHash(file) };
}

async function tryDamage(
  folder: string,
  { file, state, hash }: Whole,
  damaged: Buffer,
  tally: Tally,
  what: string,
): Promise<void> {
  tally.trials += 1;
  writeFileSync(file, damaged);
  const outcome = await openDamaged(file, state);
  if (outcome === "refused") {
    tally.overwritten += readFileSync(file).equals(damaged) ? 0 : 1;
  } else if (outcome === "unnoticed" && stateHash(file) !== hash) {
    tally.unnoticed += 1;
    console.log(`not noticed: ${what}`);
  }
  const before = readFileSync(file);
  const [newest] = listBackupsOf(file, state);
  if (newest === undefined) {
    tally.unrestored += 1;
    return;
  }
  const { keptAs } = await restoreBackupOf(file, state, newest.id);
  copyFileSync(file, join(folder, "restored"));
  tally.unrestored += stateHash(join(folder, "restored")) === hash ? 0 : 1;
  tally.overwritten += readFileSync(join(folder, keptAs)).equals(before) ? 0 : 1;
  tally.overwritten += readdirSync(folder).includes("p.corroboard") ? 0 : 1;
}

async function openDamaged(
  file: string,
  state: string,
): Promise<"refused" | "noticed" | "unnoticed"> {
  let core;
  try {
    core = await openGuardedCore({ projectFile: file, stateFolder: state });
  } catch {
    return "refused";
  }
  const list = await core.dispatch("backup.list", {});
  const check = await core.dispatch("project.check", {});
  await core.close();
  const hasNotices = list.ok && (list.value as { notices: unknown[] }).notices.length > 0;
  const isSound = check.ok && (check.value as CheckReport).ok;
  return hasNotices || !isSound ? "noticed" : "unnoticed";
}

function edited(bytes: Buffer, edit: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(bytes);
  edit(copy);
  return copy;
}

function placesOf(bytes: Buffer, words: string): number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(words); at !== -1; at = bytes.indexOf(words, at + 1)) {
    places.push(at);
  }
  return places;
}

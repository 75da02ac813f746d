import { basename } from "node:path";

/** One recorded operation on one file. */
export type Operation = {
  readonly kind: "write" | "truncate" | "sync" | "unlink";
  readonly file: string;
  readonly offset: number;
  readonly bytes: Buffer;
};

const kinds = { W: "write", T: "truncate", S: "sync", U: "unlink" } as const;

/** Reads what iolog.c wrote: kind, length of the path, offset, length of the bytes, path, bytes. */
export function readLog(log: Buffer): Operation[] {
  const operations: Operation[] = [];
  for (let at = 0; at < log.length;) {
    const kind = kinds[String.fromCharCode(log.readUInt8(at)) as keyof typeof kinds];
    const pathLength = log.readUInt16LE(at + 1);
    const offset = Number(log.readBigInt64LE(at + 3));
    const length = log.readUInt32LE(at + 11);
    const path = log.toString("utf8", at + 15, at + 15 + pathLength);
    at += 15 + pathLength;
    const bytes = kind === "write" ? log.subarray(at, at + length) : Buffer.alloc(0);
    at += bytes.length;
    operations.push({ kind, file: basename(path), offset, bytes });
  }
  return operations;
}

/** What is on the disk after a power cut, and the last line that had been acknowledged. */
export type CrashState = { readonly files: Map<string, Buffer>; readonly acknowledged: string };

/** @param start what was on the disk before the recording */
export function crashState(
  operations: readonly Operation[],
  start: ReadonlyMap<string, Buffer>,
  random: () => number,
): CrashState {
  const end = Math.floor((0.02 + 0.98 * random()) * operations.length);
  const durable = new Map([...start].map(([file, bytes]) => [file, new DiskFile(bytes)]));
  const pending = new Map<string, Operation[]>();
  let acknowledged = "";
  const durableFile = (file: string) => {
    const known = durable.get(file) ?? new DiskFile(Buffer.alloc(0));
    durable.set(file, known);
    return known;
  };
  for (const operation of operations.slice(0, end)) {
    const { kind, file } = operation;
    if (file.endsWith(".ack")) {
      acknowledged = kind === "write" ? operation.bytes.toString("utf8") : acknowledged;
    } else if (file.endsWith("-shm")) {
      continue; // is made anew
    } else if (kind === "sync") {
      for (const each of pending.get(file) ?? []) {
        durableFile(file).apply(each);
      }
      pending.delete(file);
    } else if (kind === "unlink") {
      durable.delete(file);
      pending.delete(file);
    } else {
      pending.set(file, [...(pending.get(file) ?? []), operation]);
    }
  }
  const survival = Math.floor(random() * 4);
  for (const [file, unsynced] of pending) {
    for (const operation of surviving(unsynced, survival, random)) {
      durableFile(file).apply(operation);
    }
  }
  return {
    files: new Map([...durable].map(([file, contents]) => [file, contents.bytes()])),
    acknowledged,
  };
}

/** 0: none, 1: a beginning, 2: a random part, 3: a random part, some of it torn at a sector. */
function surviving(
  unsynced: readonly Operation[],
  survival: number,
  random: () => number,
): readonly Operation[] {
  switch (survival) {
    case 0:
      return [];
    case 1:
      return unsynced.slice(0, Math.floor(random() * (unsynced.length + 1)));
    default:
      return unsynced
        .filter(() => random() < 0.5)
        .map((operation) => {
          const sectors = Math.floor(operation.bytes.length / 512);
          return survival === 3 && sectors > 1 && random() < 0.5
            ? {
                ...operation,
                bytes: operation.bytes.subarray(0, 512 * Math.ceil(random() * sectors)),
              }
            : operation;
        });
  }
}

class DiskFile {
  private contents: Buffer;
  private length: number;

  constructor(bytes: Buffer) {
    this.contents = Buffer.from(bytes);
    this.length = bytes.length;
  }

  apply({ kind, offset, bytes }: Operation): void {
    const end = kind === "truncate" ? offset : Math.max(this.length, offset + bytes.length);
    if (end > this.contents.length) {
      const larger = Buffer.alloc(end * 2);
      this.contents.copy(larger, 0, 0, this.length);
      this.contents = larger;
    }
    if (end < this.length) {
      this.contents.fill(0, end, this.length);
    }
    this.length = end;
    bytes.copy(this.contents, offset);
  }

  bytes(): Buffer {
    return this.contents.subarray(0, this.length);
  }
}

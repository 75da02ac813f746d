import { crc32, inflateRawSync } from "node:zlib";

/**
 * Reads a ZIP file by its central directory (APPNOTE 6.3), sharing nothing with the writer: names to bytes.
 * @throws when sizes or checksums do not fit
 */
export function readZip(bytes: Uint8Array): Map<string, Buffer> {
  const all = Buffer.from(bytes);
  const end = all.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  const files = new Map<string, Buffer>();
  let at = all.readUInt32LE(end + 16);
  for (let count = all.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [method, sum, size] = [
      all.readUInt16LE(at + 10),
      all.readUInt32LE(at + 16),
      all.readUInt32LE(at + 24),
    ];
    const packed = all.readUInt32LE(at + 20);
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((offset) =>
      all.readUInt16LE(at + offset),
    ) as [number, number, number];
    const name = all.toString("utf8", at + 46, at + 46 + nameLength);
    const local = all.readUInt32LE(at + 42);
    const start = local + 30 + all.readUInt16LE(local + 26) + all.readUInt16LE(local + 28);
    const stored = all.subarray(start, start + packed);
    const content = method === 0 ? stored : inflateRawSync(stored);
    if (content.length !== size || crc32(content) !== sum || files.has(name)) {
      throw new Error(`${name} is damaged`);
    }
    files.set(name, content);
    at += 46 + nameLength + extraLength + noteLength;
  }
  return files;
}

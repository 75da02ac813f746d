/**
 * A set of stem numbers as bytes: ascending, each as its distance from the one before, seven bits to a
 * byte, the low ones first. About 1.5 bytes a stem.
 */
export function encodeStemIds(ids: Iterable<number>): Uint8Array {
  const bytes: number[] = [];
  let previous = 0;
  for (const id of [...ids].toSorted((a, b) => a - b)) {
    let distance = id - previous;
    previous = id;
    while (distance >= 0x80) {
      bytes.push((distance & 0x7f) | 0x80);
      distance = Math.floor(distance / 0x80);
    }
    bytes.push(distance);
  }
  return Uint8Array.from(bytes);
}

export function decodeStemIds(bytes: Uint8Array): number[] {
  const ids: number[] = [];
  let previous = 0;
  let distance = 0;
  let place = 1;
  for (const byte of bytes) {
    distance += (byte & 0x7f) * place;
    if (byte >= 0x80) {
      place *= 0x80;
      continue;
    }
    previous += distance;
    ids.push(previous);
    distance = 0;
    place = 1;
  }
  return ids;
}

/** What is between the beginnings and the ends that two lists have in common, less what is in both. */
export function difference<Item>(
  before: readonly Item[],
  now: readonly Item[],
): { readonly removed: readonly Item[]; readonly added: readonly Item[] } {
  let from = 0;
  while (from < before.length && from < now.length && before[from] === now[from]) {
    from += 1;
  }
  let back = 0;
  while (
    back < Math.min(before.length, now.length) - from &&
    before[before.length - 1 - back] === now[now.length - 1 - back]
  ) {
    back += 1;
  }
  const old = new Set(before.slice(from, before.length - back));
  const next = new Set(now.slice(from, now.length - back));
  return { removed: [...old.difference(next)], added: [...next.difference(old)] };
}

/** A list in order without some items and with others, each in its place: a step costs no sorting. */
export function stepInOrder<Item>(
  inOrder: readonly Item[],
  isGone: (item: Item) => boolean,
  added: readonly Item[],
  compare: (a: Item, b: Item) => number,
): Item[] {
  const list = inOrder.filter((item) => !isGone(item));
  for (const item of added) {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = list[middle];
      if (there !== undefined && compare(there, item) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    list.splice(low, 0, item);
  }
  return list;
}

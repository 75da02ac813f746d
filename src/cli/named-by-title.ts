import { Failure } from "#contract/failure";

import { oneLine } from "./write-out.ts";

/** @throws Failure not-found; conflict when several have the title */
export function namedByTitle<Item extends { readonly title: string }>(
  items: readonly Item[],
  noun: string,
  title: string,
): Item {
  const [found, ...more] = items.filter((item) => item.title === title);
  if (found === undefined) {
    const titles = items.map((item) => `"${oneLine(item.title)}"`).join(", ");
    const present = titles === "" ? "there is none at all" : `there is ${titles}`;
    throw new Failure("not-found", `There is no ${noun} "${title}"; ${present}.`);
  }
  if (more.length > 0) {
    throw new Failure(
      "conflict",
      `${more.length + 1} are called "${title}". Rename one of them, so that it is clear which is meant.`,
    );
  }
  return found;
}

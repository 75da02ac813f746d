/** The id of something that a test expects to be there; fails the test when it is not. */
export function idOf<Id>(thing: { readonly id: Id } | undefined): Id {
  if (thing === undefined) {
    throw new Error("nothing is there to have an id");
  }
  return thing.id;
}

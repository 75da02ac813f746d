import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { ClaimId, HighlightId } from "#contract/ids";

import { readDraggedClaim, readDraggedPassage, writeDraggedClaim } from "./claim-drag.ts";

const id = "01990000-0000-7000-8000-000000000001";

describe("dragged claims and passages", () => {
  it("reads back the claim that it wrote", () => {
    expect(readDraggedClaim(writeDraggedClaim(ClaimId.parse(id)))).toBe(id);
  });

  it("reads a stored highlight and a span", () => {
    expect(readDraggedPassage(JSON.stringify({ highlightId: id }))).toEqual({
      highlightId: HighlightId.parse(id),
    });
    const span = { articleId: id, start: 3, end: 9 };
    expect(readDraggedPassage(JSON.stringify(span))).toEqual(span);
  });

  it("answers null to whatever else is dropped", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (dropped) => {
        expect(readDraggedPassage(dropped)).toBeNull();
        expect(readDraggedClaim(dropped)).toBeNull();
      }),
    );
  });
});

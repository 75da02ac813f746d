import { expect, it } from "vitest";

import { createTestCore } from "../testing/test-core.ts";

it("gives a new tag the least used hue and the first free key", () => {
  const core = createTestCore();
  const threat = core.ask("tag.create", { name: " Threat " });
  const pledge = core.ask("tag.create", { name: "Pledge" });
  expect([threat.name, threat.shortcut, pledge.shortcut]).toEqual(["Threat", "1", "2"]);
  expect(pledge.colour).not.toBe(threat.colour);
});

it("refuses a second tag of the same name, whatever its case", () => {
  const core = createTestCore();
  core.ask("tag.create", { name: "Threat" });
  expect(core.dispatch("tag.create", { name: "threat" })).toMatchObject({
    ok: false,
    failure: { code: "conflict", path: ["name"] },
  });
});

it("refuses a key that another tag has", () => {
  const core = createTestCore();
  core.ask("tag.create", { name: "Threat" });
  const pledge = core.ask("tag.create", { name: "Pledge" });
  expect(() => core.ask("tag.change", { tagId: pledge.id, shortcut: "1" })).toThrow(
    "The key 1 belongs to “Threat”. Free it there first.",
  );
});

it("refuses to place a tag below itself", () => {
  const core = createTestCore();
  const parent = core.ask("tag.create", { name: "Force" });
  const child = core.ask("tag.create", { name: "Troops", parentId: parent.id });
  expect(core.dispatch("tag.change", { tagId: parent.id, parentId: child.id })).toMatchObject({
    ok: false,
    failure: { code: "conflict", path: ["parentId"] },
  });
});

it("moves the children of a removed tag up", () => {
  const core = createTestCore();
  const parent = core.ask("tag.create", { name: "Force" });
  core.ask("tag.create", { name: "Troops", parentId: parent.id });
  core.ask("tag.trash", { tagId: parent.id });
  expect(core.ask("tag.list", {}).map(({ name, parentId }) => [name, parentId])).toEqual([
    ["Troops", null],
  ]);
});

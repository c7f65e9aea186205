import assert from "node:assert/strict";
import { test } from "node:test";
import { merge, recover, same } from "./draft.js";

test("changes in different fields are put together without asking", () => {
  const merged = merge({ a: "1", b: "1" }, { a: "2", b: "1" }, { a: "1", b: "3" });
  assert.deepEqual(merged, { fields: { a: "2", b: "3" }, differences: [] });
});

test("a field that both changed is shown with both texts", () => {
  const merged = merge({ summary: "" }, { summary: "mine" }, { summary: "theirs" });
  assert.deepEqual(merged.differences, [{ field: "summary", mine: "mine", theirs: "theirs" }]);
  assert.equal(merged.fields["summary"], "mine");
});

test("the same change on both sides is no difference", () => {
  assert.deepEqual(merge({ a: "1" }, { a: "2" }, { a: "2" }).differences, []);
});

test("what one side emptied stays empty when the other did not touch it", () => {
  assert.equal(merge({ a: "1" }, { a: "" }, { a: "1" }).fields["a"], "");
});

test("a missing field is an empty one", () => {
  assert.ok(same({ a: "" }, {}));
  assert.equal(same({ a: "x" }, {}), false);
});

test("a copy of before a reload comes back when the server stands where it stood", () => {
  const copy = { fields: { a: "2" }, base: { a: "1" }, version: 3 };
  assert.deepEqual(recover(copy, { a: "1" }, 3), { kind: "restore", fields: { a: "2" } });
  assert.deepEqual(recover(copy, { a: "2" }, 4), { kind: "nothing" });
  assert.deepEqual(recover(undefined, { a: "2" }, 4), { kind: "nothing" });
});

test("a copy that the server overtook is put together or asked about", () => {
  const copy = { fields: { a: "2", b: "1" }, base: { a: "1", b: "1" }, version: 3 };
  assert.deepEqual(recover(copy, { a: "1", b: "5" }, 4), { kind: "restore", fields: { a: "2", b: "5" } });
  assert.equal(recover(copy, { a: "9", b: "1" }, 4).kind, "merge");
});

// A scorecard as its fields, and what to do when it was changed in two places.

/** The fields of the form by name. Several values of one name are joined by commas, in order. */
export type Fields = Readonly<Record<string, string>>;

/** A field that both sides changed, differently. */
export interface Difference {
  readonly field: string;
  readonly mine: string;
  readonly theirs: string;
}

/** What both sides agree on, and what a person must choose. */
export interface Merge {
  /** Mine where only I changed it or where a choice is open, theirs where only they did. */
  readonly fields: Fields;
  readonly differences: readonly Difference[];
}

function names(...all: readonly Fields[]): string[] {
  return [...new Set(all.flatMap((fields) => Object.keys(fields)))].sort();
}

/** A field that is missing is empty. */
export function same(one: Fields, other: Fields): boolean {
  return names(one, other).every((name) => (one[name] ?? "") === (other[name] ?? ""));
}

/**
 * Puts two changes of one scorecard together.
 *
 * @param base what both started from
 */
export function merge(base: Fields, mine: Fields, theirs: Fields): Merge {
  const fields: Record<string, string> = {};
  const differences: Difference[] = [];
  for (const name of names(base, mine, theirs)) {
    const before = base[name] ?? "";
    const my = mine[name] ?? "";
    const their = theirs[name] ?? "";
    fields[name] = my === before ? their : my;
    if (my !== before && their !== before && my !== their) {
      differences.push({ field: name, mine: my, theirs: their });
    }
  }
  return { fields, differences };
}

/** What lies on this device until the server has it. */
export interface Copy {
  readonly fields: Fields;
  /** What the server had when these fields were changed. */
  readonly base: Fields;
  readonly version: number;
}

/** What to do with a copy from before a reload. */
export type Recovery =
  | { readonly kind: "nothing" }
  | { readonly kind: "restore"; readonly fields: Fields }
  | { readonly kind: "merge"; readonly merge: Merge };

export function recover(copy: Copy | undefined, server: Fields, version: number): Recovery {
  if (copy === undefined || same(copy.fields, server)) {
    return { kind: "nothing" };
  }
  if (copy.version === version) {
    return { kind: "restore", fields: copy.fields };
  }
  const merged = merge(copy.base, copy.fields, server);
  if (merged.differences.length === 0) {
    return same(merged.fields, server) ? { kind: "nothing" } : { kind: "restore", fields: merged.fields };
  }
  return { kind: "merge", merge: merged };
}

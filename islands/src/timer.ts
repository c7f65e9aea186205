// How long each question has been asked, from the times at which the interviewer moved to it.

/** From then on this question was being asked; the empty id means that none was. */
export interface Start {
  readonly question: string;
  readonly at: number;
}

/** A section that nobody ended counts at most this long: somebody went home with the page open. */
export const LONGEST = 4 * 60 * 60 * 1000;

function inOrder(starts: readonly Start[]): Start[] {
  return [...starts].sort((a, b) => a.at - b.at);
}

/** The question being asked; empty when there is none. */
export function running(starts: readonly Start[]): string {
  return inOrder(starts).at(-1)?.question ?? "";
}

/** Milliseconds by question, over all times that it was asked. */
export function elapsed(starts: readonly Start[], now: number): Map<string, number> {
  const times = new Map<string, number>();
  const ordered = inOrder(starts);
  ordered.forEach((start, index) => {
    const end = ordered[index + 1]?.at ?? now;
    if (start.question !== "") {
      const length = Math.max(0, Math.min(LONGEST, end - start.at));
      times.set(start.question, (times.get(start.question) ?? 0) + length);
    }
  });
  return times;
}

/** Milliseconds since the first start, up to the end of the last section. */
export function total(starts: readonly Start[], now: number): number {
  const ordered = inOrder(starts);
  const first = ordered[0];
  const last = ordered.at(-1);
  if (first === undefined || last === undefined) {
    return 0;
  }
  const end = last.question === "" ? last.at : Math.min(now, last.at + LONGEST);
  return Math.max(0, end - first.at);
}

/** Minutes and seconds: 12:05. */
export function clock(milliseconds: number): string {
  const seconds = Math.floor(Math.max(0, milliseconds) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** Whole minutes over what was planned; 0 while there is time. */
export function minutesOver(milliseconds: number, planned: number): number {
  return Math.max(0, Math.floor(milliseconds / 60_000) - planned);
}

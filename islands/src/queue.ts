// What was done and has not reached the server yet. It lies in the browser's storage, one entry for each operation, so that
// a reload, a closed lid or a second tab loses nothing.

/** The part of the browser's storage that is used. */
export interface Shelf {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** Notes are named by an id that is made here, so that sending one twice keeps one. */
export type Operation =
  | {
      readonly kind: "add";
      readonly note: string;
      readonly text: string;
      readonly question: string;
      readonly slot: string;
      readonly competency: string;
      readonly at: string;
    }
  | { readonly kind: "edit"; readonly note: string; readonly text: string; readonly version: number }
  | { readonly kind: "mark"; readonly note: string; readonly competency: string }
  | { readonly kind: "remove"; readonly note: string }
  | {
      readonly kind: "tick";
      readonly question: string;
      readonly tick: string;
      readonly item: string;
      readonly on: boolean;
      readonly at: string;
    };

/** An operation on the shelf. */
export interface Kept {
  readonly key: string;
  readonly operation: Operation;
  /** Why the server will never take it; such a one waits for the person, not for the network. */
  readonly refused?: string;
}

export class Queue {
  private last = 0;

  constructor(
    private readonly shelf: Shelf,
    private readonly prefix: string,
    private readonly most = 500,
    private readonly mostCharacters = 1_000_000,
  ) {}

  /** Keeps an operation; false when there is no room, and then nothing was kept. */
  put(operation: Operation, now: number, chance: string): boolean {
    const all = this.all();
    const size = all.reduce((sum, kept) => sum + JSON.stringify(kept.operation).length, 0);
    if (all.length >= this.most || size + JSON.stringify(operation).length > this.mostCharacters) {
      return false;
    }
    // Later ones sort behind earlier ones, also behind those of before a reload.
    const newest = Number(all.at(-1)?.key.slice(this.prefix.length, this.prefix.length + 15) ?? 0);
    this.last = Math.max(this.last + 1, newest + 1, now);
    const key = this.prefix + String(this.last).padStart(15, "0") + "-" + chance;
    try {
      this.shelf.setItem(key, JSON.stringify({ operation }));
      return true;
    } catch {
      return false;
    }
  }

  /** Everything on the shelf, the oldest first. */
  all(): Kept[] {
    const keys: string[] = [];
    for (let index = 0; index < this.shelf.length; index++) {
      const key = this.shelf.key(index);
      if (key?.startsWith(this.prefix) === true) {
        keys.push(key);
      }
    }
    return keys.sort().flatMap((key) => this.read(key));
  }

  waiting(): Kept[] {
    return this.all().filter((kept) => kept.refused === undefined);
  }

  refused(): Kept[] {
    return this.all().filter((kept) => kept.refused !== undefined);
  }

  done(key: string): void {
    this.shelf.removeItem(key);
  }

  refuse(kept: Kept, reason: string): void {
    this.shelf.setItem(kept.key, JSON.stringify({ operation: kept.operation, refused: reason }));
  }

  private read(key: string): Kept[] {
    try {
      const value = JSON.parse(this.shelf.getItem(key) ?? "") as { operation: Operation; refused?: string };
      return [{ key, ...value }];
    } catch {
      return [];
    }
  }
}

/** What became of an operation that was sent. */
export type Answer =
  | { readonly kind: "done"; readonly version?: number }
  | { readonly kind: "conflict" }
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "offline" }
  | { readonly kind: "signed-out" };

/** How things stand, for the person. */
export type Standing = "saved" | "sending" | "offline" | "signed-out";

/** Milliseconds to the next try: doubling from one second to half a minute, less up to a half by chance. */
export function pause(failures: number, chance: number): number {
  return Math.min(30_000, 1000 * 2 ** Math.min(failures, 10)) * (1 - chance / 2);
}

/** What the sender needs from around it. */
export interface Surroundings {
  send(operation: Operation): Promise<Answer>;
  later(milliseconds: number, work: () => void): void;
  chance(): number;
  /** Something was sent, kept or refused. */
  changed(standing: Standing, answer?: { readonly kept: Kept; readonly answer: Answer }): void;
}

/** Sends what is kept, one after the other in order, until nothing is left. */
export class Sender {
  private busy = false;
  private failures = 0;
  private round = 0;
  private readonly versions = new Map<string, number>();

  constructor(
    private readonly queue: Queue,
    private readonly around: Surroundings,
  ) {}

  /** Something is new, or the network is back: tries now. */
  async go(): Promise<void> {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.round++;
    try {
      await this.sendAll();
    } finally {
      this.busy = false;
    }
  }

  private async sendAll(): Promise<void> {
    for (let next = this.queue.waiting()[0]; next !== undefined; next = this.queue.waiting()[0]) {
      if (this.failures === 0) {
        this.around.changed("sending");
      }
      const answer = await this.around.send(this.withVersion(next.operation));
      if (answer.kind === "offline" || answer.kind === "signed-out") {
        const round = this.round;
        const wait = pause(this.failures++, this.around.chance());
        this.around.changed(answer.kind);
        this.around.later(wait, () => {
          if (round === this.round) {
            void this.go();
          }
        });
        return;
      }
      this.failures = 0;
      this.settle(next, answer);
      this.around.changed("sending", { kept: next, answer });
    }
    this.around.changed("saved");
  }

  /** An edit names the version that this page saw, or that its own earlier edit made. */
  private withVersion(operation: Operation): Operation {
    if (operation.kind !== "edit") {
      return operation;
    }
    return { ...operation, version: Math.max(operation.version, this.versions.get(operation.note) ?? 0) };
  }

  private settle(kept: Kept, answer: Answer): void {
    if (answer.kind === "refused") {
      this.queue.refuse(kept, answer.reason);
      return;
    }
    if (answer.kind === "done" && answer.version !== undefined && kept.operation.kind !== "tick") {
      this.versions.set(kept.operation.note, answer.version);
    }
    this.queue.done(kept.key);
  }
}

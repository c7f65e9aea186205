// The scorecard: keys, saving by itself, nothing lost without a network or when it was changed elsewhere.

import { ask } from "./conflict.js";
import { type Copy, type Fields, merge, recover, same } from "./draft.js";
import { fill, read } from "./form.js";
import { Help } from "./help.js";
import { announcer, Line, part, StandingLine, storage, Texts, timeOfDay } from "./page.js";
import { pause } from "./queue.js";
import { Rows } from "./rows.js";

/** Milliseconds from the last change to the next save, and from the first unsaved one. */
const AFTER_LAST = 1500;
const AFTER_FIRST = 5000;

export function scorecard(root: HTMLElement): void {
  new ScorecardForm(root).open();
}

/** After submitting, what was kept on this device for it is thrown away. */
export function submitted(root: HTMLElement): void {
  const shelf = storage();
  const prefix = copies(root);
  const keys = Array.from({ length: shelf?.length ?? 0 }, (_, index) => shelf?.key(index) ?? "");
  keys.filter((key) => key.startsWith(prefix)).forEach((key) => shelf?.removeItem(key));
}

function copies(root: HTMLElement): string {
  return `touchstone.scorecard.${root.dataset["interview"]}.${root.dataset["person"]}.`;
}

/** Whether evidence stands beside "not observed", which the server does not keep: this device does. */
function hasUnsent(fields: Fields): boolean {
  return Object.entries(fields).some(
    ([name, value]) => value !== "" && /^(?:evidence|cite)-/.test(name) && fields["rating-" + name.replace(/^[a-z]+-/, "")] === "none",
  );
}

type Standing = "saved" | "unsaved" | "saving" | "offline" | "signed-out" | "refused" | "conflict" | "here";

class ScorecardForm {
  private readonly form: HTMLFormElement;
  private readonly texts: Texts;
  private readonly shelf = storage();
  private readonly standing: StandingLine;
  private readonly key: string;
  private readonly line: Line;
  private readonly drafts: string;
  /** Whether the server keeps drafts of it; a correction is kept on this device only, until it is sent. */
  private readonly savesDrafts: boolean;
  private base: Fields;
  private version: number;
  private firstUnsaved = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private saving: Promise<void> | undefined;
  private failures = 0;
  private holding = false;

  constructor(private readonly root: HTMLElement) {
    this.form = part<HTMLFormElement>(root, "form[data-fields]");
    this.texts = new Texts(root);
    this.standing = new StandingLine(root, this.texts, announcer(part(root, "[data-announce]")));
    this.savesDrafts = root.dataset["mode"] === "draft";
    this.key = copies(root) + root.dataset["mode"];
    this.drafts = `/interviews/${root.dataset["interview"]}/scorecard/draft`;
    this.line = new Line(root, `/interviews/${root.dataset["interview"]}/scorecard`);
    this.base = JSON.parse(this.form.dataset["fields"] ?? "{}") as Fields;
    this.version = Number(root.dataset["version"] ?? 0);
  }

  open(): void {
    this.restore();
    const help = new Help(this.root, this.shelf);
    new Rows(this.root, this.texts, help).listen();
    this.form.addEventListener("input", () => this.changed());
    this.form.addEventListener("change", () => this.changed());
    this.form.addEventListener("focusout", () => this.saveNow());
    if (this.savesDrafts) {
      this.form.addEventListener("submit", (event) => void this.review(event));
      this.listen("online", () => this.saveNow());
      this.listen("focus", () => this.saveNow());
    }
  }

  private listen(type: string, work: () => void): void {
    const listener = (): void => {
      if (this.root.isConnected) {
        work();
      } else {
        window.removeEventListener(type, listener);
      }
    };
    window.addEventListener(type, listener);
  }

  private restore(): void {
    const recovery = recover(this.copy(), this.base, this.version);
    switch (recovery.kind) {
      case "nothing":
        this.shelf?.removeItem(this.key);
        return;
      case "restore":
        fill(this.form, recovery.fields);
        this.changed();
        return;
      case "merge":
        fill(this.form, recovery.merge.fields);
        this.choose(recovery.merge.differences, this.base, this.version);
    }
  }

  private copy(): Copy | undefined {
    try {
      return (JSON.parse(this.shelf?.getItem(this.key) ?? "null") as Copy | null) ?? undefined;
    } catch {
      return undefined;
    }
  }

  private keep(): boolean {
    try {
      const copy: Copy = { fields: read(this.form), base: this.base, version: this.version };
      this.shelf?.setItem(this.key, JSON.stringify(copy));
      return this.shelf !== undefined;
    } catch {
      return false;
    }
  }

  private changed(): void {
    const isKept = this.keep();
    if (!this.savesDrafts) {
      this.stand(isKept ? "here" : "unsaved");
      return;
    }
    if (this.holding || this.failures > 0) {
      return;
    }
    this.stand("unsaved");
    const now = Date.now();
    this.firstUnsaved = this.firstUnsaved === 0 ? now : this.firstUnsaved;
    this.schedule(Math.max(0, Math.min(AFTER_LAST, this.firstUnsaved + AFTER_FIRST - now)));
  }

  private schedule(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.saveNow(), milliseconds);
  }

  private saveNow(): void {
    if (this.savesDrafts && this.root.isConnected) {
      void this.save();
    }
  }

  /** Saves what is not saved; one save at a time. */
  private async save(): Promise<void> {
    while (this.saving !== undefined) {
      await this.saving;
    }
    clearTimeout(this.timer);
    const fields = read(this.form);
    if (this.holding || (same(fields, this.base) && this.failures === 0)) {
      return;
    }
    this.saving = this.sendDraft(fields);
    await this.saving;
    this.saving = undefined;
  }

  private async sendDraft(fields: Fields): Promise<void> {
    this.firstUnsaved = 0;
    if (this.failures === 0) {
      this.stand("saving");
    }
    const reply = await this.line.send("PUT", this.drafts, { version: this.version, fields });
    switch (reply.kind) {
      case "ok":
        this.failures = 0;
        this.saved(fields, (reply.body as { version: number }).version);
        return;
      case "conflict":
        this.failures = 0;
        this.overtaken(reply.body as { version: number; fields: Fields });
        return;
      case "refused":
        this.stand("refused", reply.sentence);
        return;
      case "offline":
      case "signed-out":
        this.stand(reply.kind);
        this.schedule(pause(this.failures++, Math.random()));
    }
  }

  private saved(fields: Fields, version: number): void {
    this.base = fields;
    this.version = version;
    if (same(read(this.form), fields)) {
      if (hasUnsent(fields)) {
        this.keep();
      } else {
        this.shelf?.removeItem(this.key);
      }
      this.stand("saved", timeOfDay(new Date(), this.root.dataset["zone"] ?? "UTC"));
    } else {
      this.changed();
    }
  }

  private overtaken(server: { version: number; fields: Fields }): void {
    const merged = merge(this.base, read(this.form), server.fields);
    fill(this.form, merged.fields);
    if (merged.differences.length > 0) {
      this.choose(merged.differences, server.fields, server.version);
      return;
    }
    this.base = server.fields;
    this.version = server.version;
    this.changed();
    this.stand("saved", timeOfDay(new Date(), this.root.dataset["zone"] ?? "UTC"));
  }

  /** Nothing is saved until the person has chosen; both texts stay. */
  private choose(differences: readonly { field: string; mine: string; theirs: string }[], base: Fields, version: number): void {
    this.holding = true;
    this.stand("conflict");
    this.keep();
    ask(this.form, part(this.root, "[data-conflict]"), this.texts, differences, (chosen) => {
      fill(this.form, chosen);
      this.holding = false;
      this.base = base;
      this.version = version;
      this.keep();
      this.schedule(0);
      part(this.root, "[data-row]").focus();
    });
  }

  /** On to the page that says what is missing, when everything has been saved. */
  private async review(event: Event): Promise<void> {
    event.preventDefault();
    await this.save();
    if (same(read(this.form), this.base)) {
      location.assign(this.form.dataset["review"] ?? "");
    } else if (this.holding) {
      part(this.root, "[data-conflict]").focus();
    } else {
      part(this.root, "[data-standing]").focus();
    }
  }

  private stand(standing: Standing, value = ""): void {
    this.standing.show(standing, value);
  }
}

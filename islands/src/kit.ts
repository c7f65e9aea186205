// The questions of the kit: which one is being asked, since when, what was heard, what the candidate asked.

import { part, type Texts, timeOfDay } from "./page.js";
import { clock, elapsed, minutesOver, running, type Start, total } from "./timer.js";

/** Something ticked: a point heard, a requirement revealed, a closing step, the start of a section. */
export interface Tick {
  readonly question: string;
  readonly tick: string;
  readonly item: string;
  readonly on: boolean;
  readonly at: Date;
}

export class Kit {
  private readonly questions: HTMLDetailsElement[];
  private readonly starts: Start[];
  private current = 0;
  private readonly toldOver = new Set<string>();

  constructor(
    private readonly root: HTMLElement,
    private readonly texts: Texts,
    private readonly record: (tick: Tick) => void,
    private readonly announce: (sentence: string) => void,
  ) {
    this.questions = [...root.querySelectorAll<HTMLDetailsElement>("details[data-question]")];
    this.starts = (JSON.parse(root.dataset["starts"] ?? "[]") as { question: string; at: string }[]).map((start) => ({
      question: start.question,
      at: Date.parse(start.at),
    }));
    root.addEventListener("change", (event) => this.changed(event));
    root.addEventListener("click", (event) => this.clicked(event));
    root.addEventListener("focusin", (event) => this.focused(event));
    this.showTimes();
    const timer = setInterval(() => (root.isConnected ? this.showTimes() : clearInterval(timer)), 1000);
  }

  /** Id of the question at which the interviewer is; empty when the kit has none. */
  get question(): string {
    return this.questions[this.current]?.dataset["question"] ?? "";
  }

  /** Opens the next or the previous question and goes to it. */
  go(by: 1 | -1): void {
    const inside = this.questions.findIndex((one) => one.contains(document.activeElement));
    const next = inside < 0 ? this.current : this.current + by;
    this.current = Math.max(0, Math.min(this.questions.length - 1, next));
    const question = this.questions[this.current];
    if (question !== undefined) {
      question.open = true;
      part(question, "summary").focus();
      question.scrollIntoView({ block: "start" });
    }
  }

  /** Starts the section of the current question, or ends it when it is running. */
  startOrEnd(id = this.question): void {
    const question = running(this.starts) === id ? "" : id;
    const at = new Date();
    this.starts.push({ question, at: at.getTime() });
    this.record({ question, tick: "STARTED", item: at.toISOString(), on: true, at });
    this.announce(question === "" ? this.texts.of("ended") : this.texts.of("started", this.titleOf(question)));
    this.showTimes();
  }

  /** Ticks or unticks the n-th point of the current question, from 1. */
  point(number: number): boolean {
    const question = this.questions[this.current];
    const box = question?.querySelectorAll<HTMLInputElement>('input[data-tick="POINT"]')[number - 1];
    if (question === undefined || box === undefined) {
      return false;
    }
    question.open = true;
    box.click();
    this.announce(this.texts.of(box.checked ? "heard" : "not-heard", box.closest("label")?.textContent?.trim() ?? ""));
    return true;
  }

  /** Goes to the first requirement of the current question that has not been asked for. */
  firstNotAsked(): void {
    const question = this.questions[this.current];
    if (question !== undefined) {
      question.open = true;
      question.querySelector<HTMLElement>("button[data-reveal]:not([hidden])")?.focus();
    }
  }

  /** Goes to the closing steps. */
  closing(): void {
    const steps = [...this.root.querySelectorAll<HTMLInputElement>('input[data-tick="STEP"]')];
    (steps.find((step) => !step.checked) ?? steps[0])?.focus();
  }

  /** Shows what lies on this device and has not reached the server. */
  apply(tick: Tick): void {
    if (tick.tick === "STARTED") {
      this.starts.push({ question: tick.question, at: tick.at.getTime() });
      this.showTimes();
      return;
    }
    const selector = `[data-tick="${tick.tick}"][data-item="${CSS.escape(tick.item)}"][data-of="${CSS.escape(tick.question)}"]`;
    const element = this.root.querySelector<HTMLElement>(selector);
    if (element instanceof HTMLInputElement) {
      element.checked = tick.on;
    } else if (element !== null && tick.on) {
      this.reveal(element, tick.at);
    }
  }

  private titleOf(id: string): string {
    const question = this.questions.find((one) => one.dataset["question"] === id);
    return question === undefined ? "" : (part(question, "[data-question-title]").textContent?.trim() ?? "");
  }

  private changed(event: Event): void {
    const box = event.target;
    if (box instanceof HTMLInputElement && box.dataset["tick"] !== undefined) {
      this.record(tickOf(box, box.checked));
    }
  }

  private clicked(event: Event): void {
    const button = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("button") : null;
    if (button?.matches("[data-reveal]") === true) {
      const element = button.closest<HTMLElement>('[data-tick="REVEALED"]');
      if (element !== null) {
        const tick = tickOf(element, true);
        this.reveal(element, tick.at);
        this.record(tick);
        this.announce(this.texts.of("revealed", part(element, "[data-answer]").textContent?.trim() ?? ""));
      }
    } else if (button?.matches("[data-start]") === true) {
      this.startOrEnd(button.dataset["start"] ?? "");
    }
  }

  private reveal(element: HTMLElement, at: Date): void {
    part(element, "[data-answer]").hidden = false;
    part(element, "[data-not-asked]").hidden = true;
    const stamp = part(element, "[data-asked]");
    stamp.hidden = false;
    stamp.textContent = this.texts.of("asked", timeOfDay(at, this.root.dataset["zone"] ?? "UTC"));
    const button = part(element, "button[data-reveal]");
    const hadFocus = document.activeElement === button;
    button.hidden = true;
    element.dataset["revealed"] = "true";
    if (hadFocus) {
      const answer = part(element, "[data-answer]");
      answer.tabIndex = -1;
      answer.focus();
    }
    this.countAsked(element);
  }

  private countAsked(element: HTMLElement): void {
    const question = element.closest<HTMLElement>("details[data-question]");
    const count = question?.querySelector<HTMLElement>("[data-asked-count]");
    if (question !== null && count !== null && count !== undefined) {
      const all = question.querySelectorAll('[data-tick="REVEALED"]').length;
      const asked = question.querySelectorAll('[data-tick="REVEALED"][data-revealed]').length;
      count.textContent = this.texts.of("asked-count", asked, all);
    }
  }

  private focused(event: FocusEvent): void {
    const question = event.target instanceof HTMLElement ? event.target.closest("details[data-question]") : null;
    const index = this.questions.findIndex((one) => one === question);
    if (index >= 0) {
      this.current = index;
    }
    this.questions.forEach((one, place) => one.toggleAttribute("data-current", place === this.current));
  }

  private showTimes(): void {
    const now = Date.now();
    const times = elapsed(this.starts, now);
    const asked = running(this.starts);
    for (const question of this.questions) {
      const id = question.dataset["question"] ?? "";
      this.showTime(question, times.get(id), asked === id);
    }
    const minutes = Number(this.root.dataset["minutes"] ?? 0);
    const whole = total(this.starts, now);
    const over = minutesOver(whole, minutes);
    part(this.root, "[data-clock]").textContent =
      over > 0 ? this.texts.of("clock-over", clock(whole), minutes, over) : this.texts.of("clock", clock(whole), minutes);
    part(this.root, "[data-clock]").toggleAttribute("data-over", over > 0);
  }

  private showTime(question: HTMLDetailsElement, time: number | undefined, isRunning: boolean): void {
    const id = question.dataset["question"] ?? "";
    const minutes = Number(question.dataset["minutes"] ?? 0);
    const over = minutesOver(time ?? 0, minutes);
    const place = part(question, "[data-elapsed]");
    place.textContent =
      time === undefined
        ? this.texts.of("planned", minutes)
        : over > 0
          ? this.texts.of("elapsed-over", clock(time), minutes, over)
          : this.texts.of("elapsed", clock(time), minutes);
    place.toggleAttribute("data-over", over > 0);
    question.toggleAttribute("data-running", isRunning);
    part(question, "[data-start]").textContent = this.texts.of(isRunning ? "end" : time === undefined ? "start" : "resume");
    if (isRunning && (time ?? 0) >= minutes * 60_000 && !this.toldOver.has(id)) {
      this.toldOver.add(id);
      this.announce(this.texts.of("time-used", minutes));
    }
  }
}

function tickOf(element: HTMLElement, on: boolean): Tick {
  return {
    question: element.dataset["of"] ?? "",
    tick: element.dataset["tick"] ?? "",
    item: element.dataset["item"] ?? "",
    on,
    at: new Date(),
  };
}

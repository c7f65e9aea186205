// The list of shortcuts, and the switch that turns those off that need no Alt.

import { part } from "./page.js";

const SETTING = "touchstone.keys";

export class Help {
  private readonly dialog: HTMLDialogElement;
  private readonly single: HTMLInputElement;

  constructor(root: HTMLElement, shelf: Storage | undefined) {
    this.dialog = part<HTMLDialogElement>(root, "dialog[data-help]");
    this.single = part<HTMLInputElement>(this.dialog, "[data-single-keys]");
    this.single.checked = shelf?.getItem(SETTING) !== "alt";
    this.single.addEventListener("change", () => shelf?.setItem(SETTING, this.single.checked ? "single" : "alt"));
    part(this.dialog, "[data-close]").addEventListener("click", () => this.dialog.close());
    part(root, "[data-open-help]").addEventListener("click", () => this.toggle());
  }

  /** Whether keys without Alt count. */
  get singleKeys(): boolean {
    return this.single.checked;
  }

  get isOpen(): boolean {
    return this.dialog.open;
  }

  toggle(): void {
    if (this.dialog.open) {
      this.dialog.close();
    } else {
      this.dialog.showModal();
    }
  }
}

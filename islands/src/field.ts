// A text field whose Enter saves a note. What stands in it unsaved is kept on this device too.

/** A field for new notes, and for a note that is being changed. */
export class NoteField {
  private editing: { readonly id: string; readonly stashed: string } | undefined;

  /**
   * @param key of the browser's storage under which unsaved text is kept
   * @param save what to do with a text; false when it could not be kept, and then it stays in the field
   */
  constructor(
    readonly area: HTMLTextAreaElement,
    private readonly shelf: Storage | undefined,
    private readonly key: string,
    private readonly save: (text: string, edited: string | undefined) => boolean,
    private readonly changedMode: (editing: boolean) => void = () => undefined,
  ) {
    const kept = this.shelf?.getItem(key);
    if (kept !== null && kept !== undefined && area.value === "") {
      area.value = kept;
    }
    area.addEventListener("input", () => this.keep());
    area.addEventListener("keydown", (event) => this.pressed(event));
  }

  edit(id: string, text: string): void {
    const stashed = this.editing === undefined ? this.area.value : this.editing.stashed;
    this.editing = { id, stashed };
    this.area.value = text;
    this.changedMode(true);
    this.area.focus();
  }

  submit(): void {
    const text = this.area.value.trim();
    if (text === "" || !this.save(text, this.editing?.id)) {
      return;
    }
    this.leaveEditing("");
  }

  private pressed(event: KeyboardEvent): void {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && !event.altKey) {
      event.preventDefault();
      this.submit();
    } else if (event.key === "Escape" && !event.isComposing) {
      event.preventDefault();
      if (this.editing !== undefined) {
        this.leaveEditing("");
      } else {
        this.area.blur();
      }
    }
  }

  private leaveEditing(otherwise: string): void {
    this.area.value = this.editing?.stashed ?? otherwise;
    if (this.editing !== undefined) {
      this.editing = undefined;
      this.changedMode(false);
    }
    this.keep();
  }

  private keep(): void {
    // While a note is being changed, what stood in the field before is kept beside its new wording.
    const stashed = this.editing?.stashed ?? "";
    const text = stashed === "" ? this.area.value : stashed + "\n" + this.area.value;
    try {
      if (text === "") {
        this.shelf?.removeItem(this.key);
      } else {
        this.shelf?.setItem(this.key, text);
      }
    } catch {
      // No room; the text still stands in the field.
    }
  }
}

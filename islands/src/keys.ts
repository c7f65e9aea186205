// Which shortcut a key press means. In a text field only presses with Alt are shortcuts, so that typing never does anything else.

/** What of a key press decides. */
export interface Press {
  readonly key: string;
  readonly code: string;
  readonly alt: boolean;
  readonly control: boolean;
  readonly typing: boolean;
}

/** Inputs in which a letter is not text. */
const BUTTONS = new Set(["checkbox", "radio", "button", "submit", "reset"]);

/** Whether what is typed into the element becomes text there. */
export function takesText(element: { tagName: string; type?: string; isContentEditable?: boolean } | null): boolean {
  if (element === null) {
    return false;
  }
  const tag = element.tagName.toLowerCase();
  return (
    tag === "textarea" ||
    tag === "select" ||
    element.isContentEditable === true ||
    (tag === "input" && !BUTTONS.has(element.type ?? "text"))
  );
}

export function pressOf(event: KeyboardEvent): Press {
  return {
    key: event.key,
    code: event.code,
    alt: event.altKey,
    control: event.ctrlKey || event.metaKey,
    typing: event.isComposing || takesText(event.target instanceof HTMLElement ? event.target : null),
  };
}

/** The key of a keyboard's place: with Alt some systems report another sign than the one on the key. */
function place(press: Press): string {
  const letter = /^Key([A-Z])$/.exec(press.code)?.[1];
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(press.code)?.[1];
  if (letter !== undefined) {
    return letter.toLowerCase();
  }
  if (digit !== undefined) {
    return digit;
  }
  return press.code === "Slash" ? "?" : press.key;
}

/**
 * The shortcut: a lower-case letter, a digit, "?", or a name such as "ArrowDown"; undefined when the press means none.
 *
 * @param single whether keys without Alt count
 */
export function shortcut(press: Press, single: boolean): string | undefined {
  if (press.control) {
    return undefined;
  }
  if (press.alt) {
    return place(press);
  }
  if (press.typing) {
    return undefined;
  }
  if (press.key.length > 1) {
    return press.key;
  }
  return single ? press.key.toLowerCase() : undefined;
}

/** The next place of a list, without going round. */
export function step(current: number, by: 1 | -1, length: number): number {
  return current < 0 ? 0 : Math.max(0, Math.min(length - 1, current + by));
}

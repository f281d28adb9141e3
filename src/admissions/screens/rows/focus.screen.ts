/** 焦点: where the keyboard goes next, also to what is drawn a moment later. */

/** Rows come from the server: waits for about two seconds. */
const MOST_FRAMES = 120;

/** Puts the focus on the first thing that fits, as soon as it is there. */
export function focusWhenThere(room: ParentNode, selector: string, frames = MOST_FRAMES): void {
  const found = room.querySelector<HTMLElement>(selector);
  if (found) found.focus();
  else if (frames > 0) requestAnimationFrame(() => focusWhenThere(room, selector, frames - 1));
}

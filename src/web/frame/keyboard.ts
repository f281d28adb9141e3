/** 键盘: the one register of single keys. What is on the screen registers its keys; `?` shows those that hold now. */
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { remembered, useRemembered } from '../parts/remembered.ts';

export interface KeyBinding {
  /** As KeyboardEvent.key gives it, letters in lower case: 'j', '/', '?', 'Enter', 'ArrowDown'. */
  key: string;
  /** What it does, as the help shows it: 下一行. */
  words: string;
  /** Heading in the help: 列表, 核办, 通用. */
  group: string;
  run: (event: KeyboardEvent) => void;
}

const SWITCH = 'single-keys';
let bindings: readonly KeyBinding[] = [];
const listeners = new Set<() => void>();

/** Registers keys; the last one registered for a key wins. Gives the act that takes them back. */
export function registerKeys(added: readonly KeyBinding[]): () => void {
  if (bindings.length === 0) document.addEventListener('keydown', onKey);
  change([...bindings, ...added]);
  return () => {
    change(bindings.filter((one) => !added.includes(one)));
    if (bindings.length === 0) document.removeEventListener('keydown', onKey);
  };
}

/** Keys of a part for as long as it is on the screen. Pass undefined to hold none. */
export function useKeys(wanted: readonly KeyBinding[] | undefined): void {
  const current = useRef(wanted);
  current.current = wanted;
  const shape = (wanted ?? []).map((one) => `${one.key} ${one.group} ${one.words}`).join('\n');
  useEffect(() => {
    if (shape === '') return;
    const stable = (current.current ?? []).map((one, at) => ({
      ...one,
      run: (event: KeyboardEvent) => current.current?.[at]?.run(event),
    }));
    return registerKeys(stable);
  }, [shape]);
}

/** The keys that hold now, for the help: one per key, the winner. */
export function useHeldKeys(): readonly KeyBinding[] {
  const all = useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => bindings,
  );
  return all.filter((one, at) => all.findLastIndex((other) => other.key === one.key) === at);
}

/** Whether single keys act, and the switch: people who dictate or tremble must be able to turn them off (WCAG 2.1.4). */
export function useSingleKeys(): [on: boolean, change: (on: boolean) => void] {
  return useRemembered(SWITCH, true);
}

/** The parts of an event that decide whether a single key is meant for us. */
export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  isComposing: boolean;
  /** Typing goes into the element that has the focus. */
  typing: boolean;
  /** The focus is on a link or button, which Enter already presses. */
  pressable: boolean;
}

/** Is this press one of the register's, rather than text, a shortcut of the browser or the press of a button? */
export function isSingleKey(press: KeyPress): boolean {
  if (press.typing || press.isComposing || press.ctrlKey || press.metaKey || press.altKey) return false;
  return !(press.pressable && press.key === 'Enter');
}

const TYPING =
  'input:not([type=checkbox],[type=radio],[type=button]),textarea,select,[contenteditable],[role=combobox]';
const PRESSABLE = 'a[href],button,summary,[role=button],[role=menuitem],[role=tab]';

function onKey(event: KeyboardEvent): void {
  const target = event.target instanceof Element ? event.target : document.body;
  const { key, ctrlKey, metaKey, altKey, isComposing } = event;
  const typing = target.closest(TYPING) !== null;
  const pressable = target.closest(PRESSABLE) !== null;
  if (event.defaultPrevented || !isSingleKey({ key, ctrlKey, metaKey, altKey, isComposing, typing, pressable })) return;
  // A dialog or an open menu owns the keyboard.
  if (document.querySelector('dialog[open],[popover]:popover-open') !== null) return;
  if (!remembered(SWITCH, true)) return;
  const wanted = key.length === 1 ? key.toLowerCase() : key;
  const binding = bindings.findLast((one) => one.key === wanted);
  if (binding === undefined) return;
  event.preventDefault();
  binding.run(event);
}

function change(next: readonly KeyBinding[]): void {
  bindings = next;
  for (const tell of listeners) tell();
}

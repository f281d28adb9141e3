/** 读健康数值: what was typed or pasted into a cell, as a value of its item, or why it is none. */
import type { HealthItem, HealthValues } from './health-items.api.ts';

export type ReadValue = { value: string | number | undefined } | { fault: string };

const TIME = /^(\d{1,2})\s*[′'’:：分.]\s*(\d{1,2})\s*[″"”秒]?$/;
const MOST_TEXT = 60;

/** An empty cell has no value. */
export function readHealthValue(item: HealthItem, typed: string): ReadValue {
  const text = typed.trim().replace(/[０-９．]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0));
  if (text === '') return { value: undefined };
  switch (item.kind) {
    case 'TEXT':
      return text.length > MOST_TEXT ? { fault: `${item.label}最多${MOST_TEXT}字` } : { value: text };
    case 'CHOICE':
      return text in (item.choices ?? {})
        ? { value: text }
        : { fault: `${item.label}须填${Object.keys(item.choices ?? {}).join('、')}之一` };
    case 'TIME':
      return within(item, secondsOf(text), `${item.label}写作4′05″`);
    case 'NUMBER':
      return within(item, /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined, `${item.label}须填数字`);
  }
}

/** 4′05″, 4:05, 4分05秒; undefined where it is none. */
function secondsOf(text: string): number | undefined {
  const found = TIME.exec(text);
  if (!found) return undefined;
  const [, minutes, seconds] = found.map(Number);
  return seconds! < 60 ? minutes! * 60 + seconds! : undefined;
}

function within({ label, least = 0, most = 0, decimals, kind }: HealthItem, value: number | undefined, fault: string) {
  if (value === undefined) return { fault };
  if (value < least || value > most) {
    const [from, to] = kind === 'TIME' ? [minutesOf(least), minutesOf(most)] : [least, most];
    return { fault: `${label}应在${from}至${to}之间，请核对` };
  }
  const unit = 10 ** (decimals ?? 0);
  return { value: Math.round(value * unit) / unit };
}

const minutesOf = (seconds: number) => `${Math.floor(seconds / 60)}′${String(seconds % 60).padStart(2, '0')}″`;

/** A kept value as people write it. */
export const shownHealthValue = (item: HealthItem, value: HealthValues[string] | undefined): string => {
  if (value === undefined) return '';
  return item.kind === 'TIME' && typeof value === 'number' ? minutesOf(value) : String(value);
};

/** Items measured of one gender only are no values of the other. */
export const concernsGender = ({ gender }: HealthItem, of: string): boolean => gender === undefined || gender === of;

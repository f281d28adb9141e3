/** 随机数: chance that comes out of a text, so that a demonstration can be made again exactly as it was. */

export interface Chance {
  /** A whole number from 0 up to, not including, `limit` (at most 2^32). */
  below(limit: number): number;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  /** True in this share of all cases: 0.03 is three in a hundred. */
  happens(share: number): boolean;
  pick<T>(list: readonly T[]): T;
}

/** One stream of chance for each text; streams of different texts have nothing to do with each other. */
export function chanceOf(text: string): Chance {
  let [a, b, c, d] = fourWordsOf(text);
  /** Xorshift with 128 bits of state: quick, and long enough for a million records. */
  const next = (): number => {
    const mixed = a ^ (a << 11);
    [a, b, c] = [b, c, d];
    d = d ^ (d >>> 19) ^ mixed ^ (mixed >>> 8);
    return d >>> 0;
  };
  for (let round = 0; round < 8; round++) next();
  const below = (limit: number): number => Math.floor((next() / 2 ** 32) * limit);
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    happens: (share) => next() < share * 2 ** 32,
    pick: (list) => list[below(list.length)]!,
  };
}

/** A picker by weight: `[['王', 70], ['李', 69]]` gives 王 a little more often than 李. */
export function weighted<T>(choices: readonly (readonly [value: T, weight: number])[]): (chance: Chance) => T {
  let sum = 0;
  const bounds = choices.map(([, weight]) => {
    sum += weight;
    return sum;
  });
  return (chance) => {
    const drawn = chance.below(2 ** 32) * (sum / 2 ** 32);
    let [low, high] = [0, bounds.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (drawn < bounds[middle]!) high = middle;
      else low = middle + 1;
    }
    return choices[low]![0];
  };
}

/** An identifier that belongs to a text (UUID version 7); `at` in milliseconds puts it in order among the others. */
export function idOf(text: string, at: number): string {
  const [a, b, c] = fourWordsOf(`id/${text}`);
  const time = at.toString(16).padStart(12, '0');
  const tail = [a, b, c].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  const variant = '89ab'.charAt(Number.parseInt(tail.charAt(3), 16) & 3);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${tail.slice(0, 3)}-${variant}${tail.slice(4, 7)}-${tail.slice(7, 19)}`;
}

/** Four words of 32 bits into which every character of the text has been mixed. */
function fourWordsOf(text: string): [number, number, number, number] {
  const words: [number, number, number, number] = [0x243f6a88, 0x85a308d3 | 0, 0x13198a2e, 0x03707344];
  for (let place = 0; place < text.length; place++) {
    const code = text.charCodeAt(place);
    for (let index = 0; index < 4; index++) {
      const neighbour = words[(index + 1) & 3]!;
      const mixed = Math.imul(words[index]! ^ (code + index * 0x9e3779b9), 0x85ebca6b + index * 2);
      words[index] = (mixed ^ (mixed >>> 15) ^ (neighbour << 7) ^ (neighbour >>> 25)) | 0;
    }
  }
  for (let round = 0; round < 4; round++) {
    for (let index = 0; index < 4; index++) {
      const mixed = Math.imul(words[index]! ^ words[(index + 3) & 3]!, 0xc2b2ae35);
      words[index] = (mixed ^ (mixed >>> 13)) | 0;
    }
  }
  return words[0] || words[1] || words[2] || words[3] ? words : [1, 2, 3, 4];
}

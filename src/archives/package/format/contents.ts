/** 档案包内容: the three parts that every package holds, as the node that gave it wrote them; read without trusting them. */
import { z } from 'zod';
import { HEADS_OF_FILE, REGISTRATIONS, STUDENT } from './manifest.ts';

const day = z.string().max(40);
const words = z.string().max(400);

const studentShape = z.object({
  record: z.looseObject({
    guardians: z.array(z.record(z.string(), z.unknown())).max(10).default([]),
    economy: z.record(z.string(), z.unknown()).default({}),
  }),
  keyData: z
    .array(z.object({ name: words, gender: words, bornOn: day, from: day, to: day.nullable() }))
    .max(200)
    .default([]),
  numbers: z
    .array(z.object({ kind: words, number: words, from: day, to: day.nullable() }))
    .max(200)
    .default([]),
});

const registrationsShape = z
  .array(
    z.object({
      ...{ school: words, schoolCode: words, stage: words, grade: z.number().int(), state: words },
      ...{ endReason: words.nullable(), from: day, to: day.nullable() },
    }),
  )
  .max(500);

const headsShape = z.object({
  heads: z
    .array(
      z.object({
        ...{ code: words, title: words },
        items: z
          .array(
            z.object({
              ...{ what: words, on: day, schoolName: words.nullable().default(null), source: words.default('') },
              entry: words.nullable(),
              /** What stands on it, where it is no scan: results, ratings, measurements. Packages of the first days have none. */
              values: z
                .array(z.object({ label: words, value: z.string().max(4000) }))
                .max(500)
                .default([]),
            }),
          )
          .max(5000),
      }),
    )
    .max(20),
  papers: z.array(z.object({ name: words, what: words })).max(400),
});

export interface PackageContents {
  student: z.infer<typeof studentShape> | undefined;
  registrations: z.infer<typeof registrationsShape> | undefined;
  heads: z.infer<typeof headsShape> | undefined;
  /** Parts that are there and cannot be understood, in words. */
  unread: string[];
}

/** Never throws; a part that is not as it should be is left out and named. */
export function readContents(entries: ReadonlyMap<string, Uint8Array>): PackageContents {
  const unread: string[] = [];
  const read = <T>(name: string, what: string, shape: z.ZodType<T>): T | undefined => {
    const found = shape.safeParse(jsonOf(entries.get(name))).data;
    if (found === undefined) unread.push(what);
    return found;
  };
  return {
    student: read(STUDENT, '学生信息', studentShape),
    registrations: read(REGISTRATIONS, '学籍经历', registrationsShape),
    heads: read(HEADS_OF_FILE, '档案目录', headsShape),
    unread,
  };
}

function jsonOf(bytes: Uint8Array | undefined): unknown {
  try {
    return bytes && JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}

/** 提问的写法: one shape for every question, made from its facts: it checks what is sent and documents what may be. */
import { z } from 'zod';
import { isCivilDate } from '../../kernel/civil-date.ts';
import { NATION } from '../../kernel/place-codes.ts';
import { type QuestionId, type Questions, questions } from '../../policy/index.ts';
import type { Fact, Question } from '../../policy/questions/fact.ts';
import { nameOfArea } from '../../students/index.ts';

/** Where the law is asked: a place, or a school in it that works by a text of its own. */
export interface AskedPlace {
  placeCode: string;
  schoolCode?: string | undefined;
}

/** 一问: what is asked, of which day, where, and with which facts. One place, or the two of a transfer. */
export interface AskedCase extends Partial<AskedPlace> {
  question: QuestionId;
  day: string;
  sending?: AskedPlace | undefined;
  receiving?: AskedPlace | undefined;
  facts: Questions[QuestionId];
}

const placeCode = z
  .string({ error: '未写行政区划代码' })
  .refine((code) => code === NATION || nameOfArea(code) !== undefined, {
    error: ({ input }) => `没有行政区划代码${String(input)}，请写国标六位代码，如411082`,
  })
  .describe('国标六位行政区划代码：411082');
const schoolCode = z
  .string()
  .regex(/^\d{10}$/, { error: '学校标识码须是十位数字' })
  .describe('学校标识码；学校有自己的文本时才写');
const place = z.strictObject({ placeCode, schoolCode: schoolCode.optional() });
const dayField = (what: string) =>
  z.string({ error: `未填${what}` }).refine(isCivilDate, { error: `${what}须是实有的日期，写作2026-09-01` });

/** The body of a question to the law: which facts it takes depends on `question`. */
export const caseShape = z.discriminatedUnion(
  'question',
  Object.entries(questions).map(([id, question]) => oneShape(id, question)) as [ReturnType<typeof oneShape>],
  { error: ({ input }) => unknownQuestion((input as { question?: unknown } | undefined)?.question) },
);

function oneShape(id: string, question: Question) {
  const always = {
    question: z.literal(id).describe(question.title),
    day: dayField('办理日期').describe('按哪一天有效的规定'),
    facts: factsShape(question),
  };
  if (!question.twoPlaces) {
    return z.strictObject({ ...always, placeCode, schoolCode: schoolCode.optional() }, { error: unknownItem });
  }
  const either = {
    placeCode: placeCode.optional(),
    schoolCode: schoolCode.optional(),
    sending: place.optional().describe('转出地'),
    receiving: place.optional().describe('转入地'),
  };
  return z
    .strictObject({ ...always, ...either }, { error: unknownItem })
    .refine((one) => (one.placeCode === undefined) === (one.sending !== undefined && one.receiving !== undefined), {
      path: ['receiving'],
      error: '请写转出地sending和转入地receiving；只问一地的，写placeCode',
    });
}

/** The facts of one question, each with a sentence of its own where it is wrong. */
function factsShape({ title, facts }: Question) {
  const known = Object.keys(facts).join('、');
  const fields = Object.entries(facts).map(([name, fact]) => {
    const shape = factShape(fact).describe(wordsOf(fact));
    return [name, fact.optional ? shape.optional() : shape];
  });
  return z.strictObject(Object.fromEntries(fields) as Record<string, z.ZodType>, {
    error: ({ code, keys, input }) => {
      if (code === 'unrecognized_keys') return `“${title}”不问${(keys as string[]).join('、')}，所问的是：${known}`;
      return input === undefined ? `未写facts：${known}` : 'facts须是按名称写的各项事实';
    },
  });
}

function factShape({ kind, label, words = {}, least = 0, most = 1_000_000 }: Fact): z.ZodType {
  const missing = (otherwise: string) => ({
    error: ({ input }: { input?: unknown }) => (input === undefined ? `未填“${label}”` : `“${label}”${otherwise}`),
  });
  const codes = Object.keys(words) as [string];
  const choices = `只能是${Object.entries(words)
    .map(([code, said]) => `${code}（${said}）`)
    .join('、')}`;
  switch (kind) {
    case 'DAY':
      return dayField(`“${label}”`);
    case 'NUMBER':
      return z
        .number(missing('须是数字'))
        .min(least, { error: `“${label}”不能小于${least}` })
        .max(most, { error: `“${label}”不能大于${most}` });
    case 'FLAG':
      return z.boolean(missing('只能是true（是）或false（否）'));
    case 'TEXT':
      return z.string(missing('须是文字')).max(200, { error: `“${label}”最多200字` });
    case 'CHOICE':
      return z.enum(codes, missing(choices));
    case 'CHOICES':
      return z.array(z.enum(codes, missing(choices)), missing(`须是列表，各项${choices}`)).max(50);
  }
}

function wordsOf({ label, unit, words = {} }: Fact): string {
  const said = Object.entries(words).map(([code, one]) => `${code} ${one}`);
  return [label, unit && `（${unit}）`, said.length > 0 && `：${said.join('，')}`].filter(Boolean).join('');
}

function unknownItem({ code, keys }: { code?: string | undefined; keys?: unknown }): string | undefined {
  return code === 'unrecognized_keys' ? `有不认识的项：${(keys as string[]).join('、')}` : undefined;
}

function unknownQuestion(asked: unknown): string {
  if (asked === undefined) return '未写question，即要问的事';
  return `没有“${String(asked).slice(0, 40)}”这一问，可问的有：${Object.keys(questions).join('、')}`;
}

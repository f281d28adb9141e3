/** 法规接口形状: texts and their articles, what may be asked, what is answered, what is in force at a place. */
import { z } from 'zod';

export const chipField = z.string().describe('四川·第三十三条');
const clausesField = z.array(z.string()).describe('条款号：SC-33.1');
const instrumentId = z.string().nullable().describe('所在法规文本；权威机关在系统内设定的，没有');

/** What every cited line carries. */
const cited = { chip: chipField, instrumentId, clauses: clausesField };

export const levelField = z.enum(['NATION', 'PROVINCE', 'CITY', 'COUNTY', 'SCHOOL']);
export type LawLevel = z.infer<typeof levelField>;
export const sideField = z.enum(['SENDING', 'RECEIVING']);
export const forceField = z
  .enum(['MUST', 'PRINCIPLE', 'MAY'])
  .describe('MUST 应当、不得；PRINCIPLE 原则上、一般；MAY 可以');
export type ForceCode = z.infer<typeof forceField>;
export const verdictField = z
  .enum(['ALLOW', 'DISCRETIONARY', 'REFUSE'])
  .describe('ALLOW 相符；DISCRETIONARY 原则上不行，可酌定；REFUSE 不符');
export type VerdictCode = z.infer<typeof verdictField>;

export const instrumentShape = z.object({
  id: z.string().describe('SC'),
  title: z.string(),
  short: z.string().describe('四川'),
  issuer: z.string(),
  level: levelField,
  placeCode: z.string().nullable().describe('校级文本没有'),
  from: z.string(),
  to: z.string().nullable(),
  note: z.string().nullable().describe('文本或日期不全的说明'),
});
export type InstrumentView = z.infer<typeof instrumentShape>;

export const clauseStateField = z.enum([
  ...(['EXECUTED', 'DUTY', 'RECORD', 'NOT_APPLIED'] as const),
  ...(['PLANNED', 'NOT_COMPUTABLE', 'UNLISTED'] as const),
]);
export type ClauseState = z.infer<typeof clauseStateField>;

export const instrumentsShape = z.object({
  instruments: z.array(
    instrumentShape.extend({
      clauses: z.number().int(),
      states: z.partialRecord(clauseStateField, z.number().int()).describe('各种落实情况的条款数'),
    }),
  ),
});
export type InstrumentsView = z.infer<typeof instrumentsShape>;

const valueShape = z.object({
  label: z.string(),
  value: z.string().nullable().describe('10个工作日；留待下级规定的为空'),
});

export const articleShape = z.object({
  article: z.string().describe('第三十三条'),
  clauses: z.array(
    z.object({
      id: z.string(),
      says: z.string().describe('本系统用自己的话转述'),
      state: clauseStateField,
      by: z.array(z.string()).describe('执行它的规则、流程、职责，或理由'),
    }),
  ),
  rules: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      force: forceField,
      question: z.string(),
      questionTitle: z.string(),
      /** What this text itself says of the rule's parameters. */
      parameters: z.array(valueShape),
    }),
  ),
  text: z.string().nullable().describe('原文；安装单位附上的才有'),
});
export type ArticleView = z.infer<typeof articleShape>;

export const instrumentTextShape = z.object({
  instrument: instrumentShape,
  articles: z.array(articleShape),
  /** 原文 as a whole, where the installation attached one that is not divided by articles. */
  text: z.string().nullable(),
});
export type InstrumentTextView = z.infer<typeof instrumentTextShape>;

export const citedArticleShape = z.object({
  instrument: instrumentShape,
  article: z.string(),
  clauses: z.array(z.object({ id: z.string(), says: z.string() })),
  rules: z.array(z.object({ title: z.string(), force: forceField })),
  text: z.string().nullable(),
});
export type CitedArticle = z.infer<typeof citedArticleShape>;

export const termShape = z.object({
  term: z.object({ startsOn: z.string(), endsOn: z.string() }).nullable().describe('当地校历没有录入的为空'),
});
export type TermView = z.infer<typeof termShape>;

export const factShape = z.object({
  name: z.string(),
  kind: z.enum(['DAY', 'NUMBER', 'FLAG', 'TEXT', 'CHOICE', 'CHOICES']),
  label: z.string(),
  unit: z.string().nullable(),
  least: z.number().nullable().describe('数字最小几何'),
  most: z.number().nullable(),
  options: z.array(z.object({ code: z.string(), words: z.string() })),
  optional: z.boolean(),
});
export type FactView = z.infer<typeof factShape>;

export const questionShape = z.object({
  id: z.string(),
  title: z.string(),
  subject: z.string().describe('入学、转学、休学……'),
  twoPlaces: z.boolean().describe('转出地、转入地一并问'),
  facts: z.array(factShape),
});
export type QuestionView = z.infer<typeof questionShape>;
export const questionsShape = z.object({ today: z.string(), questions: z.array(questionShape) });
export type QuestionsView = z.infer<typeof questionsShape>;

export const placeShape = z.object({
  code: z.string(),
  name: z.string(),
  level: z.enum(['NATION', 'PROVINCE', 'CITY', 'COUNTY']),
  ownText: z.boolean().describe('有本地规定'),
});
export type PlaceView = z.infer<typeof placeShape>;
export const placesShape = z.object({ places: z.array(placeShape) });

const losing = z.object({
  ...cited,
  side: sideField.nullable(),
  says: z.string(),
  because: z.string(),
});
const demand = { ...cited, ruleId: z.string(), by: z.string(), byWords: z.string(), side: sideField.nullable() };
const term = {
  within: z.string().nullable().describe('10个工作日'),
  lastDay: z.string().nullable().describe('最晚哪天；没有期限、或那年的节假日安排未公布的为空'),
};

export const decisionShape = z.object({
  question: z.string(),
  title: z.string(),
  verdict: verdictField,
  day: z.string(),
  places: z.array(z.object({ side: sideField.nullable(), code: z.string(), name: z.string() })),
  findings: z.array(
    z.object({
      ...cited,
      ruleId: z.string(),
      verdict: verdictField,
      force: forceField,
      code: z.string(),
      sentence: z.string(),
      remedy: z.string().nullable().describe('怎样补正'),
      instrument: z.string(),
      letThroughBy: z.string().nullable().describe('可酌定准许的部门'),
      side: sideField.nullable(),
    }),
  ),
  requirements: z.object({
    papers: z.array(z.object({ ...demand, what: z.string(), when: z.string().nullable() })),
    steps: z.array(z.object({ ...demand, what: z.string(), ...term })),
    deadlines: z.array(
      z.object({ ...demand, what: z.string(), after: z.string(), countedFrom: z.string().nullable(), ...term }),
    ),
    undated: z.string().nullable().describe('有的日期算不出的缘由'),
  }),
  notApplied: z.array(losing),
  alternatives: z
    .array(
      z.object({
        name: z.string().describe('改哪一项事实'),
        label: z.string(),
        value: z.union([z.string(), z.boolean()]),
        words: z.string(),
        verdict: verdictField.describe('改了以后的结论'),
      }),
    )
    .describe('换个条件会怎样：只改一项就会改变结论的'),
});
export type DecisionView = z.infer<typeof decisionShape>;

export const inForceShape = z.object({
  place: placeShape,
  day: z.string(),
  /** The texts that hold there, from the nation down. */
  instruments: z.array(instrumentShape),
  notices: z
    .array(
      z.object({
        place: placeShape,
        matter: z.string(),
        says: z.string(),
        title: z.string(),
        number: z.string().nullable(),
        issuedOn: z.string(),
      }),
    )
    .describe('教育局在本系统发布的通知'),
  questions: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      subject: z.string(),
      rules: z.array(
        z.object({
          ...cited,
          id: z.string(),
          title: z.string(),
          says: z.string().nullable().describe('所依条款的转述'),
          force: forceField,
          parameters: z.array(
            valueShape.extend({
              name: z.string(),
              ...cited,
              chip: chipField.nullable(),
              notApplied: z.array(z.object({ ...cited, value: z.string(), because: z.string() })),
            }),
          ),
        }),
      ),
      notApplied: z.array(losing),
    }),
  ),
});
export type InForceView = z.infer<typeof inForceShape>;

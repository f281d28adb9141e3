/** 必印内容: what a paper must say whoever lays it out: everything that is drawn from the record, and its code. Pure. */
import type { FormPaper } from '../../forms/form-paper.ts';
import type { Demanded } from '../../printing/guarded/template-job.ts';
import type { TemplateName } from '../../printing/sheet.ts';
import type { PrintData } from '../../printing/typst-printer.ts';

type Values = Record<string, unknown>;

/** Every value of the papers that a template must print, by the word that people know it by. */
export function demandedOf(template: TemplateName, { papers, mark }: Pick<PrintData, 'papers' | 'mark'>): Demanded[] {
  const of = papers.flatMap((paper) => DRAWN[template](paper as Values));
  return [...codesOf({ papers, mark }), ...of].filter(({ value }) => value.trim() !== '');
}

/** 核验码 of the document and of each paper: the least that every real paper is read back for. */
export function codesOf({ papers, mark }: Pick<PrintData, 'papers' | 'mark'>): Demanded[] {
  return [mark, ...papers].flatMap((one) => {
    const code = (one as Values)['verificationCode'];
    return typeof code === 'string' ? [{ label: '核验码', value: code }] : [];
  });
}

const named = (paper: Values, words: Readonly<Record<string, string>>): Demanded[] =>
  Object.entries(words).flatMap(([key, label]) => {
    const value = paper[key];
    return typeof value === 'string' ? [{ label, value }] : [];
  });
const pairs = (rows: unknown): Demanded[] => (rows as [string, string][]).map(([label, value]) => ({ label, value }));
/** Lines of a head say what they tell before a colon, which a template may say otherwise. */
const facts = (rows: unknown): Demanded[] =>
  (rows as string[][]).flat().map((fact) => {
    const [label = '', ...value] = fact.split('：');
    return { label: value.length > 0 ? label : '题下说明', value: value.length > 0 ? value.join('：') : fact };
  });
const cells = (columns: unknown, rows: unknown): Demanded[] =>
  (rows as string[][]).flatMap((row) =>
    row.map((value, at) => ({ label: (columns as { heading: string }[])[at]?.heading ?? '表格', value })),
  );

const roster = (paper: Values): Demanded[] => [
  ...named(paper, { title: '表名', keptBy: '存放', copy: '份数' }),
  ...facts(paper['facts']),
  ...cells(paper['columns'], paper['rows']),
];

const PERSON = {
  ...{ name: '姓名', sex: '性别', bornOn: '出生日期', identityDocument: '证件类型', identityNumber: '证件号码' },
  ...{ ethnicity: '民族', nationality: '国籍或地区', politicalStatus: '政治面貌', formerName: '曾用名' },
  ...{ overseasStatus: '港澳台侨外', health: '健康状况', nativePlace: '籍贯', birthPlace: '出生地' },
  ...{ householdPlace: '户口所在地', householdKind: '户口性质', address: '现住址', phone: '联系电话' },
};
const REGISTRATION = {
  ...{ registrationNumber: '学籍号', secondaryNumber: '学籍辅号', schoolName: '学校名称', schoolCode: '学校标识码' },
  ...{ stage: '学段', grade: '年级', classGroup: '班级', admittedIn: '入学年月', admissionMode: '入学方式' },
  ...{ origin: '学生来源', studyMode: '就读方式', state: '学籍状态' },
};

const DRAWN: Readonly<Record<TemplateName, (paper: Values) => Demanded[]>> = {
  form: (paper) => {
    const { title, facts: head, blocks } = paper as unknown as FormPaper;
    return [{ label: '表名', value: title }, ...facts(head), ...blocks.flatMap(inBlock)];
  },
  'class-roster': roster,
  'school-roster': roster,
  'graduate-roster': roster,
  'case-paper': (paper) => [
    ...named(paper, { title: '文书名' }),
    ...facts(paper['facts']),
    ...pairs(paper['fields']),
    ...(paper['lists'] as Values[]).flatMap((list) => cells(list['columns'], list['rows'])),
    ...(paper['words'] as { heading: string; lines: string[] }[]).flatMap(({ heading, lines }) =>
      lines.map((value) => ({ label: heading, value })),
    ),
  ],
  'registration-cards': (paper) => [
    ...named(paper, { supervisingAuthority: '学籍主管部门', asOf: '截至' }),
    ...named(paper['person'] as Values, PERSON),
    ...named(paper['registration'] as Values, REGISTRATION),
    ...(paper['lists'] as { word: string; entries: string[][] }[]).flatMap(({ word, entries }) =>
      entries.flat().map((value) => ({ label: word, value })),
    ),
  ],
  'proof-of-registration': (paper) => [
    ...named(paper, { name: '姓名', schoolName: '学校', issuedOn: '出具日期', validUntil: '有效期' }),
    ...pairs(paper['fields']),
  ],
  'academic-proof': (paper) => [
    ...named(paper, { title: '证明名称', number: '证明编号', name: '姓名', bornOn: '出生日期', words: '学习经历' }),
    ...named(paper, { lost: '原证书', schoolName: '学校', on: '出具日期' }),
    ...pairs(paper['stub']).map(({ label, value }) => ({ label: `存根${label}`, value })),
  ],
  certificate: (paper) => [
    ...named(paper, { title: '证书名称', number: '证书编号', name: '姓名', bornOn: '出生日期', words: '学习经历' }),
    ...named(paper, { schoolName: '学校', on: '日期' }),
    ...(paper['marks'] as { by: string }[]).map(({ by }) => ({ label: '签章单位', value: by })),
  ],
  'folder-labels': (paper) => named(paper, { name: '姓名', number: '学籍号', school: '学校', code: '档案袋编号' }),
};

function inBlock(block: FormPaper['blocks'][number]): Demanded[] {
  if (block.kind === 'ITEMS') return block.rows.flat().map(({ label, value }) => ({ label, value }));
  if (block.kind === 'LIST') return cells(block.columns, block.rows);
  return block.lines.map((value) => ({ label: block.heading, value }));
}

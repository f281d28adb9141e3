/** 辍学: a child of compulsory age who stays away is reported to whom the law names, and keeps the registration. */
import { getInstitution, getSupervision, institutionLevelOf } from '../../authorities/index.ts';
import { type AnyChangeKind, asked, changeKind, onlyWhen } from '../../changes/index.ts';
import type { Decision } from '../../policy/index.ts';
import { choice, day, optional, text } from '../../policy/questions/fact.ts';
import { RECIPIENTS, type Recipient, type StayingAway, truancyOf } from '../../school-life/index.ts';
import { changeRegistration } from '../../students/index.ts';

export const DROPOUT = 'DROPOUT';

/** 去向: as the county's list of those to be brought back has it. */
export const WHEREABOUTS = {
  HOME: '在家',
  WORK: '外出务工',
  WITH_PARENTS: '随父母外出',
  UNKNOWN: '去向不明',
  OTHER: '其他',
} as const;

/** 随迁子女的档案 goes to the place of the household at term end. */
export const FAMILIES = { LOCAL: '本地户籍', MIGRANT: '外来务工人员随迁子女' } as const;

interface Known {
  away: StayingAway;
  /** Whom the case itself tells: the supervising authority, which is the county's where that runs the school. */
  toldByCase: Recipient[];
}

const FROM = ['ENROLLED', 'ON_LEAVE'];

export const dropout: AnyChangeKind = changeKind({
  kind: DROPOUT,
  staysOpen: true,
  tables: 'dropout',
  title: '辍学报告',
  prefix: 'CX',
  purpose: '义务教育阶段学生辍学，书面上报后登记，学籍保留',
  form: {
    foundOn: asked(day('认定日期'), { past: true }),
    reason: asked(optional(text('辍学原因')), { hint: '写明查实的原因' }),
    whereabouts: choice('现在去向', WHEREABOUTS),
    family: choice('随迁子女', FAMILIES),
    household: onlyWhen(asked(text('户籍所在地'), { hint: '写到县（市、区），学期末向其转交档案' }), 'family', [
      'MIGRANT',
    ]),
  },
  unfit: ({ state, stage }) => {
    if (stage === 'SENIOR') return '普通高中学生长期旷课的，办理自动退学或退学，不按辍学报告';
    return FROM.includes(state) ? undefined : '此学生现不在读，辍学报告无从办理，请核对学籍状态';
  },
  gather: async (tx, { school, standing, day }): Promise<Known> => {
    const { authorityId } = await getSupervision(tx, school.id, standing.stage, day);
    const county = institutionLevelOf(await getInstitution(tx, { id: authorityId })) === 'COUNTY';
    return {
      away: await truancyOf(tx, school, standing.studentId),
      toldByCase: county ? ['AUTHORITY', 'COUNTY'] : ['AUTHORITY'],
    };
  },
  contradiction: ({ form: { foundOn }, standing: { since } }) =>
    foundOn < since ? `认定日期早于学籍现状的起始日${since}，请核对` : undefined,
  ask: (law, where, { form, standing: { stage }, known }) => {
    const { reason = '', family } = form;
    const reportedTo = toldIn(known);
    const reporting = law.ask('dropout-report', where, { stage, dropout: true, reason, reportedTo });
    const migrant = family === 'MIGRANT';
    const keeping = law.ask('dropout-registration', where, { stage, act: 'KEEP', pastCompulsory: false, migrant });
    return joined(reporting, keeping);
  },
  barred: ({ form: { reason } }, { verdict }) =>
    reason || verdict === 'REFUSE' ? undefined : '请查明并填写辍学原因后再提交',
  way: async (tx, _law, { school, standing: { stage }, day }) => {
    const { authorityId } = await getSupervision(tx, school.id, stage, day);
    return {
      workflow: 'dropout-report',
      parties: { school: school.id, authority: authorityId },
      authorityId,
      beside: null,
    };
  },
  before: ({ known: { away } }) => [
    {
      label: '连续旷课',
      words: away.truancy?.from ? `自${away.truancy.from}起，${away.truancy.runDays}天` : '考勤无记录',
    },
    { label: '联系监护人', words: contactWords(away.contactedOn) },
    {
      label: '书面上报',
      words:
        away.reports
          .filter(({ matter }) => matter === DROPOUT)
          .map(
            ({ recipientName, on, receivedBy }) =>
              `${recipientName}（${on}${receivedBy ? `，${receivedBy}签收` : ''}）`,
          )
          .join('、') || '以本件报送',
    },
  ],
  complete: ({ tx, studentId, caseId, on, standing: { state } }) =>
    changeRegistration(tx, { studentId, caseId, on, from: state, to: 'DROPPED_OUT' }),
  after: { role: '学籍保留', fact: '登记为辍学，学籍保留，继续劝返' },
});

/** 已书面上报: those to whom the school has written, and those whom the case reaches. */
const toldIn = ({ away, toldByCase }: Known): Recipient[] => {
  const told = new Set(away.reports.filter(({ matter }) => matter === DROPOUT).map(({ recipient }) => recipient));
  return (Object.keys(RECIPIENTS) as Recipient[]).filter((one) => told.has(one) || toldByCase.includes(one));
};

/** 3次，最近2026-09-18. */
export const contactWords = (days: readonly string[]): string =>
  days.length === 0 ? '没有登记' : `${days.length}次，最近${days[0]}`;

/** What two questions answer together. */
const joined = (one: Decision, other: Decision): Decision => {
  const verdicts = [one.verdict, other.verdict];
  const verdict = verdicts.includes('REFUSE')
    ? 'REFUSE'
    : verdicts.includes('DISCRETIONARY')
      ? 'DISCRETIONARY'
      : 'ALLOW';
  return {
    ...one,
    verdict,
    findings: [...one.findings, ...other.findings],
    requirements: [...one.requirements, ...other.requirements],
    notApplied: [...one.notApplied, ...other.notApplied],
  };
};

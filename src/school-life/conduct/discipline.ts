/** 处分: decided by the school's meeting, told to student and guardian; an expulsion waits for whom the law has agree to it. */
import {
  type AnyChangeKind,
  type AskedChange,
  asked,
  changeKind,
  onlyWhen,
  placeOf,
  present,
} from '../../changes/index.ts';
import { addMonths, type CivilDate } from '../../kernel/civil-date.ts';
import type { Decision, Law, Where } from '../../policy/index.ts';
import { conductQuestions, type Discipline } from '../../policy/questions/conduct.ts';
import { day, number, text } from '../../policy/questions/fact.ts';
import { endRegistration } from '../../students/index.ts';
import { insertDiscipline } from './discipline.store.ts';
import { schoolUnlessNamed } from './school-alone.ts';

const { facts } = conductQuestions.discipline;

const form = {
  kind: facts.kind,
  probationMonths: onlyWhen(asked(number('留校察看期限', '个月'), {}), 'kind', ['PROBATION']),
  grounds: facts.grounds,
  educated: facts.educated,
  level: facts.level,
  decidedBy: facts.decidedBy,
  decidedOn: asked(day('会议日期'), { past: true }),
  toldOn: asked(day('告知学生和监护人日期'), { past: true }),
  happened: asked(text('违纪事实'), { hint: '写明时间、地点、经过和已进行的教育；会议记录和送达的告知书在办件中上传' }),
};
type Asked = AskedChange<typeof form>;

/** Whoever is asked to agree to an expulsion does so in the case itself: the law is asked as of their consent. */
function ask(
  law: Pick<Law, 'ask'>,
  where: Where,
  { form: filled, standing: { stage } }: Pick<Asked, 'form' | 'standing'>,
): Decision {
  const { kind, grounds, educated, level, decidedBy, probationMonths } = filled;
  return law.ask('discipline', where, {
    ...{ stage, kind, grounds, level, educated: educated ?? false },
    ...present({ decidedBy, probationMonths }),
    ...(kind === 'EXPULSION' ? { approvedBy: 'CITY' as const } : {}),
  });
}

export const discipline: AnyChangeKind = changeKind({
  kind: 'DISCIPLINE',
  tables: 'discipline',
  title: '处分',
  prefix: 'CF',
  purpose: '学生违纪，经教育不改，校务会决定给予处分；不因成绩、家庭等原因处分',
  form,
  papersFirst: true,
  unfit: ({ state }) => (state === 'ENROLLED' ? undefined : '此学生现不在读，返校后再处理'),
  contradiction: ({ form: { decidedOn, toldOn } }) =>
    toldOn < decidedOn ? '告知日期早于会议日期，请核对：先由会议决定，再告知学生和监护人' : undefined,
  ask,
  barred: ({ form: { kind } }, { verdict }) =>
    verdict === 'ALLOW' && kind === 'ORDERED_WITHDRAWAL'
      ? '没有“勒令退学”这种处分，请按校务会决定另选处分种类'
      : undefined,
  way: schoolUnlessNamed('discipline'),
  complete: async ({ tx, services, studentId, caseId, on, school, standing, form: filled }) => {
    const { findings } = ask(services.law, { ...placeOf(school), day: on }, { form: filled, standing });
    await insertDiscipline(tx, {
      ...{ studentId, caseId, schoolId: school.id, path: school.path, stage: standing.stage, givenOn: on },
      ...{ kind: filled.kind as Discipline, level: filled.level },
      filed: findings.some(({ code }) => code === 'TO_BE_FILED'),
      untilOn: lastDayOf(on, filled.probationMonths),
    });
    if (filled.kind === 'EXPULSION') {
      await endRegistration(tx, { studentId, caseId, on, from: ['ENROLLED'], reason: 'EXPELLED' });
    }
  },
  after: { role: '处分生效', fact: '按规定记入学籍档案；有明显进步的及时撤销' },
});

const lastDayOf = (on: CivilDate, months: number | undefined): CivilDate | null =>
  months === undefined ? null : addMonths(on, months);

/** 借读: study at another school, while the registration stays where it is; the guest school keeps but a temporary record. */
import { getInstitution, getSupervision, gradesOf, type Institution } from '../../authorities/index.ts';
import {
  type AnyChangeKind,
  asked,
  type ChangeKind,
  type ChangeWay,
  changeKind,
  gradeField,
  onlyWhen,
  placeOf,
  present,
  type StudentStanding,
} from '../../changes/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { byVerdict, type Decision, strictest, type Where } from '../../policy/index.ts';
import { day, text } from '../../policy/questions/fact.ts';
import { leaveQuestions } from '../../policy/questions/leave.ts';
import { beginArrangement } from '../arrangement.store.ts';

const { facts } = leaveQuestions['guest-study'];

interface Known {
  /** 借读学校; undefined where no school has the code. */
  guest: Institution | undefined;
}

const form = {
  guestCode: asked(text('借读学校标识码'), { hint: '十位数字，可在机构目录中按校名查到' }),
  reason: facts.reason,
  monthsAbroad: onlyWhen(facts.monthsAbroad, 'reason', ['PARENTS_ABROAD']),
  gradeThere: gradeField('借读年级'),
  from: asked(day('借读起始日'), {}),
  until: asked(day('借读期满日'), { hint: '期满回学籍所在学校；毕业考试和证书由学籍所在学校办理' }),
};

const kind: ChangeKind<typeof form, Known> = {
  kind: 'GUEST_STUDY',
  tables: 'guest-study',
  title: '借读',
  prefix: 'JD',
  purpose: '学生暂到别的学校就读，学籍不动；长期就读的由就读学校办理转学',
  form,
  unfit: ({ state }) => (state === 'ENROLLED' ? undefined : '此学生现不在读，借读无从办理，请核对学籍状态'),
  gather: async (tx, { form: { guestCode } }) => ({ guest: await findSchool(tx, guestCode) }),
  contradiction: ({ form: { guestCode, gradeThere, from, until }, school, known: { guest }, standing: { stage } }) => {
    if (!guest) return `没有标识码为${guestCode}的学校，请在机构目录中核对`;
    if (guest.id === school.id) return '借读学校不能是学籍所在学校，请核对标识码';
    if (until <= from) return '借读期满日须晚于起始日';
    const taught = gradesOf(guest.stages, guest.years).some(
      (one) => one.stage === stage && `${one.grade}` === gradeThere,
    );
    return taught ? undefined : `${guest.name}不设所填的年级，请核对`;
  },
  ask: (law, where, { form: filled, standing, school, day: on, known: { guest } }) => {
    const put = {
      ...{ stage: standing.stage, reason: filled.reason, secondRegistration: false },
      graduatingGrade: isLastGrade(school, standing),
      ...{ gradeRegistered: standing.grade, gradeThere: Number(filled.gradeThere) },
      ...present({ monthsAbroad: filled.monthsAbroad }),
    };
    const here = law.ask('guest-study', where, put);
    return guest ? joined(here, law.ask('guest-study', { ...placeOf(guest), day: on } as Where, put)) : here;
  },
  way: async (tx, _law, { school, standing: { stage }, day: on, known: { guest } }, decision) =>
    guest && guestWay(tx, { school, guest, on, stage }, decision),
  complete: async ({ tx, studentId, caseId, form: filled, school, known: { guest } }) => {
    if (!guest) throw new Error('a guest study without its school');
    await beginArrangement(tx, {
      ...{ studentId, caseId, path: school.path, kind: 'GUEST_STUDY' },
      ...{ thereId: guest.id, therePath: guest.path, thereName: guest.name },
      ...{ grade: Number(filled.gradeThere), begunOn: filled.from, untilOn: filled.until },
    });
  },
  after: { role: '借读', fact: '学籍不变，借读学校只作借读记录，结束时送回' },
};

export const guestStudy: AnyChangeKind = changeKind(kind);

async function findSchool(tx: Transaction, code: string): Promise<Institution | undefined> {
  try {
    const found = await getInstitution(tx, { code: code.trim() });
    return found.kind === 'SCHOOL' && found.validTo === null ? found : undefined;
  } catch (thrown) {
    if (thrown instanceof Refusal) return undefined;
    throw thrown;
  }
}

const isLastGrade = ({ stages, years }: Institution, { stage, grade }: StudentStanding): boolean =>
  gradesOf(stages, years).every((one) => one.stage !== stage || one.grade <= grade);

/** What both places say; one text that is asked twice speaks once. */
function joined(here: Decision, there: Decision): Decision {
  const once = <T extends { chip: string }>(all: readonly T[], key: (one: T) => string) => [
    ...new Map(all.map((one) => [`${one.chip} ${key(one)}`, one])).values(),
  ];
  const findings = once([...here.findings, ...there.findings], ({ code }) => code).toSorted(byVerdict);
  const requirements = once([...here.requirements, ...there.requirements], (one) =>
    one.kind === 'DEADLINE' ? one.kind : one.what,
  );
  return { ...here, verdict: strictest(findings), findings, requirements };
}

/** The guest school agrees, then whoever stands above it: its centre school where the law names one, its authority. */
async function guestWay(
  tx: Transaction,
  {
    school,
    guest,
    stage,
    on,
  }: { school: Institution; guest: Institution; stage: StudentStanding['stage']; on: Where['day'] },
  { requirements }: Decision,
): Promise<ChangeWay> {
  const { authorityId } = await getSupervision(tx, guest.id, stage, on);
  const above = guest.upperId ? await getInstitution(tx, { id: guest.upperId }) : undefined;
  const named = requirements.some((one) => one.kind === 'STEP' && one.by === 'CENTRE_SCHOOL');
  const centre = named && above?.kind === 'CENTRE_SCHOOL' ? above.id : undefined;
  return {
    workflow: centre ? 'guest-study-centre' : 'guest-study-authority',
    parties: {
      ...{ school: school.id, 'receiving-school': guest.id, 'receiving-authority': authorityId },
      ...(centre ? { 'receiving-centre': centre } : {}),
    },
    authorityId,
    beside: guest.path,
  };
}

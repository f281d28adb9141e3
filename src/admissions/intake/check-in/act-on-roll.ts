/** 报到办理: checks in, defers, urges, reports and ends, each as the law of the place lets it. */
import { type Actor, asAuditActor, type Services } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { addDays, type CivilDate } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { type Decision, strictest } from '../../../policy/index.ts';
import { isInHand, ROLL_ENDS, type RollRow } from '../roll/admitted.ts';
import { changeAdmitted, lockAdmitted, type RollChange } from '../roll/roll.store.ts';
import { countRollActs, type NewRollAct, ROLL_ACTS, rollActRows } from '../roll/roll-acts.store.ts';
import {
  type AskedEntry,
  askCheckIn,
  askedEntry,
  askNoShow,
  askSeniorEntry,
  deferralDaysOf,
  refuseByLaw,
  saidWith,
} from './ask-check-in.ts';
import type { RollActRequest } from './check-in.api.ts';

type Needs = Pick<Services, 'law' | 'cipher'>;

/** What an act changes and leaves behind. */
interface Done {
  change: RollChange;
  act: NewRollAct;
}

/** A contact or a paper may be of some days ago, never of a day to come. */
const BACK_DAYS = 60;

/** Refuses NOT_FOUND for another school's entry, STEP_NOT_ALLOWED, LAW_REFUSES and REASON_NEEDED as the law says. */
export async function actOnRoll(
  tx: Transaction,
  services: Needs,
  actor: Actor,
  id: string,
  request: RollActRequest,
): Promise<void> {
  const row = await lockAdmitted(tx, id);
  if (row.schoolId !== actor.institution.id) throw refuse('NOT_FOUND', { what: '本校录取名册中的此人' });
  refuseOver(row, request.act);
  const asked = await askedEntry(tx, row);
  const { change, act } = await carryOut(tx, services, asked, request);
  if (Object.keys(change).length > 0) await changeAdmitted(tx, [id], change);
  await tx.together(rollActRows(tx, services, actor, [{ of: row, act }]));
  await record(tx, asAuditActor(actor), {
    action: `ROLL_${request.act}`,
    subjectKind: 'INSTITUTION',
    subjectId: row.schoolId,
    path: row.path,
    detail: { entry: id, stage: row.stage, intakeYear: row.intakeYear },
  });
}

/** What has ended or has come already needs none of this. */
function refuseOver(row: RollRow, act: RollActRequest['act']): void {
  const action = ROLL_ACTS[act];
  if (row.endedOn) throw refuse('STEP_NOT_ALLOWED', { state: ROLL_ENDS[row.endReason ?? 'MISTAKE'], action });
  if (act === 'PAY_FEES') {
    if (!row.checkedInOn) throw refuse('STEP_NOT_ALLOWED', { state: '尚未报到', action });
    if (row.feesPaidOn) throw refuse('STEP_NOT_ALLOWED', { state: `已于${row.feesPaidOn}缴清`, action });
  } else if (row.checkedInOn) {
    throw refuse('STEP_NOT_ALLOWED', { state: `已于${row.checkedInOn}报到`, action });
  }
}

async function carryOut(tx: Transaction, services: Needs, asked: AskedEntry, request: RollActRequest): Promise<Done> {
  switch (request.act) {
    case 'CHECK_IN':
      return checkIn(services, asked, request);
    case 'DEFER':
      return defer(services, asked, request);
    case 'PAY_FEES':
      return { change: { feesPaidOn: asked.day }, act: { act: 'PAY_FEES' } };
    case 'CONTACT': {
      refuseDay(request.on as CivilDate, asked.day);
      const { on, way, who, outcome } = request;
      const { findings } = askNoShow(services, asked, { act: 'URGE', contacts: 0 });
      return {
        change: {},
        act: { act: 'CONTACT', on: on as CivilDate, facts: { way }, secret: { who, outcome }, findings },
      };
    }
    case 'REPORT':
      return report(asked, request, await timesOf(tx, asked, 'CONTACT'));
    case 'DROPOUT':
      return dropOut(services, asked, {
        contacts: await timesOf(tx, asked, 'CONTACT'),
        reports: await timesOf(tx, asked, 'REPORT'),
      });
    case 'GIVE_UP':
      return giveUp(services, asked, request.reason);
  }
}

/** 报到: a child of compulsory age is never sent home for a paper; a senior entrant shows notice and identity. */
function checkIn(services: Needs, asked: AskedEntry, request: Extract<RollActRequest, { act: 'CHECK_IN' }>): Done {
  const { row, day } = asked;
  const { papers, feesPaid, reason } = request;
  const decision = askCheckIn(services, asked, {
    reportedOn: day,
    ...deferralDaysOf(asked),
    papers: papers.filter((paper) => paper !== 'IDENTITY'),
  });
  refuseByLaw(decision, { action: '报到', reason });
  const { findings } = decision;
  if (row.stage === 'SENIOR') {
    if (!papers.includes('IDENTITY')) throw refuse('BAD_INPUT', { what: '高中新生报到须核对身份证件，核对后勾选再办' });
    // Fees may be settled later; without them no registration follows (SC-11.1).
    const entry = askSeniorEntry(services, asked, { feesPaid: true, notice: papers.includes('NOTICE') });
    refuseByLaw(entry, { action: '报到', reason });
    findings.push(...entry.findings.filter(({ verdict }) => verdict !== 'ALLOW'));
  } else if (!papers.includes('NOTICE') && !papers.includes('HOUSEHOLD') && !reason) {
    throw refuse('REASON_NEEDED', { action: '通知书和户口簿都未带的先办报到' });
  }
  return {
    change: { checkedInOn: day, papers, ...(feesPaid ? { feesPaidOn: day } : {}) },
    act: { act: 'CHECK_IN', facts: { papers, feesPaid, ...(reason ? { reason } : {}) }, findings },
  };
}

/** 延期: the last day for coming moves by so many days from the opening of term (SC-10.2, SX-12.2). */
function defer(services: Needs, asked: AskedEntry, request: Extract<RollActRequest, { act: 'DEFER' }>): Done {
  const { days, hasProof, reason } = request;
  const decision = askCheckIn(services, asked, { deferralDays: days, hasProof });
  refuseByLaw(decision, { action: '延期', reason });
  const to = addDays(asked.termStart, days);
  if (to < asked.day) throw refuse('BAD_INPUT', { what: `延期${days}天只到${to}，已经过去，请核对天数` });
  const facts = { days, to, hasProof, reason };
  return { change: { deferredTo: to }, act: { act: 'DEFER', facts, findings: decision.findings } };
}

/** 书面通知: after urging in vain, of a child of compulsory age only (SC-10.3). */
function report({ row, day }: AskedEntry, request: Extract<RollActRequest, { act: 'REPORT' }>, contacts: number): Done {
  const { on, recipient, recipientName, paperNumber } = request;
  if (row.stage === 'SENIOR') throw refuse('STEP_NOT_ALLOWED', { state: '高中新生不属义务教育', action: '书面通知' });
  if (contacts === 0)
    throw refuse('STEP_NOT_ALLOWED', { state: '还没有督促联系的记录，先督促入学并登记', action: '书面通知' });
  refuseDay(on as CivilDate, day);
  const facts = { recipient, recipientName, ...(paperNumber ? { paperNumber } : {}), contacts };
  return { change: {}, act: { act: 'REPORT', on: on as CivilDate, facts } };
}

/** 视为辍学: the place is kept, and the entry goes on when the child comes (SX-12.4, SC-10.3). */
function dropOut(services: Needs, asked: AskedEntry, done: { contacts: number; reports: number }): Done {
  const { row, day, termStart } = asked;
  if (row.stage === 'SENIOR') throw refuse('STEP_NOT_ALLOWED', { state: '高中新生不属义务教育', action: '视为辍学' });
  if (row.dropoutOn) throw refuse('STEP_NOT_ALLOWED', { state: `已于${row.dropoutOn}登记`, action: '视为辍学' });
  if (day <= (row.deferredTo ?? termStart)) {
    throw refuse('STEP_NOT_ALLOWED', { state: `${row.deferredTo ?? termStart}前仍可报到`, action: '视为辍学' });
  }
  const decision = askNoShow(services, asked, { act: 'DROPOUT', contacts: done.contacts });
  refuseByLaw(decision, { action: '视为辍学' });
  if (done.contacts === 0) throw refuse('STEP_NOT_ALLOWED', { state: '还没有督促联系的记录', action: '视为辍学' });
  if (done.reports === 0 && mustReport(decision)) {
    throw refuse('STEP_NOT_ALLOWED', { state: '还没有书面通知乡镇或县级教育行政部门', action: '视为辍学' });
  }
  const facts = { contacts: done.contacts };
  return { change: { dropoutOn: day }, act: { act: 'DROPOUT', facts, findings: decision.findings } };
}

/** Where the text brings in the township, or where none says how, somebody outside the school is told first. */
const mustReport = ({ requirements }: Decision): boolean =>
  requirements.length === 0 || requirements.some(({ by }) => by === 'TOWNSHIP');

/**
 * 取消入学资格: a senior place that the law takes away by itself. Where a registration stands behind it, or the text leaves
 * it open, the supervising authority decides by a case (SC-10.5, SX-12.5).
 */
function giveUp(services: Needs, asked: AskedEntry, reason: string | undefined): Done {
  const { row, day } = asked;
  const decision = askNoShow(services, asked, { act: 'GIVE_UP', contacts: 0 });
  const forbidden = decision.findings.find(({ verdict }) => verdict === 'REFUSE');
  if (forbidden) throw refuse('LAW_REFUSES', { sentence: saidWith(forbidden) });
  const byAuthority = row.registered || isInHand(row) || decision.findings.length === 0;
  if (byAuthority || strictest(decision.findings) !== 'ALLOW') {
    const state = row.registered ? '已建立学籍' : isInHand(row) ? '正在办理学籍' : '规定没有直接取消的情形';
    throw refuse('STEP_NOT_ALLOWED', { state: `${state}，须报学籍主管部门审查`, action: '取消入学资格' });
  }
  const facts = reason ? { reason } : {};
  return {
    change: { endedOn: day, endReason: 'NO_SHOW' },
    act: { act: 'GIVE_UP', facts, findings: decision.findings },
  };
}

const timesOf = async (tx: Transaction, { row }: AskedEntry, act: 'CONTACT' | 'REPORT'): Promise<number> =>
  (await countRollActs(tx, act, [row.schoolId])).get(row.id) ?? 0;

function refuseDay(on: CivilDate, today: CivilDate): void {
  if (on > today || on < addDays(today, -BACK_DAYS)) {
    throw refuse('BAD_INPUT', { what: `日期须在${BACK_DAYS}天以内，且不晚于今天` });
  }
}

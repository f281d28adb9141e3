/** 请假列表: who asked to stay away, who must grant it, and who may. */
import type { Actor, Services } from '../../../access/index.ts';
import { classGroupName, getInstitution, gradeOf, listClassGroups } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { addDays, dayOf } from '../../../kernel/civil-date.ts';
import { SHOWN_PAPERS } from '../../shown-papers/paper-words.api.ts';
import { listShownPapers, type ShownPaper } from '../../shown-papers/shown-papers.store.ts';
import type { AwayItem, AwaysView } from '../attendance.api.ts';
import { GRANTERS, type Granter } from '../attendance.api.ts';
import { findingsOf, stepsOf } from '../findings.ts';
import { type Away, listAways } from './away.store.ts';
import { askAway, grantersOf } from './law-of-away.ts';

const SHOWN = 200;
/** Leave that ended longer ago is found with the student. */
const BACK_DAYS = 30;
const STATES = { ASKED: '待准假', GRANTED: '已准假', DECLINED: '不准假' } as const;
const REASONS = { ILLNESS: '因病', PERSONAL: '因事' } as const;

/** Of the caller's school; a class teacher sees the own class groups. */
export async function viewAways(tx: Transaction, services: Pick<Services, 'law'>, actor: Actor): Promise<AwaysView> {
  const today = dayOf(tx.now);
  const school = await getInstitution(tx, { id: actor.institution.id });
  const groups = new Map((await listClassGroups(tx, school.id, today)).map((group) => [group.id, group]));
  const classGroupIds = actor.role === 'CLASS_TEACHER' ? actor.classGroupIds : undefined;
  const rows = await listAways(tx, school.path, { since: addDays(today, -BACK_DAYS), classGroupIds, limit: SHOWN });
  const papers = await listShownPapers(
    tx,
    rows.map(({ id }) => id),
  );
  const items = rows.map((row): AwayItem => {
    const shown = papers.get(row.id) ?? [];
    const group = groups.get(row.classGroupId);
    const stage = group?.stage ?? school.stages[0]!;
    const waits = row.state === 'ASKED';
    const granters = waits ? grantersOf(actor) : [];
    // Of whom the law lets grant nobody need be told to ask elsewhere.
    const able = granters.filter(
      (approvedBy) => askAway(services, school, row, { stage, shown, approvedBy }).verdict !== 'REFUSE',
    );
    const open = waits ? askAway(services, school, row, { stage, shown }) : undefined;
    return {
      ...{ id: row.id, studentId: row.studentId, name: row.name, beginsOn: row.beginsOn, endsOn: row.endsOn },
      classGroupName: group ? classGroupName(gradeOf(group, today), group.ordinal) : '',
      days: row.days,
      reasonWords: REASONS[row.reason],
      proofWords: proofWords(row, shown),
      papers: shown.map(({ id, paper, mediaType }) => ({ id, words: SHOWN_PAPERS[paper], mediaType })),
      state: row.state,
      stateWords: STATES[row.state],
      askedByName: row.askedByName,
      decidedWords: row.decidedByName && `${GRANTERS[row.grantedAs as Granter]}${row.decidedByName}`,
      toGrant: able.map((granter) => ({ granter, words: GRANTERS[granter] })),
      findings: open ? findingsOf(open) : row.findings,
      steps: open ? stepsOf(open).map(({ byWords, what, chip }) => ({ byWords, what, chip })) : [],
    };
  });
  return { today, items };
}

/** 家长证明、医院诊断书（未上传） */
function proofWords({ guardianProof, diagnosis }: Away, shown: readonly ShownPaper[]): string {
  const said = { GUARDIAN_PROOF: guardianProof, DIAGNOSIS: diagnosis } as const;
  const words = (['GUARDIAN_PROOF', 'DIAGNOSIS'] as const).flatMap((code) => {
    if (shown.some(({ paper }) => paper === code)) return [SHOWN_PAPERS[code]];
    return said[code] ? [`${SHOWN_PAPERS[code]}（未上传）`] : [];
  });
  return words.join('、') || '没有凭证';
}

/** 登记成绩: a class group's results of a term at once; what was entered on an earlier day is corrected with a reason. */
import { type Actor, asAuditActor, type Services } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import { gradesOf } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import type { GridSave, GridView } from '../api/assessments.api.ts';
import type { Result, Value } from '../assessment.api.ts';
import { RESULT_KINDS } from '../assessment.api.ts';
import type { Subject } from '../subjects/subject.ts';
import { refusalOfGuest } from './ask-assessment.ts';
import { listGuests } from './guests.store.ts';
import { cellText, isSameValue, readResult } from './read-value.api.ts';
import { endResults, lockClassGroupResults, type NewResult, resultRows } from './result.store.ts';
import { cellKey, type Grid, gridViewOf, isSettled, isUnchosen, readGrid } from './view-grid.ts';

interface Change {
  studentId: string;
  name: string;
  column: Subject;
  before: Result | undefined;
  value: Value | null;
}

/**
 * Answers with the grid as it now stands. Refuses NOT_FOUND for a class group that is not the caller's, BAD_INPUT for who
 * did not sit in it and for what is no result, LAW_REFUSES for a guest on the roster of a proficiency examination (SX-27.3),
 * STALE where somebody else was quicker, REASON_NEEDED where a result of an earlier day is changed.
 */
export async function saveResults(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  actor: Actor,
  { classGroupId, cells, reason, ...of }: GridSave & { classGroupId: string },
): Promise<GridView> {
  await lockClassGroupResults(tx, classGroupId);
  const grid = await readGrid(tx, actor, { classGroupId, ...of });
  await refuseStrangers(tx, services, grid, new Set(cells.map(({ studentId }) => studentId)));
  const changes = changesOf(grid, cells);
  if (changes.length === 0) return gridViewOf(tx, services, grid);
  const today = dayOf(tx.now);
  const corrected = changes.filter(({ before }) => before && isSettled(before, today));
  if (corrected.length > 0 && !reason) throw refuse('REASON_NEEDED', { action: '更正以前的成绩' });

  const ended = changes.flatMap(({ before }) => before ?? []);
  if (ended.length > 0) await tx.together(endResults(tx, ended, { by: actor, reason }));
  const come = changes.flatMap((change) => newResult(grid, change));
  const { schoolYear, term, kind, group, school } = grid;
  const entering = { schoolYear, term, kind, school, classGroupId: group.id, stage: group.stage, by: actor };
  if (come.length > 0) await tx.together(resultRows(tx, come, entering));
  await record(tx, asAuditActor(actor), {
    action: corrected.length > 0 ? 'CORRECT_ASSESSMENTS' : 'ENTER_ASSESSMENTS',
    subjectKind: 'CLASS_GROUP',
    subjectId: group.id,
    path: group.path,
    ...(reason ? { reason } : {}),
    detail: {
      ...{ schoolYear, term, kind, entered: come.length, ended: ended.length, corrected: corrected.length },
      students: [...new Set(changes.map(({ studentId }) => studentId))],
    },
  });
  return gridViewOf(tx, services, await readGrid(tx, actor, { classGroupId, ...of }));
}

/** Who does not sit in the class group has no result there; of guests the law of the place says where they have theirs. */
async function refuseStrangers(
  tx: Transaction,
  { law }: Pick<Services, 'law'>,
  { members, school, group, grade, kind }: Grid,
  named: ReadonlySet<string>,
): Promise<void> {
  const there = new Set(members.map(({ studentId }) => studentId));
  const strangers = [...named].filter((id) => !there.has(id));
  if (strangers.length === 0) return;
  const guest = (await listGuests(tx, school.id)).find(({ studentId }) => strangers.includes(studentId));
  if (!guest) throw refuse('BAD_INPUT', { what: '有学生不在本班，请刷新名单再填' });
  const last = guest.grade === Math.max(...gradesOf([group.stage], school.years).map((one) => one.grade));
  const asked = { school, group, day: dayOf(tx.now) };
  const finding = kind === 'PROFICIENCY' ? refusalOfGuest(law, asked, { grade, last }) : undefined;
  if (finding)
    throw refuse('LAW_REFUSES', { sentence: `${guest.name}在本校借读。${finding.sentence}（${finding.chip}）` });
  throw refuse('BAD_INPUT', { what: `${guest.name}在本校借读，成绩在“借读和特教”中登记，转给学籍所在学校` });
}

function changesOf(grid: Grid, cells: GridSave['cells']): Change[] {
  const columns = new Map(grid.columns.map((column) => [column.code, column]));
  const names = new Map(grid.members.map(({ studentId, name }) => [studentId, name]));
  const kept = new Map(grid.results.map((one) => [cellKey(one.studentId, one.subject), one]));
  const seen = new Set<string>();
  return cells.flatMap(({ studentId, subject, was, text }): Change[] => {
    const column = columns.get(subject);
    if (!column) throw refuse('BAD_INPUT', { what: '有科目不在此表中，请刷新后再填' });
    const key = cellKey(studentId, subject);
    const about = `${names.get(studentId)}的${column.name}`;
    if (seen.has(key)) throw refuse('BAD_INPUT', { what: `${about}填了两次，请留一个` });
    seen.add(key);
    const before = kept.get(key);
    if ((before ? cellText(before.value, grid.kind) : '') !== was) throw refuse('STALE', { what: `${about}成绩` });
    const reading = readResult(text, column, grid.kind);
    if ('problem' in reading) throw refuse('BAD_INPUT', { what: `${about}：${reading.problem}` });
    if (isSameValue(before?.value, reading.value) && (before || !reading.value)) return [];
    if (grid.kind === 'MAKE_UP' && reading.value && !grid.firsts.has(key)) {
      throw refuse('BAD_INPUT', { what: `${about}期末成绩没有不合格，不用补考` });
    }
    if (reading.value && !before && isUnchosen(grid, studentId, subject)) {
      throw refuse('BAD_INPUT', { what: `${about}没有选修，先登记选课再认定学分` });
    }
    return [{ studentId, name: names.get(studentId) ?? '', column, before, value: reading.value }];
  });
}

function newResult({ grade }: Grid, { studentId, column, value }: Change): NewResult[] {
  if (!value) return [];
  const { code, name, fullPoints, category, credits } = column;
  const gives = value.mark === 'PASSED' ? { category, credits } : { category, credits: null };
  return [{ studentId, grade, subject: code, subjectName: name, value, fullPoints, ...gives }];
}

/** 成绩表的名称, as a workbook and its file are called. */
export const gridTitle = ({ classGroup, term, kind }: GridView): string =>
  `${classGroup.name}${term.words}${RESULT_KINDS[kind]}成绩`;

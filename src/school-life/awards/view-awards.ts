/** 看奖励: what was proposed and granted in a school year, and which graduates have earned the honour of their school. */
import type { Actor, Services } from '../../access/index.ts';
import { getInstitution, gradesOf, type Institution } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf, schoolYearOf } from '../../kernel/civil-date.ts';
import { AWARDS, LEVELS } from '../../policy/questions/conduct.ts';
import { lawPlaceOf } from '../attendance/reach.ts';
import { groupNames } from '../class-group-names.ts';
import { SHOWN_PAPERS } from '../shown-papers/paper-words.api.ts';
import { listShownPapers } from '../shown-papers/shown-papers.store.ts';
import { AWARD_STATES, listAwards, listMerits } from './award.store.ts';
import type { AwardList } from './awards.api.ts';

/** Of the own school; a class teacher sees the own class groups. */
export async function viewAwards(
  tx: Transaction,
  { law }: Pick<Services, 'law'>,
  actor: Actor,
  asked: number | undefined,
): Promise<AwardList> {
  const today = dayOf(tx.now);
  const schoolYear = asked ?? schoolYearOf(today);
  const school = await getInstitution(tx, { id: actor.institution.id });
  const classGroupIds = actor.role === 'CLASS_TEACHER' ? actor.classGroupIds : undefined;
  const names = await groupNames(tx, school.id, today);
  const rows = await listAwards(tx, school.path, { schoolYear, classGroupIds });
  const papers = await listShownPapers(
    tx,
    rows.map(({ id }) => id),
  );
  return {
    schoolYear,
    items: rows.map((row) => ({
      ...{ id: row.id, studentId: row.studentId, name: row.name, title: row.title, givenOn: row.givenOn },
      ...{ giver: row.giver, state: row.state, stateWords: AWARD_STATES[row.state], filed: row.filed },
      classGroupName: names.get(row.classGroupId ?? '') ?? '',
      category: AWARDS[row.category],
      levelWords: LEVELS[row.level],
      ...{ enteredByName: row.enteredByName, decidedByName: row.decidedByName, decisionReason: row.decisionReason },
      papers: (papers.get(row.id) ?? []).map(({ id, paper, mediaType }) => ({
        ...{ id, words: SHOWN_PAPERS[paper], mediaType },
      })),
    })),
    honours: classGroupIds ? [] : await honoursOf(tx, law, school),
  };
}

/** 毕业生荣誉: asked of the law for everybody of a last grade who was a student of merit for some years in a row. */
async function honoursOf(tx: Transaction, law: Services['law'], school: Institution): Promise<AwardList['honours']> {
  const today = dayOf(tx.now);
  const found: AwardList['honours'] = [];
  for (const stage of school.stages) {
    const grade = Math.max(...gradesOf([stage], school.years).map((one) => one.grade));
    for (const one of await listMerits(tx, school, { stage, grade, schoolYear: schoolYearOf(today) })) {
      const answer = law.ask('graduation-award', lawPlaceOf(school, today), { stage, meritYears: one.years });
      const earned = answer.findings.find(({ code }) => code === 'EARNED');
      if (earned) found.push({ ...one, sentence: earned.sentence, chip: earned.chip });
    }
  }
  return found;
}

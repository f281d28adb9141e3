/** 家长须补正的: what is missing or wrong in a draft and is the family's to mend, in its words; the school's own matters stay with it. */
import type { FamilyCaller, Services } from '../../access/index.ts';
import { type OpenedEntrant, papersOf, whereOf } from '../../admissions/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { columnAt } from '../../students/index.ts';
import { isOwn } from '../record/reveal-own.ts';
import type { BaseForm } from './form.api.ts';

/** Red findings of the record on items that this guardian may fill in, and what the law of the place asks for besides. */
export function familyFindings(
  { law }: Pick<Services, 'law'>,
  family: Pick<FamilyCaller, 'ordinal'>,
  { entrant, school, raw, findings }: OpenedEntrant,
  day: CivilDate,
): BaseForm['findings'] {
  const own = findings.filter(
    ({ field, severity }) =>
      severity === 'red' && columnAt(field)?.field.filledBy === 'family' && (isOwn(family, field) || !raw[field]),
  );
  // Signing is told apart, step by step.
  const papers = law.ask('registration-papers', whereOf(school, day), { ...papersOf(entrant, raw), signedForm: true });
  return [
    ...own.map(({ field, sentence, remedy }) => ({ path: field, sentence, remedy, chip: null })),
    ...papers.findings
      .filter(({ verdict }) => verdict === 'REFUSE')
      .map(({ sentence, remedy, chip }) => ({ path: '', sentence, remedy: remedy ?? '', chip })),
  ];
}

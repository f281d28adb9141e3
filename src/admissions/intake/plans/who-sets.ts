/** 计划由谁下达: the authority that the law of a school's place names for a stage. */
import type { Level } from '../../../access/index.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { chainOf } from '../../../kernel/place-codes.ts';
import { chipOf, type Duty, type Law, type Stage } from '../../../policy/index.ts';

/** The duties by which texts name who sets plans. */
const DUTY_OF: Record<Stage, string> = {
  PRIMARY: 'compulsory-admission-plan',
  JUNIOR: 'compulsory-admission-plan',
  SENIOR: 'senior-admission-plan',
};

const HOLDER_WORDS: Record<string, string> = { COUNTY: '县级', CITY: '市级', PROVINCE: '省级' };

/** Undefined where no text names anybody: then each authority above the school may. */
export const planDuty = (law: Pick<Law, 'packs'>, placeCode: string, stage: Stage, day: CivilDate): Duty | undefined =>
  dutiesAt(law, placeCode, [DUTY_OF[stage]], day)[0];

/** These duties, as far as the texts of the place name them on the day. */
export function dutiesAt(law: Pick<Law, 'packs'>, placeCode: string, ids: readonly string[], day: CivilDate): Duty[] {
  const chain = chainOf(placeCode);
  return law.packs
    .filter((pack) => chain.includes(pack.placeCode))
    .flatMap(({ duties }) => duties)
    .filter(({ id, inForce }) => ids.includes(id) && inForce.from <= day && (!inForce.to || day < inForce.to));
}

/** May an authority of this level set the plan? */
export const setsPlan = (duty: Duty | undefined, level: Level): boolean => duty === undefined || duty.holder === level;

/** 省级教育行政部门（山西·第九条） */
export const setterWords = ({ holder, basis }: Duty): string =>
  `${HOLDER_WORDS[holder] ?? ''}教育行政部门（${chipOf(basis)}）`;

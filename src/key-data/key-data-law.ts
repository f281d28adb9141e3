/** 关键数据变更之法: what the law says of the change, and of who the child would then be taken for. */
import type { Services } from '../access/index.ts';
import type { Institution } from '../authorities/index.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import type { LawFinding, Questions, Stage } from '../policy/index.ts';
import type { AssessedKeyData } from '../students/index.ts';
import type { Application } from './key-data.api.ts';

type Facts = Questions['key-data-change'];
type KeyItem = Facts['items'][number];

const ITEM_OF: Readonly<Record<string, KeyItem>> = {
  name: 'NAME',
  gender: 'GENDER',
  bornOn: 'BIRTH_DATE',
  identityType: 'IDENTITY',
  identityNumber: 'IDENTITY',
  ethnicGroup: 'ETHNICITY',
  householdPlace: 'HOUSEHOLD',
};

export interface AskedChange {
  school: Institution;
  day: CivilDate;
  stage: Stage;
  papers: Application['papers'];
  /** Only when it is about to take effect. */
  approvedBy?: Facts['approvedBy'];
}

/** Every finding on the change as it now stands. */
export function findingsOn(
  { law }: Pick<Services, 'law'>,
  { changed, duplicates }: AssessedKeyData,
  { school, day, stage, papers, approvedBy }: AskedChange,
): LawFinding[] {
  const where = { placeCode: school.placeCode, day, ...(school.code ? { schoolCode: school.code } : {}) };
  const items = [...new Set(changed.flatMap((path) => ITEM_OF[path] ?? []))];
  const change = law.ask('key-data-change', where, {
    items,
    stage,
    papers,
    ...(items.includes('NAME') ? { formerNameKept: true } : {}),
    ...(approvedBy ? { approvedBy } : {}),
  });
  const one = law.ask('one-registration', where, {
    sameNumberElsewhere: duplicates?.exact !== undefined,
    suspicions: duplicates?.suspicions.length ?? 0,
    graduatedSenior: false,
    stage,
  });
  return [...change.findings, ...one.findings.map((finding) => inOurWords(finding, duplicates?.exact?.placeName))];
}

/** What the law asks for before some items may change at all, with nothing on the table yet: for the answer to a family. */
export function findingsOnItems(
  { law }: Pick<Services, 'law'>,
  paths: readonly string[],
  { school, day, stage }: Pick<AskedChange, 'school' | 'day' | 'stage'>,
): readonly LawFinding[] {
  const where = { placeCode: school.placeCode, day, ...(school.code ? { schoolCode: school.code } : {}) };
  const items = [...new Set(paths.flatMap((path) => ITEM_OF[path] ?? []))];
  return law.ask('key-data-change', where, { items, stage, papers: [] }).findings;
}

const HELD_REMEDY = '由两校凭佐证按问题学籍核办，查清后再变更';

/** 证件号已被占用: whoever registers is sent to a transfer; here two children are in question. */
export const heldSentence = (placeName: string | undefined): string =>
  `新证件号已由${placeName ?? '他处'}一名学生使用，一号不得两人；${HELD_REMEDY}`;

function inOurWords(finding: LawFinding, placeName: string | undefined): LawFinding {
  if (finding.code === 'HAS_REGISTRATION') {
    return { ...finding, sentence: heldSentence(placeName), remedy: HELD_REMEDY };
  }
  if (finding.code === 'MAY_BE_SAME_PERSON') {
    return { ...finding, remedy: '对照户口簿和照片查实：不是同一人的写明依据，是同一人的按问题学籍核办' };
  }
  return finding;
}

/** 名册核对: all lines of an entry together: cells, numbers that stand twice, records behind them, and the law. */
import type { Actor, Services } from '../../../../access/index.ts';
import { getInstitution, type Institution, listSchoolsBelow, lockInstitution } from '../../../../authorities/index.ts';
import type { Transaction } from '../../../../db/transaction.ts';
import { type CivilDate, dayOf } from '../../../../kernel/civil-date.ts';
import { refuse } from '../../../../kernel/refusal.ts';
import type { Stage } from '../../../../policy/index.ts';
import { STAGES } from '../../../../policy/questions/choices.ts';
import {
  findByNumber,
  findHolders,
  identityHashOf,
  kindOfIdentityNumber,
  numberHashOf,
  TYPES_OF_RESIDENT_FORM,
} from '../../../../students/index.ts';
import { whereOf } from '../../../registering/law-of-registration.ts';
import { countAdmitted, listPlans } from '../../plans/plan.store.ts';
import { listOnOtherRolls, listOnOwnRoll } from '../roll.store.ts';
import { askLine, askRecord, cityOf, isCrossCity } from './ask-admission.ts';
import { checkLine, type LineFinding, type SoundLine } from './check-line.ts';
import { ownEntrants, type RecordBehind, recordsBehind } from './records-behind.store.ts';
import type { RollLine } from './roll-columns.ts';
import { entersRoll } from './who-enters.ts';

export interface RollIntake {
  stage: Stage;
  intakeYear: number;
}

export interface AssessedLine {
  school: Institution | undefined;
  line: SoundLine | undefined;
  identityHash: Buffer | null;
  studentId: string | null;
  entrantId: string | null;
  findings: LineFinding[];
}

type Needs = Pick<Services, 'law' | 'index'>;

/**
 * Each line with everything against it; the plan is counted on through the lines that stand. `lock` keeps others from
 * entering for the same schools until this transaction ends.
 */
export async function assessRoll(
  tx: Transaction,
  services: Needs,
  actor: Actor,
  intake: RollIntake,
  rows: readonly RollLine[],
  { lock = false } = {},
): Promise<AssessedLine[]> {
  const today = dayOf(tx.now);
  const schools = await schoolsFor(tx, actor, rows);
  const all = rows.map((values): AssessedLine => {
    const { findings, line } = checkLine(values, { stage: intake.stage, today });
    const school = schools(values.schoolCode ?? '');
    if (!school) findings.push(unknownSchool(values.schoolCode ?? ''));
    else if (!school.stages.includes(intake.stage)) findings.push(otherStage(school, intake.stage));
    else {
      const { may, instead } = entersRoll(
        services.law,
        { school, stage: intake.stage, day: today },
        actor.institution.level,
      );
      if (!may) findings.push(notYours(instead ?? '主管教育行政部门', intake.stage));
    }
    const number = line?.identityNumber;
    const identityHash = number ? identityHashOf(services.index, typeOf(number), number) : null;
    return { school, line, identityHash, studentId: null, entrantId: null, findings };
  });
  markTwice(all);
  // The places of a school are counted by one person at a time: two entries at once must not both take the last.
  const named = [...new Set(all.flatMap(({ school }) => school?.id ?? []))].toSorted();
  if (lock) for (const id of named) await lockInstitution(tx, id);
  await addRecords(tx, services, intake, all);
  for (const [school, lines] of Map.groupBy(all, (one) => one.school)) {
    if (school) await addPlan(tx, services, { ...intake, school, day: today }, lines);
  }
  return all;
}

/** Is there anything against the line that keeps it off the roll? */
export const isSound = ({ findings }: AssessedLine): boolean => findings.every(({ verdict }) => verdict !== 'REFUSE');

/** The type of document that carries a number of the resident form. */
function typeOf(number: string): string {
  const kind = kindOfIdentityNumber(number);
  return kind === 'RESIDENT' ? '1' : kind === 'FOREIGN_RESIDENT' ? '9' : 'C';
}

/** A school enters for itself, whatever the column says of its own code; an authority names the school. */
async function schoolsFor(tx: Transaction, actor: Actor, rows: readonly RollLine[]) {
  const { institution } = actor;
  if (institution.level === 'SCHOOL') {
    const own = await getInstitution(tx, { id: institution.id });
    return (code: string) => (code.trim() === '' || code.trim() === own.code ? own : undefined);
  }
  const named = new Set(rows.map(({ schoolCode = '' }) => schoolCode.trim()));
  const below = (await listSchoolsBelow(tx, institution.path)).filter(({ code }) => code && named.has(code));
  const byCode = new Map(below.map((one) => [one.code, one]));
  return (code: string) => byCode.get(code.trim());
}

function markTwice(all: readonly AssessedLine[]): void {
  const withNumber = all.filter(({ identityHash }) => identityHash);
  for (const same of Map.groupBy(withNumber, ({ identityHash }) => identityHash!.toString('hex')).values()) {
    if (same.length < 2) continue;
    for (const { findings } of same) {
      findings.push(refused('identityNumber', `本表有${same.length}行填了同一证件号`, '对照改正，或只保留一行'));
    }
  }
}

async function addRecords(
  tx: Transaction,
  services: Needs,
  intake: RollIntake,
  all: readonly AssessedLine[],
): Promise<void> {
  const holders = await holdersOf(tx, services, all);
  const records = await recordsBehind(tx, [...new Set(holders.values())]);
  for (const [school, lines] of Map.groupBy(all, (one) => one.school)) {
    if (!school) continue;
    const hashes = lines.flatMap(({ identityHash }) => identityHash ?? []);
    const elsewhere = await listOnOtherRolls(tx, hashes, { schoolId: school.id, intakeYear: intake.intakeYear });
    const here = await listOnOwnRoll(tx, { schoolId: school.id, ...intake });
    const own = await ownEntrants(tx, school.id, [...holders.values()]);
    for (const one of lines) {
      const key = one.identityHash?.toString('hex') ?? '';
      if (here.has(key)) one.findings.push(refused('identityNumber', '此人已在本校名册', '不必重复登记，略去此行'));
      if (elsewhere.has(key)) one.findings.push(onAnotherRoll(services, school, intake.stage, dayOf(tx.now)));
      const holder = holders.get(one);
      if (holder)
        addRecord(services, { ...intake, school, day: dayOf(tx.now) }, one, {
          holder,
          record: records.get(holder),
          own,
        });
    }
  }
}

/** Who holds the number of a line, a student or a claim under way. */
async function holdersOf(
  tx: Transaction,
  { index }: Needs,
  all: readonly AssessedLine[],
): Promise<Map<AssessedLine, string>> {
  const held = new Map<AssessedLine, string>();
  const hashesOf = (number: string) => TYPES_OF_RESIDENT_FORM.map((type) => identityHashOf(index, type, number));
  const numbers = all.flatMap(({ line }) => line?.identityNumber ?? []);
  const holders = await findHolders(tx, numbers.flatMap(hashesOf));
  for (const one of all) {
    const { identityNumber = null, registrationNumber = null } = one.line ?? {};
    const [found] = identityNumber
      ? hashesOf(identityNumber).flatMap((hash) => holders.get(hash.toString('hex')) ?? [])
      : [];
    const holder =
      found?.studentId ?? (registrationNumber && (await findByNumber(tx, numberHashOf(index, registrationNumber))));
    if (holder) held.set(one, holder);
    else if (registrationNumber) {
      one.findings.push({
        column: 'registrationNumber',
        verdict: 'DISCRETIONARY',
        sentence: '原学籍号在本系统中没有查到',
        remedy: '与原学校核对；外省转来升学的，报到后凭原学籍材料办理',
      });
    }
  }
  return held;
}

interface Behind {
  holder: string;
  record: RecordBehind | undefined;
  own: ReadonlySet<string>;
}

function addRecord(
  { law }: Needs,
  at: { school: Institution; stage: Stage; day: CivilDate },
  one: AssessedLine,
  { holder, record, own }: Behind,
): void {
  if (!record) {
    if (own.has(holder)) one.entrantId = holder;
    else
      one.findings.push(
        refused('identityNumber', '此证件号正由另一所学校办理注册', '与家长核实就读学校；确在本校的，请对方先撤回'),
      );
    return;
  }
  if (record.open?.schoolId === at.school.id && record.open.stage === at.stage) {
    one.findings.push(refused('identityNumber', '此人在本校已有学籍', '不必再列名册，略去此行'));
    return;
  }
  if (one.line && record.name !== one.line.name) {
    one.findings.push(
      refused('name', '姓名与学籍档案中此证件号的姓名不同', '对照户口簿改正；确已改名的，由原学校先办关键数据变更'),
    );
  }
  one.findings.push(...askRecord(law, at, record));
  one.studentId = holder;
}

/** Counts the lines that stand on the plan of the school, in their order. */
async function addPlan(
  tx: Transaction,
  services: Needs,
  at: RollIntake & { school: Institution; day: CivilDate },
  lines: readonly AssessedLine[],
): Promise<void> {
  const { school, stage, intakeYear } = at;
  const plans = await listPlans(tx, intakeYear, [school.id]);
  const plan = plans.find((one) => one.stage === stage);
  const counted = await countAdmitted(tx, { schoolId: school.id, stage, intakeYear }, cityOf(school.placeCode));
  for (const one of lines) {
    if (!one.line || !isSound(one)) continue;
    const away = one.line.sourceArea !== null && isCrossCity(school, one.line.sourceArea);
    const next = {
      places: plan?.places,
      crossCityPlaces: plan?.crossCityPlaces ?? 0,
      // Put forward before the roll was made: counted already.
      admitted: counted.admitted + (one.entrantId ? 0 : 1),
      crossCity: counted.crossCity + (away ? 1 : 0),
    };
    one.findings.push(...askLine(services, at, one.line, next));
    if (isSound(one)) Object.assign(counted, { admitted: next.admitted, crossCity: next.crossCity });
  }
}

const refused = (column: LineFinding['column'], sentence: string, remedy: string): LineFinding => ({
  column,
  verdict: 'REFUSE',
  sentence,
  remedy,
});
const unknownSchool = (code: string) =>
  code.trim() === ''
    ? refused('schoolCode', '学校标识码未填', '教育局登记名册的，逐行填写录取学校的标识码')
    : refused('schoolCode', '此标识码不是本校或所辖学校的', '对照机构目录改正');
const otherStage = ({ name }: Institution, stage: Stage) =>
  refused('schoolCode', `${name}不设${STAGES[stage]}`, '核对学段和学校');
const notYours = (instead: string, stage: Stage) =>
  refused('schoolCode', `${STAGES[stage]}录取名册由${instead}登记`, '请由其登记名册，学校凭名册办理报到');

/** 已在他校名册: whoever is admitted twice is taken in once; senior entrants by SC-12.2. */
function onAnotherRoll({ law }: Needs, school: Institution, stage: Stage, day: CivilDate): LineFinding {
  const facts = { sameNumberElsewhere: true, suspicions: 0, graduatedSenior: false, stage };
  const { findings } = law.ask('one-registration', whereOf(school, day), facts);
  const chip = findings.find(({ verdict }) => verdict === 'REFUSE')?.chip;
  const what = stage === 'SENIOR' ? '此人已在另一所高中的录取名册' : '此人已在另一所学校的录取名册';
  return { ...refused('identityNumber', what, '与家长核实就读学校，由不就读的学校先从名册中更正'), chip };
}

/** Refuses BAD_INPUT where nothing was given. */
export function refuseEmpty(rows: readonly unknown[]): void {
  if (rows.length === 0) throw refuse('BAD_INPUT', { what: '名册里没有人，请逐行填写后再导入' });
}

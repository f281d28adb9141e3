/** 入学注册概况接口. */

import { type Actor, type Route, route, type Services, scopeOf } from '../../access/index.ts';
import { classGroupName, getInstitution, gradeOf, type Institution, listClassGroups } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { type CivilDate, dayOf, intakeYearOf } from '../../kernel/civil-date.ts';
import { STAGES } from '../../policy/questions/choices.ts';
import { listPlans } from '../intake/plans/plan.store.ts';
import { whereOf } from '../registering/law-of-registration.ts';
import { openingDay } from '../registering/opening-day.ts';
import { type OverviewView, overviewShape } from './overview.api.ts';
import { namesOfSchools, progressByClassGroup, progressBySchool } from './overview.store.ts';

const NOTHING = { registered: 0, inProcess: 0, draft: 0, red: 0 };
/** A plan is set for a stage of a school, not for a class group. */
const NO_PLAN = null;

/** How far the registration of the year's intake has come: by class group for a school, by school above. */
export function overviewRoutes(services: Services): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/admissions/overview',
      tag: '入学注册',
      title: '看入学注册概况',
      who: {
        roles: ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'],
        levels: ['SCHOOL', 'CENTRE', 'COUNTY', 'CITY', 'PROVINCE'],
      },
      answer: overviewShape,
      handle: ({ actor }) => services.db.read(scopeOf(actor), (tx) => overviewOf(tx, services, actor)),
    }),
  ];
}

async function overviewOf(tx: Transaction, services: Services, actor: Actor): Promise<OverviewView> {
  const today = dayOf(services.now());
  const intakeYear = intakeYearOf(today);
  const own = await getInstitution(tx, { id: actor.institution.id });
  const opening = await openingDay(tx, own.placeCode, intakeYear);
  const deadline = deadlineOf(services, own, opening.on);
  if (own.kind === 'SCHOOL') {
    const progress = await progressByClassGroup(tx, own, intakeYear);
    const groups = (await listClassGroups(tx, own.id, today)).filter((group) => group.intakeYear === intakeYear);
    return {
      intakeYear,
      opening,
      deadline,
      schools: [],
      plans: (await listPlans(tx, intakeYear, [own.id])).map(({ stage, places }) => ({
        stageWords: STAGES[stage],
        places,
      })),
      classGroups: groups.map((group) => {
        const { registered, inProcess, draft } = progress.get(group.id) ?? NOTHING;
        const name = classGroupName(gradeOf(group, today), group.ordinal);
        return { id: group.id, name, planned: NO_PLAN, registered, inProcess, draft };
      }),
    };
  }
  const progress = await progressBySchool(tx, intakeYear);
  const planned = new Map<string, number>();
  for (const { schoolId, places } of await listPlans(tx, intakeYear)) {
    planned.set(schoolId, (planned.get(schoolId) ?? 0) + places);
  }
  const schools = await namesOfSchools(tx, [...new Set([...progress.keys(), ...planned.keys()])]);
  return {
    intakeYear,
    opening,
    deadline,
    plans: [],
    classGroups: [],
    schools: schools.map(({ id, name }) => ({
      id,
      name,
      planned: planned.get(id) ?? null,
      ...(progress.get(id) ?? NOTHING),
    })),
  };
}

/** 建籍期限 of the place, counted from the opening of the school year. */
function deadlineOf({ law }: Services, institution: Institution, enteredOn: CivilDate): OverviewView['deadline'] {
  const where = whereOf(institution, enteredOn);
  const [finding] = law.ask('build-file', where, { enteredOn, submittedOn: enteredOn }).findings;
  const dueOn = finding?.facts['dueOn'];
  return finding && typeof dueOn === 'string' ? { dueOn, sentence: finding.sentence, chip: finding.chip } : null;
}

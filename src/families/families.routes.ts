/** 家长端接口: all routes of the families' side, the phone's and the offices'. */
import type { FamilySessions, Route, Services } from '../access/index.ts';
import type { CaseEngine } from '../cases/index.ts';
import type { WorkingCalendar } from '../kernel/working-days.ts';
import { enteringRoutes } from './entering/entering.routes.ts';
import { makeFamilySessions } from './entering/sessions.ts';
import { signedOf } from './form/check-signed.ts';
import { formRoutes } from './form/form.routes.ts';
import { linkRoutes } from './links/links.routes.ts';
import { recordRoutes } from './record/record.routes.ts';

/** What the families' side gives to the product. */
export interface Families {
  routes: Route[];
  sessions: FamilySessions;
}

export interface FamiliesNeeds {
  engine: CaseEngine;
  calendar: WorkingCalendar;
}

/** Joins them. */
export function familiesOf(services: Services, { engine, calendar }: FamiliesNeeds): Families {
  const sessions = makeFamilySessions(services.db, services.now);
  return {
    sessions,
    routes: [
      ...enteringRoutes(services, sessions),
      ...recordRoutes(services, engine, calendar),
      ...formRoutes(services),
      ...linkRoutes(services, (tx, actor, students) => signedOf(tx, services, actor, students)),
    ],
  };
}

/** 家长端接口: all routes of the families' side, the phone's and the offices'. */
import type { FamilySessions, Route, Services } from '../access/index.ts';
import type { CaseEngine } from '../cases/index.ts';
import type { Printer } from '../documents/index.ts';
import type { TakeOver } from '../evidence/index.ts';
import type { WorkingCalendar } from '../kernel/working-days.ts';
import { enteringRoutes } from './entering/entering.routes.ts';
import { makeFamilySessions } from './entering/sessions.ts';
import { signedOf } from './form/check-signed.ts';
import { formRoutes } from './form/form.routes.ts';
import { linkRoutes } from './links/links.routes.ts';
import { proofRoutes } from './proofs/proofs.routes.ts';
import { recordRoutes } from './record/record.routes.ts';
import { officeRoutes } from './requests/office.routes.ts';
import { requestRoutes } from './requests/requests.routes.ts';
import { takeOverRequest, takeOverWish } from './take-over.ts';
import { wishPaperRoutes } from './wishes/wish-papers.routes.ts';

/** What the families' side gives to the product. */
export interface Families {
  routes: Route[];
  sessions: FamilySessions;
  /** A case that comes of a guardian's request takes over its photographs, and the request its case. */
  takeOver: TakeOver;
  /** The same for a transfer that comes of a wish. */
  takeOverWish: TakeOver;
}

export interface FamiliesNeeds {
  engine: CaseEngine;
  calendar: WorkingCalendar;
  /** The one print queue of the process. */
  printer: Printer;
}

/** Joins them. */
export function familiesOf(services: Services, { engine, calendar, printer }: FamiliesNeeds): Families {
  const sessions = makeFamilySessions(services);
  return {
    sessions,
    takeOver: takeOverRequest,
    takeOverWish,
    routes: [
      ...enteringRoutes(services, sessions),
      ...recordRoutes(services, engine, calendar),
      ...formRoutes(services),
      ...requestRoutes(services, calendar),
      ...officeRoutes(services),
      ...wishPaperRoutes(services),
      ...proofRoutes(services, printer),
      ...linkRoutes(services, (tx, actor, children) => signedOf(tx, services, actor, children)),
    ],
  };
}

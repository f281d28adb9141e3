/** 入学注册接口: all routes of this folder, and the background work behind them. */
import type { Route, Services } from '../access/index.ts';
import type { CaseEngine } from '../cases/index.ts';
import type { JobDefinition } from '../jobs/index.ts';
import { newId } from '../kernel/ids.ts';
import { entrantRoutes } from './entrants/entrants.routes.ts';
import { makeHandedOver } from './importing/handed-over.ts';
import { importingRoutes } from './importing/importing.routes.ts';
import { photoRoutes } from './importing/photos/photos.routes.ts';
import { makeProgressBell } from './importing/progress.ts';
import { readImportJob } from './importing/read-import.ts';
import { resumeImports, resumeImportsJob, type SendJob } from './importing/resume-imports.ts';
import { cancellationRoutes } from './intake/cancelling/cancellation.routes.ts';
import { checkInRoutes } from './intake/check-in/check-in.routes.ts';
import { entryRoutes } from './intake/entry/entry.routes.ts';
import { admissionPlanRoutes } from './intake/plans/admission-plans.routes.ts';
import { rollRoutes } from './intake/roll/roll.routes.ts';
import { overviewRoutes } from './overview/overview.routes.ts';
import { registeringRoutes } from './registering/registering.routes.ts';
import { reviewRoutes } from './review/review.routes.ts';
import { NOBODY_SIGNS, type SignedForms } from './submitting/signed-forms.ts';

/** What admission adds to the product. */
export interface Admissions {
  routes: Route[];
  jobs: JobDefinition[];
  /** Reads on what a process that died left unread; called once the queue works. */
  resume(): Promise<void>;
}

/** Joins the parts of admission; readers and watchers of one process hear the same bell. */
export function admissionsOf(
  services: Services,
  engine: CaseEngine,
  queue: SendJob,
  signed: SignedForms = NOBODY_SIGNS,
): Admissions {
  const bell = makeProgressBell();
  const handedOver = makeHandedOver();
  // The queue believes for an hour that a killed process still works at its jobs. Under a key of this process the same
  // reading can be sent again at once; that two never read together is kept by the lock on the import.
  const here = newId();
  const send: SendJob = (name, key, data) => queue(name, `${here}/${key}`, data);
  return {
    routes: [
      ...overviewRoutes(services),
      ...importingRoutes(services, bell, { send, handedOver }),
      ...reviewRoutes(services, engine),
      ...entrantRoutes(services),
      ...photoRoutes(services),
      ...registeringRoutes(services, engine, signed),
      ...admissionPlanRoutes(services, engine),
      ...rollRoutes(services),
      ...checkInRoutes(services),
      ...entryRoutes(services, engine),
      ...cancellationRoutes(services, engine),
    ],
    jobs: [readImportJob(services, bell, handedOver), resumeImportsJob(services, send)],
    resume: () => resumeImports(services, send),
  };
}

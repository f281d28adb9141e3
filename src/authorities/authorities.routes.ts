/** 机构、账号、班级的全部接口与后台任务. */
import type { Route, Services } from '../access/index.ts';
import type { JobDefinition } from '../jobs/index.ts';
import { accountRoutes } from './accounts/accounts.routes.ts';
import { activityRoutes } from './accounts/activity/activity.routes.ts';
import { dormantAccountsJob } from './accounts/activity/seal-dormant-accounts.ts';
import { classRoutes } from './classes/classes.routes.ts';
import { firstRunRoutes } from './first-run/first-run.routes.ts';
import { foundingRoutes } from './institutions/founding/founding.routes.ts';
import type { PlaceNames } from './institutions/founding/place-names.ts';
import { importingRoutes } from './institutions/importing/importing.routes.ts';
import { institutionRoutes } from './institutions/institutions.routes.ts';
import { officeRoutes } from './offices/offices.routes.ts';
import { sessionRoutes } from './sessions/session.routes.ts';
import type { SessionKeeper } from './sessions/sessions.ts';
import type { IdentityProvider } from './sign-in/identity-provider.ts';
import { providerRoutes } from './sign-in/provider.routes.ts';
import type { SignInPolicy } from './sign-in/sign-in-policy.ts';

export interface AuthoritiesNeeds {
  services: Services;
  sessions: SessionKeeper;
  policy: SignInPolicy;
  /** Absent where the installation has none. */
  identityProvider?: IdentityProvider | undefined;
  /** The full name of a place of GB/T 2260, and all its codes: tables that belong to the students' record. */
  places: { nameOf: PlaceNames; listCodes: () => readonly string[] };
  /** Everything the product declares; asked only once it is all joined. */
  routes: () => readonly Route[];
}

/** Every route of this feature. */
export function authorityRoutes(needs: AuthoritiesNeeds): Route[] {
  const { services, policy, identityProvider, places } = needs;
  return [
    ...sessionRoutes({ ...needs, hasIdentityProvider: identityProvider !== undefined }),
    ...providerRoutes(services, identityProvider),
    ...firstRunRoutes({ services, policy, names: places.nameOf, placeCodes: places.listCodes }),
    ...foundingRoutes(services, places.nameOf),
    ...importingRoutes(services),
    ...institutionRoutes(services),
    ...officeRoutes(services),
    ...accountRoutes(services, policy),
    ...activityRoutes(services),
    ...classRoutes(services),
  ];
}

/** The work that this feature does at night. */
export const authorityJobs = (services: Services): JobDefinition[] => [dormantAccountsJob(services)];

/** 在校生活的门: attendance and what is counted from it. */
import type { Route, Services } from '../access/index.ts';
import { attendanceRoutes } from './attendance/attendance.routes.ts';
import { truancyRoutes } from './attendance/truancy/truancy.routes.ts';

export const schoolLifeRoutes = (services: Services): Route[] => [
  ...attendanceRoutes(services),
  ...truancyRoutes(services),
];

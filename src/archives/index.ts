/** 学籍档案的门: the heads of a student's file. */
import type { Route, Services } from '../access/index.ts';
import { custodyRoutes } from './custody/custody.routes.ts';
import { baseFormRoutes } from './heads/base-forms/base-forms.routes.ts';
import { furtherRoutes } from './heads/further/further.routes.ts';
import { headRoutes } from './heads/heads.routes.ts';
import { healthRoutes } from './heads/health/health.routes.ts';

export { fileOf, type HeadOfFile } from './heads/file/file-of.ts';
export type { StudentHealth } from './heads/health/health.api.ts';
export { HEALTH_ITEMS } from './heads/health/health-items.api.ts';
export { viewStudentHealth } from './heads/health/view-health.ts';
export { type FileItem, type FileSource, HEADS, type HeadCode } from './heads/sources/file-source.ts';

export { checkOffline, readTrustedKeys } from './package/format/check-offline.ts';
export { checkPackage, type TrustedKey } from './package/format/check-package.ts';
export { lockPackage, packageCode, unlockPackage } from './package/format/lock-package.ts';
export { UnfitPackage } from './package/format/read-archive.ts';
export { writePackage } from './package/format/write-package.ts';
export { FILE_PACKAGE, filePackage } from './package/giving/file-package.ts';
export { packageRoutes } from './package/packages.routes.ts';
export type { RegisterOfChanges } from './school-file/drawing/draw-items.ts';
export { schoolFileRoutes } from './school-file/school-file.routes.ts';

/** Every route of the file. */
export const archiveRoutes = (services: Services): Route[] => [
  ...headRoutes(services),
  ...healthRoutes(services),
  ...furtherRoutes(services),
  ...baseFormRoutes(services),
  ...custodyRoutes(services),
];

/** 凭证接口. */
import { z } from 'zod';
import { type Level, type Role, type Route, route, type Services } from '../../access/index.ts';
import { openShownPaper, showPaper } from './show-paper.ts';
import { showQuery } from './shown-papers.api.ts';

const LEVELS: Level[] = ['SCHOOL'];
const SEES = { roles: ['CLASS_TEACHER', 'SCHOOL_REGISTRAR', 'SCHOOL_LEADER'] as Role[], levels: LEVELS };
const SHOWS = { roles: ['CLASS_TEACHER', 'SCHOOL_REGISTRAR'] as Role[], levels: LEVELS };
const TAG = '在校生活凭证';
const byId = z.object({ id: z.uuid() });

export const shownPaperRoutes = (services: Services): Route[] => [
  route({
    method: 'POST',
    path: '/api/shown-papers',
    tag: TAG,
    title: '上传凭证',
    who: SHOWS,
    query: showQuery,
    takesFile: true,
    answer: byId,
    handle: async ({ actor, query, upload }) => ({
      id: await showPaper(services, actor, query, (await upload()).stream),
    }),
  }),
  route({
    method: 'GET',
    path: '/api/shown-papers/:id',
    tag: TAG,
    title: '看凭证',
    who: SEES,
    params: byId,
    answer: 'FILE',
    handle: ({ actor, params }) => openShownPaper(services, actor, params.id),
  }),
];

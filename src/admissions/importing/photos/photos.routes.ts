/** 新生照片接口. */
import { z } from 'zod';
import { type Route, route, type Services, scopeOf } from '../../../access/index.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { getEntrant } from '../../entrants/entrant.store.ts';
import { setEntrantPhoto, setPhotosFromArchive } from './set-photos.ts';

const entrantId = z.object({ id: z.uuid() });
const takenShape = z.object({
  taken: z.number().int(),
  unmatched: z.array(z.string()).describe('没有对应的人的文件'),
  unusable: z.array(z.object({ name: z.string(), why: z.string() })),
});

/** Photos of entrants: one by one, or a zip named by identity number or 学校标识码_班号_姓名. */
export function photoRoutes(services: Services): Route[] {
  return [
    route({
      method: 'POST',
      path: '/api/admissions/photos',
      tag: '入学注册',
      title: '上传照片压缩包',
      who: { roles: ['SCHOOL_REGISTRAR'], levels: ['SCHOOL'] },
      takesFile: true,
      answer: takenShape,
      handle: async ({ actor, upload }) => setPhotosFromArchive(services, actor, (await upload()).stream),
    }),
    route({
      method: 'POST',
      path: '/api/admissions/entrants/:id/photo',
      tag: '入学注册',
      title: '上传一人的照片',
      who: { roles: ['SCHOOL_REGISTRAR'], levels: ['SCHOOL'] },
      params: entrantId,
      takesFile: true,
      answer: z.object({ photoId: z.uuid() }),
      handle: async ({ actor, params, upload }) => ({
        photoId: await setEntrantPhoto(services, actor, params.id, (await upload()).stream),
      }),
    }),
    route({
      method: 'GET',
      path: '/api/admissions/entrants/:id/photo',
      tag: '入学注册',
      title: '看新生照片',
      who: {
        roles: ['SCHOOL_REGISTRAR', 'SCHOOL_LEADER', 'AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'],
        levels: ['SCHOOL', 'CENTRE', 'COUNTY', 'CITY', 'PROVINCE'],
      },
      params: entrantId,
      answer: 'FILE',
      handle: async ({ actor, params }) => {
        const { photoId } = await services.db.read(scopeOf(actor), (tx) => getEntrant(tx, params.id));
        if (!photoId) throw refuse('NOT_FOUND', { what: '照片' });
        return { file: await services.files.fetch(photoId), mediaType: 'image/jpeg' };
      },
    }),
  ];
}

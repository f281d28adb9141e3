/** 学校名录导入接口: template, reading, checking again, founding. */
import { z } from 'zod';
import { type Route, route, type Services, type Who } from '../../../access/index.ts';
import { writeTemplate } from '../../../workbooks/template.ts';
import { checkSchools, commitSchools, readSchools } from './import-schools.ts';
import { checkedRowsShape, readSchoolsShape, schoolRowsBody } from './importing.api.ts';
import { SCHOOL_COLUMNS } from './school-columns.ts';

const TAG = '机构';
const AUTHORITIES: Who = { roles: ['AUTHORITY_REGISTRAR', 'AUTHORITY_LEADER'] };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const NOTES = [
  '一校一行。标*的栏目必填；其余不填的，按栏目批注说明的办法取值。',
  '学校标识码由教育部下发，不得自编；已在机构目录中的学校不要再填。',
];

const columnViews = SCHOOL_COLUMNS.map((column) => ({
  key: column.key,
  heading: column.heading,
  required: 'required' in column,
  choices: 'choices' in column ? [...column.choices] : [],
}));

/** The routes of bringing in a list of schools. */
export function importingRoutes(services: Services): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/institutions/import/template',
      tag: TAG,
      title: '下载学校名录模板',
      who: AUTHORITIES,
      answer: 'FILE',
      handle: async () => ({
        file: await writeTemplate({
          title: '学校名录导入模板',
          sheet: '学校名录',
          columns: SCHOOL_COLUMNS,
          notes: NOTES,
          madeAt: services.now(),
        }),
        mediaType: XLSX,
        downloadAs: '学校名录导入模板.xlsx',
      }),
    }),
    route({
      method: 'POST',
      path: '/api/institutions/import/read',
      tag: TAG,
      title: '读入学校名录',
      who: AUTHORITIES,
      takesFile: true,
      answer: readSchoolsShape,
      handle: async ({ actor, upload, signal }) => {
        const { stream } = await upload();
        return { columns: columnViews, ...(await readSchools(services, actor, stream, signal)) };
      },
    }),
    route({
      method: 'POST',
      path: '/api/institutions/import/check',
      tag: TAG,
      title: '校验学校名录',
      who: AUTHORITIES,
      body: schoolRowsBody,
      answer: checkedRowsShape,
      handle: async ({ actor, body }) => ({ rows: await checkSchools(services, actor, body.rows) }),
    }),
    route({
      method: 'POST',
      path: '/api/institutions/import',
      tag: TAG,
      title: '导入学校名录',
      who: AUTHORITIES,
      body: schoolRowsBody,
      answer: z.object({ made: z.number().int() }),
      idempotent: true,
      handle: ({ actor, body }) => commitSchools(services, actor, body.rows),
    }),
  ];
}

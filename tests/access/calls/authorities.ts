/** 样例调用: sessions, institutions, offices, accounts, class groups. */
import { type CallExamples, open, placeless, scoped } from '../call.ts';

const REASON = { reason: '调离本岗位' };
const TRAINING = {
  trainedOn: '2026-09-01',
  topics: ['IMPORTANCE', 'MEASURES', 'SYSTEM', 'DATA_CAPTURE', 'CHANGES'],
  trainer: '市教育局',
  formalStaff: true,
};
const PERSON = { personName: '钱思远', loginName: 'qiansiyuan', password: 'Meihua-Kai7-Yard' };
const DIRECTORY = 'the directory is read by all who are signed in; who holds office is told within the place only';

const ofAccount = (body?: unknown) => scoped(({ accountId }) => ({ params: { id: accountId }, body }));
const ofSchool = (body?: unknown) => scoped(({ school }) => ({ params: { id: school.id }, body }));

export const AUTHORITY_CALLS: CallExamples = {
  'GET /api/session/ways-in': placeless(),
  'POST /api/session': placeless({ body: { loginName: 'nobody-here', password: 'Guessed-4-Once' } }),
  'GET /api/session': placeless(),
  'DELETE /api/session': placeless(),
  'POST /api/session/password': placeless({ body: { current: 'Guessed-4-Once', next: 'Meihua-Kai7-Yard' } }),
  'POST /api/session/code': placeless({ body: { code: '000000' } }),
  'POST /api/session/totp': placeless(),
  'POST /api/session/totp/confirm': placeless({ body: { code: '000000' } }),
  'GET /api/session/oidc': placeless(),
  'GET /api/session/oidc/callback': placeless(),
  'GET /api/first-run': placeless(),
  'GET /api/first-run/places': placeless(),
  'POST /api/first-run': placeless({
    body: {
      placeCode: '411082',
      authorityName: '长葛市教育局',
      registrar: PERSON,
      leader: { ...PERSON, personName: '孙建国', loginName: 'sunjianguo' },
    },
  }),
  'POST /api/institutions/schools': scoped(({ authority }) => ({
    body: {
      code: '2141999999',
      name: '新区实验小学',
      shortName: '新区实小',
      schoolType: 'PRIMARY',
      ownership: 'PUBLIC',
      upperId: authority.id,
    },
  })),
  'POST /api/institutions/centre-schools': placeless({ body: { name: '石固镇中心校', shortName: '石固中心校' } }),
  'POST /api/institutions/authorities': scoped(({ authority }) => ({
    body: { placeCode: authority.placeCode, name: '教育体育局', shortName: '教体局' },
  })),
  'GET /api/institutions/import/template': placeless(),
  'POST /api/institutions/import/read': placeless({ file: { name: 'schools.xlsx', bytes: new Uint8Array([80, 75]) } }),
  'POST /api/institutions/import/check': placeless({ body: { rows: [{ row: 5, values: { name: '新区实验小学' } }] } }),
  'POST /api/institutions/import': placeless({ body: { rows: [{ row: 5, values: { name: '新区实验小学' } }] } }),
  'GET /api/institutions': placeless(),
  'GET /api/institutions/:id': open(DIRECTORY, ({ school }) => ({ params: { id: school.id } })),
  'PATCH /api/institutions/:id/profile': ofSchool({ items: { address: '人民路12号' } }),
  'PATCH /api/institutions/:id/schooling': ofSchool({ modelSchool: true, reason: '评定为示范校' }),
  'POST /api/institutions/:id/supervisions': scoped(({ school, authority }) => ({
    params: { id: school.id },
    body: { stage: 'PRIMARY', authorityId: authority.id, from: '2026-10-01' },
  })),
  'POST /api/institutions/:id/campuses': ofSchool({ name: '东校区' }),
  'POST /api/campuses/:id/end': scoped(({ campusId }) => ({ params: { id: campusId } })),
  'GET /api/institutions/:id/offices': ofSchool(),
  'POST /api/institutions/:id/offices': ofSchool({ post: 'PRINCIPAL', personName: '李雨桐', from: '2026-09-01' }),
  'POST /api/offices/:id/end': scoped(({ officeId }) => ({ params: { id: officeId }, body: { on: '2026-09-17' } })),
  'GET /api/accounts': placeless(),
  'POST /api/accounts': scoped(({ school }) => ({
    body: { institutionId: school.id, role: 'CLASS_TEACHER', personName: '钱思远', loginName: 'qiansiyuan' },
  })),
  'POST /api/accounts/:id/training': ofAccount(TRAINING),
  'POST /api/accounts/:id/seal': ofAccount(REASON),
  'POST /api/accounts/:id/unseal': ofAccount(REASON),
  'POST /api/accounts/:id/close': ofAccount(REASON),
  'POST /api/accounts/:id/role': ofAccount({ role: 'SCHOOL_LEADER', reason: '任副校长' }),
  'POST /api/accounts/:id/reset-password': ofAccount(),
  'POST /api/accounts/:id/reset-totp': ofAccount(),
  'POST /api/accounts/:id/unlock': ofAccount(),
  'POST /api/accounts/:id/identity': ofAccount({ subject: 'person-1' }),
  'GET /api/accounts/login-frequency': placeless(),
  'GET /api/accounts/dormant-days': placeless(),
  'PUT /api/accounts/dormant-days': placeless({ body: { days: 90 } }),
  'POST /api/institutions/:id/class-groups': ofSchool({ openings: [{ grade: 1, count: 1 }] }),
  'PUT /api/class-groups/:id/teacher': scoped(({ classGroup }) => ({
    params: { id: classGroup.id },
    body: { accountId: null },
  })),
  'POST /api/class-groups/:id/close': scoped(({ emptyClassGroup }) => ({
    params: { id: emptyClassGroup.id },
    body: { reason: '生源减少' },
  })),
};

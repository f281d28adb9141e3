/** 样例调用: the public pages of the law. */
import { type CallExamples, placeless } from '../call.ts';

const ASKED = {
  question: 'entry-age',
  day: '2026-09-10',
  placeCode: '411082',
  facts: { bornOn: '2020-08-31', intakeYear: 2026, grade: 1 },
};

export const REGULATION_CALLS: CallExamples = {
  'GET /api/policy/instruments': placeless(),
  'GET /api/policy/instruments/:id': placeless({ params: { id: 'SC' } }),
  'GET /api/policy/articles': placeless({ query: { chip: '四川·第十五条' } }),
  'GET /api/policy/questions': placeless(),
  'POST /api/policy/decisions': placeless({ body: ASKED }),
  'GET /api/policy/in-force': placeless({ query: { place: '411082', day: '2026-09-10' } }),
  'GET /api/policy/term': placeless({ query: { place: '411082', day: '2026-09-10' } }),
  'GET /api/policy/standstills': placeless({ query: { place: '411082', day: '2026-09-10' } }),
  'GET /api/policy/places': placeless({ query: { upper: '410000' } }),
};

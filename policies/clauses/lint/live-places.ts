/** 在用地方: one county for each text that places live by, and a school for each school's text. */
import { SCHOOLS } from '../scenarios/places.ts';
import type { LivePlace } from './in-places.ts';

export const LIVE_PLACES: readonly LivePlace[] = [
  { name: '河南长葛', placeCode: '411082' },
  { name: '四川武侯', placeCode: '510107' },
  { name: '山西小店', placeCode: '140105' },
  { name: '河北迁安', placeCode: '130283' },
  ...Object.entries(SCHOOLS).map(([id, school]) => ({ name: `${id}学校`, ...school })),
];

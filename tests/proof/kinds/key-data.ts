/** 关键数据变更, for the property test: names, and numbers that are free or another child's. */
import { makeIdentityNumber, partsOfIdentityNumber } from '../../../src/students/index.ts';
import { numberOf } from '../region.ts';
import type { Asked, KindOfCase } from './kind.ts';

const NAMES = ['李沐辰', '张语桐', '刘子谦', '杨若曦', '黄嘉树'];

function valuesOf({ region, child, variant }: Asked): Record<string, string> {
  const another = region.children[variant % region.children.length]!.number;
  // The same birthday and gender as the number that the child has, so that nothing else need change.
  const place = Number(child.number.slice(14, 17));
  const free = makeIdentityNumber({
    area: child.number.slice(0, 6),
    bornOn: partsOfIdentityNumber(child.number).bornOn!,
    sequence: 500 + 2 * (variant % 200) + (place % 2),
  });
  return [
    { name: NAMES[variant % NAMES.length]! },
    { ethnicGroup: variant % 2 ? '03' : '11' },
    { identityNumber: another },
    { identityNumber: free },
  ][variant % 4]!;
}

const bodyOf = (asked: Asked) => ({
  values: valuesOf(asked),
  papers: asked.variant % 5 === 0 ? [] : ['HOUSEHOLD_REGISTER', 'COPY'],
  reason: '户口簿已更正',
});

export const keyData: KindOfCase = {
  kinds: ['KEY_DATA_CHANGE'],
  opener: ({ standing }) => standing.schoolId,
  apply: async (asked) => ({
    method: 'post',
    path: '/api/key-data-changes',
    body: { studentId: asked.child.id, ...bodyOf(asked) },
  }),
  mend: (asked, { id }) => ({ method: 'put', path: `/api/key-data-changes/${id}`, body: bodyOf(asked) }),
  becomes: (before) => before,
  done: async (child, region) => {
    child.number = await numberOf(region.app, child.id);
  },
  staysRefused: ['CHECK_NUMBER'],
};

/** 转学, for the property test. */
import type { TransferForm } from '../../../src/transfers/transfers.api.ts';
import { FORM } from '../../two-towns.ts';
import type { Asked, KindOfCase } from './kind.ts';

const FAULTS: readonly Partial<TransferForm>[] = [
  { targetGrade: 5 },
  { papers: [] },
  { ground: 'OTHER' as TransferForm['ground'] },
  { underSanction: true },
  { guardianApplies: false },
];

/** Two in three are sound as far as the form goes. */
const formOf = ({ region, standing, school, variant }: Asked): TransferForm => ({
  ...FORM,
  moved: samePlace(region, standing.schoolId, school) ? 'WITHIN_COUNTY' : 'ACROSS_PROVINCES',
  targetGrade: standing.grade ?? 4,
  ...(variant % 5 < 3 ? { classGroupId: region.groups.get(school)!.id } : {}),
  ...(variant % 2 === 0 ? {} : { ground: 'HOUSEHOLD_AND_RESIDENCE_MOVED' as const }),
  ...(variant % 3 === 0 ? FAULTS[Math.floor(variant / 3) % FAULTS.length] : {}),
});

const samePlace = ({ institutions }: Asked['region'], one: string | null, other: string): boolean =>
  institutions.get(one ?? '')?.placeCode === institutions.get(other)?.placeCode;

export const transfer: KindOfCase = {
  kinds: ['TRANSFER'],
  opener: ({ school }) => school,
  apply: async (asked) => {
    const { by, child, standing } = asked;
    const found = await by.call.post<{ child: { token: string } | null }>('/api/transfers/finds', {
      name: standing.name ?? '无此学生',
      number: child.number,
    });
    const token = found.body?.child?.token ?? 'no child was found, so this is no token';
    const body = { token, form: formOf(asked), opinion: '父亲调动工作' };
    return { method: 'post', path: '/api/transfers', body, requestIds: [String(found.headers['x-request-id'])] };
  },
  mend: (asked, { id }) => ({ method: 'put', path: `/api/transfers/${id}/form`, body: formOf(asked) }),
  becomes: (before, { data }) => {
    const { receiving } = data as { receiving: { schoolId: string } };
    return { ...before, schoolId: receiving.schoolId, state: 'ENROLLED' };
  },
};

/** 问题学籍, for the property test: one school says that another school's child is its own. */
import type { Asked, CaseDone, KindOfCase } from './kind.ts';

const otherOf = ({ region, variant }: Asked) => region.children[Math.floor(variant / 7) % region.children.length]!;

interface Held {
  first: { id: string };
  second: { id: string };
}

/** Whose record is ended by how the dispute ended. */
const ENDED: Record<string, (held: Held) => string> = {
  FIRST_UPHELD: ({ second }) => second.id,
  SECOND_UPHELD: ({ first }) => first.id,
};

const heldBy = ({ data }: Pick<CaseDone, 'data'>): Held => data as unknown as Held;

export const dispute: KindOfCase = {
  kinds: ['DUPLICATE_DISPUTE'],
  opener: ({ standing }) => standing.schoolId,
  apply: async (asked) => {
    const { by, child, variant, standings } = asked;
    const other = otherOf(asked);
    const name = standings[other.id]?.name ?? '无此学生';
    const found = await by.call.post<{ found: { token: string } | null }>('/api/duplicates/finds', {
      name,
      number: other.number,
    });
    const token = found.body?.found?.token ?? 'no record was found, so this is no token';
    const statement = ['UPHOLD', 'UPHOLD', 'DELETE', 'CORRECT'][variant % 4];
    return {
      method: 'post',
      path: '/api/duplicates',
      body: {
        own: { kind: 'STUDENT', id: child.id },
        other: { by: 'TOKEN', token },
        ...{ statement, words: '学生在本校连续就读' },
      },
      requestIds: [String(found.headers['x-request-id'])],
      about: [other.id],
    };
  },
  mend: ({ variant }, { id }) => ({
    method: 'put',
    path: `/api/duplicates/${id}/correction`,
    body: { values: { name: ['王沐辰', '李语桐', '赵子谦'][variant % 3] } },
  }),
  students: (one) => [heldBy(one).first.id, heldBy(one).second.id],
  becomes: (before, one) =>
    ENDED[one.state]?.(heldBy(one)) === one.studentId ? { schoolId: null, state: null, grade: null } : before,
};

/** 获奖、资助: what was granted and filed, what was received, and whether the family is recognised as poor. */
import { institutionsById } from '../../../authorities/index.ts';
import { conductOf, DEGREES, SCHEMES } from '../../../school-life/index.ts';
import type { FileSource } from './file-source.ts';
import { studentsWithAid, studentsWithAwards } from './having.store.ts';

export const awardSource: FileSource = {
  having: studentsWithAwards,
  itemsOf: async ({ tx }, studentId) => {
    const awards = (await conductOf(tx, studentId)).awards.filter(({ filed }) => filed === true);
    const schools = await institutionsById(tx, [...new Set(awards.map(({ schoolId }) => schoolId))]);
    return awards.map(({ id, title, givenOn, giver, schoolId }) => ({
      ...{ key: id, what: title, on: givenOn, source: `${giver}授予`, to: null },
      schoolName: schools.get(schoolId)?.name ?? null,
    }));
  },
};

/** Poverty that was recognised stands here until it is removed by another case (S6-6.1). */
export const aidSource: FileSource = {
  having: studentsWithAid,
  itemsOf: async ({ tx }, studentId) => {
    const { aids, hardships } = await conductOf(tx, studentId);
    const schools = await institutionsById(tx, [...new Set(aids.map(({ schoolId }) => schoolId))]);
    return [
      ...aids.map(({ id, scheme, amount, schoolYear, givenOn, schoolId }) => ({
        ...{
          key: id,
          what: `${schoolYear}学年${SCHEMES[scheme]}${amount}元`,
          on: givenOn,
          source: '资助登记',
          to: null,
        },
        schoolName: schools.get(schoolId)?.name ?? null,
      })),
      ...hardships.map(({ caseId, degree, from, to }) => ({
        ...{ key: caseId, what: `家庭经济困难认定：${DEGREES[degree]}${to ? `，${to}取消` : ''}`, on: from },
        ...{ source: '认定办件', to: `/cases/${caseId}`, schoolName: null },
      })),
    ];
  },
};

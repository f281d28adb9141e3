/** 获奖、资助: what was granted and filed, what was received, and whether the family is recognised as poor. */
import { type ConductOf, conductOf, DEGREES, SCHEMES } from '../../../school-life/index.ts';
import type { Asking, FileSource } from './file-source.ts';
import { studentsWithAid, studentsWithAwards } from './having.store.ts';

/** Read once for the heads that hold a part of it. */
export const conductFor = ({ tx, once }: Asking, studentId: string): Promise<ConductOf> =>
  once('conduct', () => conductOf(tx, studentId));

export const awardSource: FileSource = {
  having: studentsWithAwards,
  itemsOf: async (asking, studentId) => {
    const awards = (await conductFor(asking, studentId)).awards.filter(({ filed }) => filed === true);
    const schools = await asking.schoolNames(awards.map(({ schoolId }) => schoolId));
    return awards.map(({ id, title, givenOn, giver, schoolId }) => ({
      ...{ key: id, what: title, on: givenOn, source: `${giver}授予`, to: null },
      schoolName: schools.get(schoolId) ?? null,
    }));
  },
};

/** Poverty that was recognised stands here until it is removed by another case (S6-6.1). */
export const aidSource: FileSource = {
  having: studentsWithAid,
  itemsOf: async (asking, studentId) => {
    const { aids, hardships } = await conductFor(asking, studentId);
    const schools = await asking.schoolNames(aids.map(({ schoolId }) => schoolId));
    return [
      ...aids.map(({ id, scheme, amount, schoolYear, givenOn, schoolId }) => ({
        ...{
          key: id,
          what: `${schoolYear}学年${SCHEMES[scheme]}${amount}元`,
          on: givenOn,
          source: '资助登记',
          to: null,
        },
        schoolName: schools.get(schoolId) ?? null,
      })),
      ...hardships.map(({ caseId, degree, from, to }) => ({
        ...{ key: caseId, what: `家庭经济困难认定：${DEGREES[degree]}${to ? `，${to}取消` : ''}`, on: from },
        ...{ source: '认定办件', to: `/cases/${caseId}`, schoolName: null },
      })),
    ];
  },
};

/** 学校合并: asked for by the township, reviewed by the county; then all students go over by themselves. */
import { allow, type Citation, deny, rule, silent, step } from '../../../../src/policy/index.ts';

const merged = { filesTo: 'ABSORBING', requestedByTownship: true, approvedByCounty: true } as const;
const steps = ['提出合并请求', '审核合并', '学生全部转入目标学校'];

export const mergerByTownship = (basis: Citation) =>
  rule('merger')({
    id: 'merger-by-township',
    title: '学校合并的申请和审核',
    basis,
    force: 'MUST',
    parameters: {},
    decide: ({ requestedByTownship, approvedByCounty }) => {
      if (requestedByTownship === undefined) return silent;
      if (!requestedByTownship) return deny('NOT_REQUESTED');
      return approvedByCounty ? allow('ALL_MOVE') : deny('NOT_REVIEWED');
    },
    requires: () => [
      step('CENTRE_SCHOOL', '提出合并请求'),
      step('COUNTY', '审核合并'),
      step('SCHOOL', '学生全部转入目标学校'),
    ],
    sentences: {
      ALL_MOVE: '县级已审核，全部学生随系统转入目标学校',
      NOT_REQUESTED: '学校合并由乡镇管理员提出请求',
      NOT_REVIEWED: '学校合并须经县级管理员审核',
    },
    remedies: {
      NOT_REQUESTED: '请乡镇管理员提出合并请求',
      NOT_REVIEWED: '报县级管理员审核，审核后自动生效',
    },
    examples: [
      { name: 'requested and reviewed', facts: merged, expect: 'ALL_MOVE', requires: steps },
      { name: 'not yet reviewed', facts: { ...merged, approvedByCounty: false }, expect: 'NOT_REVIEWED' },
      { name: 'not requested', facts: { ...merged, requestedByTownship: false }, expect: 'NOT_REQUESTED' },
      { name: 'nobody has said', facts: { filesTo: 'ABSORBING' }, expect: 'NONE' },
    ],
  });

/** 跳级: generally not; for the outstanding, inside one school and stage, with the sealed application. */
import {
  allow,
  cite,
  deny,
  fixed,
  type PartyName,
  paper,
  rule,
  silent,
  step,
  weigh,
} from '../../../src/policy/index.ts';
import { provisions } from '../instruments.ts';

const asked = {
  kind: 'SKIPPING',
  stage: 'PRIMARY',
  lastGrade: false,
  initiatedBy: 'FAMILY',
  disabled: false,
  outstanding: true,
  cannotFollow: false,
  crossesStage: false,
  sameSchool: true,
} as const;

const WHAT: Partial<Record<PartyName, string>> = {
  GUARDIAN: '书面申请跳级',
  SCHOOL: '同意并签章，上传签章后的申请影像件',
  AUTHORITY: '核准跳级',
};

export const skipping = rule('grade-change')({
  id: 'skipping',
  title: '义务教育阶段跳级',
  basis: cite(provisions, '三、4', ...['CG-3.4.2', 'CG-3.4.3', 'CG-3.4.4', 'CG-3.4.5', 'CG-3.4.6', 'CG-3.4.7']),
  force: 'MUST',
  parameters: {
    chain: fixed<readonly PartyName[]>(['GUARDIAN', 'SCHOOL', 'AUTHORITY'], 'NEVER', '跳级的审批环节'),
  },
  decide: ({ kind, stage, outstanding, crossesStage, sameSchool, papers }) => {
    if (kind !== 'SKIPPING' || stage === 'SENIOR') return silent;
    if (crossesStage) return deny('CROSSES_STAGE');
    if (!sameSchool) return deny('ANOTHER_SCHOOL');
    if (!outstanding) return weigh('GENERALLY_NOT', {}, 'PRINCIPLE');
    return papers && !papers.includes('SEALED_IMAGE') ? deny('NO_IMAGE') : allow();
  },
  requires: ({ kind, stage }, law) => {
    if (kind !== 'SKIPPING' || stage === 'SENIOR') return [];
    return [paper('SCHOOL', '学校签章的跳级申请影像件'), ...law.chain.map((by) => step(by, WHAT[by] ?? '审核'))];
  },
  sentences: {
    COMPLIES: '各方面特别优秀，核准后可以跳级，跳过的年级视为受完相应年限',
    CROSSES_STAGE: '跳级不能跨学段',
    ANOTHER_SCHOOL: '跳级限于本校范围内',
    GENERALLY_NOT: '义务教育阶段一般不允许跳级',
    NO_IMAGE: '缺学校签章的跳级申请影像件',
  },
  remedies: {
    CROSSES_STAGE: '在本学段内申请，或读满本学段后升学',
    ANOTHER_SCHOOL: '在本校申请；转学不变更年级',
    GENERALLY_NOT: '特别优秀且具备超前学习能力、确实需要的，写明情况再申请',
    NO_IMAGE: '学校同意并签章后，上传申请影像件',
  },
  examples: [
    {
      name: 'outstanding',
      facts: { ...asked, papers: ['SEALED_IMAGE'] },
      expect: 'COMPLIES',
      requires: ['学校签章的跳级申请影像件', ...['书面申请跳级', '同意并签章，上传签章后的申请影像件', '核准跳级']],
    },
    { name: 'nothing handed in yet', facts: asked, expect: 'COMPLIES' },
    { name: 'no sealed image', facts: { ...asked, papers: ['APPLICATION'] }, expect: 'NO_IMAGE' },
    { name: 'not outstanding', facts: { ...asked, outstanding: false }, expect: 'GENERALLY_NOT' },
    { name: 'from grade six to seven', facts: { ...asked, crossesStage: true }, expect: 'CROSSES_STAGE' },
    { name: 'at another school', facts: { ...asked, sameSchool: false }, expect: 'ANOTHER_SCHOOL' },
    { name: 'retention is no question', facts: { ...asked, kind: 'RETENTION' }, expect: 'NONE', requires: [] },
    { name: 'senior is no question', facts: { ...asked, stage: 'SENIOR' }, expect: 'NONE', requires: [] },
  ],
});

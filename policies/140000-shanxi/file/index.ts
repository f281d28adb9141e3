/** 山西 档案: controlled changes, the school's own file, terms of hand-over. */
import { cite, duty, type PackPart, step } from '../../../src/policy/index.ts';
import { keyDataApplication } from '../../000000-national/file/changes/key-data-application.ts';
import { proofInBothFiles } from '../../000000-national/file/keeping/proof-in-both-files.ts';
import { custodianProposed } from '../../000000-national/file/moving/closure.ts';
import { fileContinued } from '../../000000-national/file/moving/file-continued.ts';
import { handOverTerm } from '../../000000-national/file/moving/hand-over-term.ts';
import { rules } from '../instruments.ts';
import { schoolFileForGood, schoolFileKinds } from './school-file-kinds.ts';
import { settings } from './settings.ts';

export const file: PackPart = {
  rules: [
    keyDataApplication(cite(rules, '第十五条', 'SX-15.1', 'SX-15.2', 'SX-15.3'), [
      step('SCHOOL', '在系统中发起受控信息变更申请'),
      step('AUTHORITY', '审批变更'),
      step('SCHOOL', '更新信息，证明归入学生学籍档案'),
    ]),
    schoolFileKinds,
    schoolFileForGood,
    proofInBothFiles(cite(rules, '第七条', 'SX-7.2')),
    handOverTerm(cite(rules, '第二十二条', 'SX-22.2')),
    fileContinued(cite(rules, '第十八条', 'SX-18.7')),
    custodianProposed(cite(rules, '第八条', 'SX-8.2')),
  ],
  settings,
  notApplied: [
    {
      question: 'closure',
      basis: cite(rules, '第八条', 'SX-8.2'),
      says: '学校撤销的，由原隶属的教育行政部门指定接管档案的单位',
      because: '国家·第九条规定由县级教育行政部门指定；市、省属学校由原隶属部门提出，县级指定',
      conflict: 'C56',
    },
  ],
  duties: [
    duty({
      id: 'changes-entered',
      title: '学籍信息变动、转接、毕业时及时更新确认系统信息',
      basis: cite(rules, '第七条', 'SX-7.1'),
      holder: 'SCHOOL',
      rhythm: { kind: 'AFTER', event: '入学、休学、复学、转学、借读、退学、转接或毕业结业肄业' },
    }),
  ],
};

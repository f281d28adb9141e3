/** 四川 档案: changes that both approve, forms of the file, terms of its hand-over. */
import { cite, duty, type PackPart, step } from '../../../src/policy/index.ts';
import { keyDataApplication } from '../../000000-national/file/changes/key-data-application.ts';
import { furtherPartBy } from '../../000000-national/file/keeping/file-further-part.ts';
import { proofInBothFiles } from '../../000000-national/file/keeping/proof-in-both-files.ts';
import { custodianProposed } from '../../000000-national/file/moving/closure.ts';
import { fileContinued } from '../../000000-national/file/moving/file-continued.ts';
import { handOverTerm } from '../../000000-national/file/moving/hand-over-term.ts';
import { measures } from '../instruments.ts';
import { contactReport } from './contact-report.ts';
import { healthForms } from './health-forms.ts';
import { seniorFileRetrieval } from './senior-file-retrieval.ts';
import { settings } from './settings.ts';

export const file: PackPart = {
  rules: [
    keyDataApplication(cite(measures, '第十五条', 'SC-15.4'), [
      step('SCHOOL', '核对证明，核准申请'),
      step('AUTHORITY', '核准变更'),
      step('SCHOOL', '更新信息，证明归档'),
    ]),
    contactReport,
    healthForms,
    furtherPartBy(
      'file-further-part-any-level',
      cite(measures, '第十七条', 'SC-17.2.7'),
      ['COUNTY', 'CITY', 'PROVINCE'],
      'file-further-part',
    ),
    proofInBothFiles(cite(measures, '第二十条', 'SC-20.2')),
    handOverTerm(cite(measures, '第三十二条', 'SC-32.7')),
    fileContinued(cite(measures, '第三十二条', 'SC-32.8')),
    seniorFileRetrieval,
    custodianProposed(cite(measures, '第二十条', 'SC-20.9')),
  ],
  settings,
  notApplied: [
    {
      question: 'key-data-change',
      basis: cite(measures, '第二十一条', 'SC-21.1'),
      says: '学校先核准变更学籍信息，再报学籍主管部门核准',
      because: '四川·第十五条规定学校和学籍主管部门都核准后才变更，两条次序不一，按第十五条办理',
      conflict: 'C59',
    },
    {
      question: 'closure',
      basis: cite(measures, '第二十条', 'SC-20.9'),
      says: '学校撤销的，由原隶属的教育行政部门指定接管档案的单位',
      because: '国家·第九条规定由县级教育行政部门指定；市、省属学校由原隶属部门提出，县级指定',
      conflict: 'C56',
    },
  ],
  duties: [
    duty({
      id: 'changes-entered',
      title: '学籍信息变动、转接、毕业时及时更新确认系统信息',
      basis: cite(measures, '第二十条', 'SC-20.1'),
      holder: 'SCHOOL',
      rhythm: { kind: 'AFTER', event: '入学、休学、复学、转学、借读、退学、转接或毕业结业肄业' },
    }),
  ],
};

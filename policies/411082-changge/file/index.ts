/** 长葛 档案: changes approved by school and authority, files handed over within a month. */
import { cite, duty, type PackPart, setting, step } from '../../../src/policy/index.ts';
import { keyDataApplication } from '../../000000-national/file/changes/key-data-application.ts';
import { fileForGood } from '../../000000-national/file/keeping/file-for-good.ts';
import { fileMedia, paperKeeper } from '../../000000-national/file/keeping/file-media.ts';
import { fileContinued } from '../../000000-national/file/moving/file-continued.ts';
import { copiesKept } from '../../000000-national/file/moving/file-goes-along.ts';
import { handOverTerm } from '../../000000-national/file/moving/hand-over-term.ts';
import { provisions } from '../instruments.ts';

export const file: PackPart = {
  rules: [
    keyDataApplication(cite(provisions, '二、2', 'CG-2.2.13', 'CG-2.2.14'), [
      step('SCHOOL', '核对证明，核准申请'),
      step('AUTHORITY', '核准变更'),
    ]),
    handOverTerm(cite(provisions, '四', 'CG-4.2', 'CG-4.1')),
    fileContinued(cite(provisions, '四', 'CG-4.3')),
  ],
  settings: [
    setting(fileMedia, { media: ['ELECTRONIC', 'PAPER'] }, cite(provisions, '二、2', 'CG-2.2.11')),
    setting(paperKeeper, { keepers: ['REGISTRAR'] }, cite(provisions, '二、2', 'CG-2.2.12')),
    setting(copiesKept, { copies: ['ELECTRONIC', 'PAPER'] }, cite(provisions, '四', 'CG-4.5', 'CG-4.4')),
    setting(fileForGood, { removable: 0 }, cite(provisions, '四', 'CG-4.6')),
  ],
  duties: [
    duty({
      id: 'changes-entered',
      title: '及时维护系统信息，证明材料归入学生学籍档案',
      basis: cite(provisions, '四', 'CG-4.7'),
      holder: 'SCHOOL',
      rhythm: { kind: 'AFTER', event: '学籍信息变化、学籍转接或学生毕业' },
    }),
    duty({
      id: 'changes-updated',
      title: '及时更新学生学籍变动信息',
      basis: cite(provisions, '四', 'CG-4.8'),
      holder: 'AUTHORITY',
      rhythm: { kind: 'AFTER', event: '学籍变动' },
    }),
  ],
};

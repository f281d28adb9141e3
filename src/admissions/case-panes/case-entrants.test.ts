/** 办件中的新生: a doubtful child is never below a clean one, and a return says what must be mended. */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { CaseFindingView, CaseView } from '../../cases/cases.api.ts';
import type { FoundView } from '../entrants/entrants.api.ts';
import type { CaseEntrant } from '../registering/registering.api.ts';
import {
  countWordsOf,
  isDoubtful,
  namesWords,
  openFindings,
  remediesOf,
  sentenceOn,
  sortDoubtfulFirst,
} from './case-entrants.screen.ts';

const found = (of: Partial<FoundView>): FoundView => ({
  field: 'name',
  label: '姓名',
  severity: 'amber',
  code: 'SUSPECTED_DUPLICATE',
  cause: '疑似已有学籍',
  sentence: '与双洎河小学一名学生疑为同一人。',
  remedy: '打开比对',
  at: null,
  curable: false,
  confirmed: false,
  chip: null,
  studentId: null,
  ...of,
});

const child = (name: string, of: Partial<CaseEntrant> = {}): CaseEntrant => ({
  id: name,
  rowNo: null,
  state: 'SUBMITTED',
  version: 1,
  name,
  gender: '女',
  bornOn: '2019-09-02',
  identityMasked: '4110**********0285',
  classText: '一(2)班',
  guardian: '父 宋**',
  phoneMasked: '139****0360',
  value: '',
  red: 0,
  amber: 0,
  mended: 0,
  findings: [],
  gradeWords: '一年级',
  photoId: null,
  signedBy: '纸质签字，学校声明',
  verdict: 'ALLOW',
  law: [],
  ...of,
});

const law = (verdict: CaseEntrant['verdict'], sentence: string, remedy: string | null = null) => ({
  verdict,
  sentence,
  remedy,
  chip: '长葛·二、1',
});

test('the refused stand first, then the doubtful, then what is clean in the order of the school', () => {
  const children = [
    child('甲'),
    child('乙', { findings: [found({})] }),
    child('丙', { verdict: 'REFUSE', law: [law('REFUSE', '不足6周岁')] }),
    child('丁'),
    child('戊', { verdict: 'DISCRETIONARY', law: [law('DISCRETIONARY', '原则上不予')] }),
  ];
  assert.equal(
    sortDoubtfulFirst(children)
      .map(({ name }) => name)
      .join(''),
    '丙戊乙甲丁',
  );
  assert.equal(children.filter(isDoubtful).length, 3);
});

test('what the school has looked at and confirmed is a doubt no more', () => {
  const one = child('甲', { findings: [found({ confirmed: true })] });
  assert.deepEqual(openFindings(one), []);
  assert.equal(isDoubtful(one), false);
  assert.deepEqual(sentenceOn(one), { kind: 'DONE', words: '相符' });
});

test('of several sentences the list shows the gravest', () => {
  const one = child('甲', {
    verdict: 'REFUSE',
    law: [law('DISCRETIONARY', '原则上不予'), law('REFUSE', '不足6周岁')],
    findings: [found({})],
  });
  assert.deepEqual(sentenceOn(one), { kind: 'REFUSED', words: '不足6周岁' });
  assert.deepEqual(sentenceOn(child('乙', { findings: [found({})] })), { kind: 'JUDGEMENT', words: '疑似已有学籍' });
});

test('a return offers each remedy once, and none of what is settled', () => {
  const children = [
    child('甲', { law: [law('REFUSE', '不足6周岁', '附批准文件')], findings: [found({})] }),
    child('乙', {
      law: [law('REFUSE', '不足6周岁', '附批准文件')],
      findings: [found({ confirmed: true, remedy: '无须' })],
    }),
  ];
  assert.deepEqual(remediesOf(children), ['附批准文件', '打开比对']);
});

test('more than three are named by the first three and their number', () => {
  assert.equal(namesWords([child('甲'), child('乙')]), '甲、乙');
  assert.equal(namesWords(['甲', '乙', '丙', '丁'].map((name) => child(name))), '甲、乙、丙等4人');
});

test('how many is said only where it is not everybody, and class groups are not counted as children', () => {
  const view = { counts: { red: 0, amber: 1, green: 4 }, data: { size: 5 } } as unknown as CaseView;
  const finding = (ruleId: string, count: number) => ({ ruleId, count }) as CaseFindingView;
  assert.equal(countWordsOf(finding('one-registration', 2), view), '2人');
  assert.equal(countWordsOf(finding('entry-age', 5), view), undefined);
  assert.equal(countWordsOf(finding('build-file-in-september', 1), view), undefined);
  assert.equal(countWordsOf(finding('class-size', 2), view), '2个班');
});

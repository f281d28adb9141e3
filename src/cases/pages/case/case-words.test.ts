/** 办件说法: who acts next, on what ground, and what the buttons say. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { civilDate } from '../../../kernel/civil-date.ts';
import type { CaseFindingView, CaseView, TrackNode } from '../../cases.api.ts';
import {
  basisWords,
  buttonsOf,
  type CaseAction,
  clockChangeWords,
  decidesHere,
  doneWords,
  eventWords,
  findingsOf,
  isMyTurn,
  lastWordsOf,
  opinionHint,
  placeInList,
  stepsOf,
  trackOf,
  waitingWords,
} from './case-words.screen.ts';

const today = civilDate('2026-09-17');

const action = (of: Partial<CaseAction>): CaseAction => ({
  action: 'APPROVE',
  label: '同意建籍',
  reasonRequired: false,
  step: 'PROPOSE',
  lockedBecause: null,
  tone: 'PRIMARY',
  ...of,
});
const APPROVE = action({});
const RETURN = action({ action: 'RETURN', label: '退回补正', reasonRequired: true, step: 'ACT', tone: 'DEFAULT' });
const REFUSE = action({ action: 'REFUSE', label: '不予注册', reasonRequired: true, tone: 'DANGER' });

const finding = (of: Partial<CaseFindingView>): CaseFindingView => ({
  ruleId: 'entry-age',
  verdict: 'ALLOW',
  force: 'MUST',
  code: 'COMPLIES',
  sentence: '年满六周岁',
  chip: '长葛·二、1',
  instrument: '长葛市义务教育学籍管理补充规定',
  clauses: ['CG-2.1'],
  count: 3,
  ...of,
});

const node = (of: Partial<TrackNode>): TrackNode => ({
  party: 'school',
  role: '学校',
  institutionName: '双洎河小学',
  status: 'DONE',
  isReader: false,
  verdict: '提交',
  doneOn: '2026-09-16',
  workingDaysUsed: 0,
  latestOn: null,
  pausedDaysLeft: null,
  forcedBy: null,
  ...of,
});

const theCase = (of: Partial<CaseView>): CaseView => ({
  id: 'case-1',
  number: 'RX-2026-0916-K7Q2M',
  kind: 'REGISTRATION',
  kindTitle: '入学注册',
  title: '一年级3人',
  subjectId: 'school-1',
  schoolName: '双洎河小学',
  openedAt: '2026-09-16T02:00:00Z',
  lawDay: '2026-09-16',
  state: 'WITH_AUTHORITY',
  stateWords: '待学籍主管部门核办',
  tone: 'PROCESS',
  seq: 2,
  clock: { dueOn: '2026-09-30', termDays: 22, daysLeft: 8, tone: 'BLUE', oddDays: [] },
  track: [
    node({}),
    node({ party: 'authority', role: '学籍主管部门', status: 'NOW', isReader: true, verdict: null, doneOn: null }),
  ],
  findings: [finding({})],
  counts: { red: 0, amber: 0, green: 3 },
  pending: null,
  superior: null,
  offline: null,
  actions: [APPROVE, RETURN, REFUSE],
  events: [],
  data: {},
  ...of,
});

const buttons = (view: CaseView) => buttonsOf(view, { onDo: () => {}, onJump: () => {} });

test('the destructive act stands first, the primary last, each with its key', () => {
  assert.deepEqual(
    buttons(theCase({})).map(({ words, tone, keyHint = '' }) => `${words} ${tone} ${keyHint}`),
    ['不予注册 danger ', '退回补正 plain R', '同意建籍 primary A'],
  );
});

test('what the law forbids is locked and says how much must be dealt with first', () => {
  const red = finding({ verdict: 'REFUSE', sentence: '缺监护人签字' });
  const locked = { ...APPROVE, lockedBecause: '缺监护人签字' };
  const [, primary] = buttons(theCase({ findings: [red, red, finding({})], actions: [locked, RETURN] }));
  assert.equal(primary?.locked?.reason, '先处理2项不符，才能同意建籍');
});

test('the leader signs what the registrar proposed; R sends it back to the registrar', () => {
  const view = theCase({
    pending: { action: 'APPROVE', label: '同意建籍', by: '王敏' },
    actions: [
      action({ action: 'SEND_BACK', label: '退回经办', step: 'SEND_BACK', reasonRequired: true, tone: 'DEFAULT' }),
      action({ step: 'SIGN', label: '签署“同意建籍”' }),
    ],
  });
  assert.deepEqual(stepsOf(view), [{ words: '王敏提出“同意建籍”' }, { words: '您签署', mine: true }]);
  assert.deepEqual(
    buttons(view).map(({ keyHint }) => keyHint),
    ['R', 'A'],
  );
});

test('whoever proposed may take it back, but it is no longer their turn', () => {
  const pending = { action: 'APPROVE', label: '同意建籍', by: '王敏' };
  const retract = action({ action: 'RETRACT', label: '撤回', step: 'RETRACT', tone: 'DEFAULT' });
  const holder = node({ institutionName: '长葛市教育局', isReader: true });
  const mine = theCase({ pending, actions: [retract] });
  assert.equal(isMyTurn(mine), false);
  assert.equal(waitingWords(mine, holder), '您已提出“同意建籍”，待主管领导签署');
  assert.equal(waitingWords(theCase({ pending, actions: [] }), holder), '王敏已提出“同意建籍”，待主管领导签署');
});

test('whoever waits outside learns which office has it, not what it is about to say', () => {
  const view = theCase({ pending: { action: 'APPROVE', label: '同意建籍', by: '王敏' }, actions: [] });
  assert.equal(waitingWords(view, node({ institutionName: '长葛市教育局' })), '现由长葛市教育局办理');
});

test('the school that may take its case back is not asked for an opinion; a superior who may force it is', () => {
  const [school, authority] = theCase({}).track as [TrackNode, TrackNode];
  const track = [
    { ...school, isReader: true },
    { ...authority, isReader: false },
  ];
  const withdraw = action({ action: 'WITHDRAW', label: '撤回', step: 'ACT', tone: 'DEFAULT' });
  const force = action({ action: 'FORCE', label: '强制办结', step: 'ACT', reasonRequired: true, tone: 'DANGER' });
  assert.equal(decidesHere({ track, actions: [withdraw] }), false);
  assert.equal(decidesHere({ track, actions: [force] }), true);
  assert.equal(decidesHere(theCase({})), true);
});

test('the field says which acts need words', () => {
  assert.equal(opinionHint(theCase({})), '意见（同意建籍可不填；退回补正、不予注册必填）');
});

test('the track says what was done and how long it took, who has it now, and the latest day of whoever comes after', () => {
  const later = node({
    party: 'province',
    role: '省级',
    status: 'LATER',
    verdict: null,
    doneOn: null,
    latestOn: '2027-01-08',
  });
  const view = theCase({});
  const [done, now, last] = trackOf({ ...view, track: [...view.track, later] }, today);
  assert.deepEqual(done?.facts, ['昨天提交', '当天办结']);
  assert.deepEqual([now?.state, now?.mine, now?.deadline?.kind], ['NOW', true, 'RUNNING']);
  assert.deepEqual([last?.state, last?.facts, last?.deadline], ['LATER', ['最晚2027年1月8日'], undefined]);
});

test('the track ends with what follows, which is done with the case and never comes of a refused one', () => {
  const effect = { role: '建立学籍', party: '双洎河小学', facts: ['签署后即时编发学籍号'] };
  const last = (tone: CaseView['tone']) => trackOf(theCase({ tone }), today, effect).at(-1);
  assert.deepEqual(
    [last('PROCESS')?.role, last('PROCESS')?.state, last('PROCESS')?.effect],
    ['建立学籍', 'LATER', true],
  );
  assert.equal(last('DONE')?.state, 'DONE');
  assert.equal(last('REFUSED')?.role, '学籍主管部门');
});

test('an overdue holder is shown so, a returned case stays a returned one', () => {
  const clock = { dueOn: '2026-09-15', termDays: 10, daysLeft: -2, tone: 'RED' as const, oddDays: [] };
  const states = (status: TrackNode['status']) =>
    trackOf(theCase({ clock, track: [node({ status })] }), today)[0]?.state;
  assert.deepEqual([states('NOW'), states('RETURNED')], ['OVERDUE', 'RETURNED']);
});

test('an overdue holder stands beside the superior who may press or force it; one who waits for mending has time stand still', () => {
  const clock = { dueOn: '2026-09-15', termDays: 10, daysLeft: -2, tone: 'RED' as const, oddDays: [] };
  const above = (mayForce: boolean) => ({ name: '许昌市教育局', mayForce, isSuperior: false });
  const track = [node({ status: 'NOW' })];
  const says = (mayForce: boolean) => trackOf(theCase({ clock, track, superior: above(mayForce) }), today)[0]?.superior;
  assert.deepEqual([says(true), says(false)], ['许昌市教育局可强制办理', '许昌市教育局可催办']);
  const paused = theCase({ track: [node({ status: 'LATER', doneOn: null, verdict: null, pausedDaysLeft: 6 })] });
  assert.deepEqual(trackOf(paused, today)[0]?.facts, ['时限暂停，还剩6个工作日']);
  const forced = theCase({ track: [node({ forcedBy: '许昌市教育局', verdict: '强制办理' })] });
  assert.equal(trackOf(forced, today)[0]?.facts?.[0], '昨天许昌市教育局强制办理');
  assert.equal(clockChangeWords({ change: 'STOPPED', daysLeft: 6 }), '时限暂停，还剩6个工作日');
});

test('an act that no text knows is locked with that sentence', () => {
  const against = '本地法规没有规定强制办理，可催办，由办理单位办结';
  const force = action({ action: 'FORCE', label: '强制办理', tone: 'DANGER', lockedBecause: against });
  assert.equal(buttons(theCase({ actions: [force] }))[0]?.locked?.reason, against);
});

test('a finding wears place and article, its remedy where it does not comply, and how many it concerns', () => {
  const red = finding({
    verdict: 'REFUSE',
    sentence: '不足六周岁',
    remedy: '附批准文件',
    chip: '长葛·二、1',
    count: 2,
  });
  const [line] = findingsOf(theCase({ findings: [red] }), ({ count }) => `${count}人`);
  assert.equal(line?.kind, 'REFUSED');
  assert.equal(line?.sentence, '不足六周岁（2人）');
  assert.equal(line?.detail, '附批准文件');
  assert.deepEqual(line?.article, { place: '长葛', name: '二、1' });
});

test('the foot names each place once and the day of law', () => {
  const findings = [finding({ chip: '国家·第七条' }), finding({}), finding({ chip: '国家·第八条' })];
  assert.equal(basisWords(theCase({ findings }), today), '按9月16日有效的国家、长葛法规核对');
});

test('what must be mended stands before the school, what the registrar wrote before the leader', () => {
  const event = {
    seq: 3,
    label: '退回补正',
    step: 'DONE' as const,
    stateWords: '退回补正',
    personName: '陈岚',
    institutionName: '长葛市教育局',
    opinion: '3人的户口簿首页不清晰',
    at: '2026-09-15T07:08:00Z',
    clock: null,
    offline: null,
  };
  const back = theCase({ events: [event], track: [node({ status: 'RETURNED' })] });
  assert.deepEqual(lastWordsOf(back), {
    act: '退回补正',
    who: '长葛市教育局陈岚',
    on: '2026-09-15',
    opinion: '3人的户口簿首页不清晰',
    warns: true,
  });
  const proposed = { ...event, step: 'PROPOSED' as const, label: '同意建籍', opinion: '材料齐全' };
  const signing = lastWordsOf(theCase({ events: [event, proposed] }));
  assert.deepEqual([signing?.act, signing?.opinion, signing?.warns], ['提出“同意建籍”', '材料齐全', false]);
  assert.equal(lastWordsOf(theCase({ events: [event, { ...proposed, opinion: null }] })), undefined);
  assert.equal(lastWordsOf(theCase({ events: [event], tone: 'DONE' })), undefined);
});

test('what was done is said with the act and its object', () => {
  assert.equal(eventWords({ step: 'SIGNED', label: '同意建籍' }), '签署“同意建籍”');
  assert.equal(eventWords({ step: 'DONE', label: '退回补正' }), '退回补正');
  assert.equal(doneWords(APPROVE, theCase({})), '已提出“同意建籍”：一年级3人，待主管领导签署');
  assert.equal(doneWords(RETURN, theCase({})), '已退回补正：一年级3人');
});

test('the next case is the one after this in my list, and a case that is not mine has no place in it', () => {
  assert.deepEqual(placeInList(['a', 'b', 'c'], 70, 'b'), { at: 2, total: 70, previous: 'a', next: 'c' });
  assert.deepEqual(placeInList(['a'], 1, 'a'), { at: 1, total: 1, previous: undefined, next: undefined });
  assert.equal(placeInList(['a'], 1, 'x'), undefined);
});

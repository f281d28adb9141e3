import assert from 'node:assert/strict';
import { test } from 'node:test';
import { civilDate } from '../../kernel/civil-date.ts';
import { makeIdentityNumber } from '../identity/identity-number.ts';
import { checkRecord } from './check-record.ts';
import { columns } from './fields/form.ts';
import { type RawRecord, type RawValue, rawOf } from './raw-values.ts';
import { rawRecordSchema } from './record-schema.ts';
import { selectItems } from './student-record.ts';

const today = civilDate('2026-09-17');
const address = '河南省许昌市长葛市和尚桥镇大孙庄村12号';
const place = '河南省许昌市长葛市';

/** A record without any finding. */
const sound: RawRecord = {
  name: '李沐辰',
  gender: '男',
  bornOn: '2020-02-27',
  birthplace: place,
  nativePlace: '河南省长葛市',
  ethnicGroup: '汉',
  nationality: '中国',
  identityType: '居民身份证',
  identityNumber: '411082202002270133',
  overseasStatus: '否',
  politicalStatus: '群众',
  health: '健康或良好',
  householdPlace: place,
  householdType: '居民户口',
  grade: '一年级',
  classGroup: '一(1)班',
  admittedIn: '2026-09',
  entryWay: '就近入学',
  studyMode: '走读',
  currentAddress: address,
  mailingAddress: address,
  homeAddress: address,
  phone: '13812342046',
  postalCode: '461500',
  onlyChild: '是',
  attendedPreschool: '是',
  leftBehind: '非留守儿童',
  migrantWorkerChild: '否',
  orphan: '否',
  martyrChild: '否',
  needsAid: '否',
  receivesSubsidy: '否',
  distanceToSchool: '1.5',
  wayToSchool: '步行',
  needsSchoolBus: '否',
  'guardians.0.name': '李建国',
  'guardians.0.relation': '父亲',
  'guardians.0.currentAddress': address,
  'guardians.0.householdPlace': place,
  'guardians.0.phone': '13812342046',
  'guardians.0.isGuardian': '是',
};
const father = makeIdentityNumber({ area: '411082', bornOn: civilDate('1990-05-01'), sequence: 13 });
const check = (changes: Record<string, RawValue> = {}) => checkRecord({ ...sound, ...changes }, { today });
/** `field CODE` of everything found. */
const found = (changes: Record<string, RawValue> = {}) =>
  check(changes).findings.map(({ field, code }) => `${field} ${code}`);

test('a sound record is read whole and nothing is found', () => {
  const { record, findings } = check({ identityNumber: ' 411082 20200227 0133 ', ethnicGroup: 1 });
  assert.deepEqual(findings, []);
  assert.deepEqual(
    [
      record.name,
      record.gender,
      record.bornOn,
      record.nativePlace,
      record.ethnicGroup,
      record.grade,
      record.admittedIn,
    ],
    ['李沐辰', '1', '2020-02-27', '411082', '01', '1', '2026-09'],
  );
  assert.equal(record.identityNumber, '411082202002270133');
  assert.equal(record.distanceToSchool, 1.5);
  assert.equal(record.orphan, false);
  assert.deepEqual(record.guardians, [
    {
      name: '李建国',
      relation: '51',
      currentAddress: address,
      householdPlace: '411082',
      phone: '13812342046',
      isGuardian: true,
    },
  ]);
  assert.deepEqual(record.economy, {});
});

test('a record that was read can be checked again as it stands', () => {
  const first = check({
    'guardians.0.identityType': '1',
    'guardians.0.identityNumber': father,
    'economy.familySize': 4,
  });
  const second = checkRecord(rawOf(first.record), { today });
  assert.deepEqual(second.record, first.record);
  assert.deepEqual(second.findings, []);
});

test('an empty record tells every required item, and that there is no guardian', () => {
  const { findings, record } = checkRecord({}, { today });
  const required = columns.filter(({ field, path }) => field.required === true && !path.startsWith('guardians'));
  assert.deepEqual(
    findings.map(({ field }) => field),
    [...required.map(({ path }) => path), 'guardians.0.isGuardian'],
  );
  assert.equal(
    findings.every(({ severity }) => severity === 'red'),
    true,
  );
  assert.deepEqual(record, { guardians: [], economy: {} });
});

test('an empty item that most fill in alike proposes that value, and fills in nothing', () => {
  const { findings, record } = check({ nationality: '' });
  assert.deepEqual(
    findings.map(({ code, proposal }) => [code, proposal]),
    [['REQUIRED', '中国']],
  );
  assert.equal('nationality' in record, false);
});

test('a draft is not asked for what is still missing, but faults in it are told', () => {
  const { findings } = checkRecord({ name: '王 浩', phone: '1381' }, { today, draft: true });
  assert.deepEqual(
    findings.map(({ field, code }) => `${field} ${code}`),
    ['name NAME_SPACES', 'phone PHONE'],
  );
});

test('all faults of a record are told, not only the first', () => {
  const faults = found({ name: '王 浩', gender: '女', bornOn: '2020-02-30', phone: '1', wayToSchool: '飞' });
  assert.deepEqual(faults, [
    'name NAME_SPACES',
    'bornOn NOT_A_DATE',
    'phone PHONE',
    'wayToSchool NOT_IN_TABLE',
    'identityNumber ID_GENDER',
  ]);
});

test('a wrong check character is told under the title by which an import groups it', () => {
  const [one] = check({ identityNumber: '411082 20200227 0135' }).findings;
  assert.deepEqual([one?.field, one?.cause, one?.at], ['identityNumber', '身份证件号校验位不符', [19, 20]]);
});

test('a document needs its number, and only a child without document does without', () => {
  assert.deepEqual(found({ identityNumber: '' }), ['identityNumber REQUIRED_HERE']);
  const withGuardian = { 'guardians.0.identityType': '居民身份证', 'guardians.0.identityNumber': father };
  assert.deepEqual(found({ identityType: 'Z', identityNumber: '', ...withGuardian }), []);
});

test('for a child without document the number of a guardian is needed', () => {
  assert.deepEqual(found({ identityType: '无证件', identityNumber: '' }), [
    'guardians.0.identityNumber GUARDIAN_NUMBER_NEEDED',
  ]);
  assert.deepEqual(
    found({
      identityType: 'Z',
      identityNumber: '',
      'guardians.0.isGuardian': '否',
      'guardians.0.identityNumber': father,
    }),
    ['guardians.0.isGuardian GUARDIAN_MISSING', 'guardians.0.identityNumber GUARDIAN_NUMBER_NEEDED'],
  );
});

test('a number under the wrong type of document is told by what it really is', () => {
  const permit = makeIdentityNumber({ area: '810000', bornOn: civilDate('2020-02-27'), sequence: 13 });
  const [one] = check({ identityNumber: permit }).findings;
  assert.equal(one?.sentence, '此号是港澳居民居住证（香港）的号码，所填证件类型为“居民身份证”。');
  const fromHongKong = { nationality: '香港', overseasStatus: '香港同胞' };
  assert.deepEqual(found({ ...fromHongKong, identityType: '港澳台居民居住证', identityNumber: permit }), []);
  assert.deepEqual(found({ ...fromHongKong, identityType: 'C', identityNumber: sound['identityNumber'] }), [
    'identityNumber ID_KIND',
  ]);
  assert.deepEqual(found({ identityType: 'Z', 'guardians.0.identityNumber': father }), [
    'identityNumber DOCUMENT_NOT_NEEDED',
  ]);
});

test('passports and passes are looked at only from afar', () => {
  const foreign = { nationality: '美国', overseasStatus: '外国人', identityType: '护照' };
  assert.deepEqual(found({ ...foreign, identityNumber: ' e12345678 ' }), []);
  assert.equal(check({ ...foreign, identityNumber: ' e12345678 ' }).record.identityNumber, 'E12345678');
  assert.deepEqual(found({ ...foreign, identityNumber: 'E1' }), ['identityNumber DOCUMENT_FORM']);
  assert.deepEqual(found({ ...foreign, identityType: '9', identityNumber: 'USA123456789012' }), []);
  const card = makeIdentityNumber({ area: '931840', bornOn: civilDate('2020-02-27'), sequence: 13 });
  assert.deepEqual(found({ ...foreign, identityType: '9', identityNumber: card }), []);
  assert.deepEqual(found({ ...foreign, identityType: '9', identityNumber: `${card.slice(0, 17)}?` }), [
    'identityNumber DOCUMENT_FORM',
  ]);
});

test('an old number of a grandmother is stored as eighteen digits; the abolished place is not her fault', () => {
  const old = {
    'guardians.0.relation': '奶奶',
    'guardians.0.identityType': '1',
    'guardians.0.identityNumber': '411023550501002',
  };
  const { record, findings } = check(old);
  assert.deepEqual(
    findings.map(({ code }) => code),
    ['ID_FIFTEEN'],
  );
  assert.equal(record.guardians[0]?.identityNumber?.length, 18);
});

test('somebody must be the guardian; the second row of the form may stay empty or must be whole', () => {
  assert.deepEqual(found({ 'guardians.0.isGuardian': '否' }), ['guardians.0.isGuardian GUARDIAN_MISSING']);
  assert.deepEqual(found({ 'guardians.0.isGuardian': '' }), ['guardians.0.isGuardian REQUIRED']);
  assert.deepEqual(found({ 'guardians.1.name': '王芳' }), [
    'guardians.1.relation REQUIRED',
    'guardians.1.currentAddress REQUIRED',
    'guardians.1.householdPlace REQUIRED',
    'guardians.1.phone REQUIRED',
    'guardians.1.isGuardian REQUIRED',
  ]);
  assert.equal(check({ 'guardians.0.phone': '1' }).findings[0]?.cause, '监护人联系电话位数不对');
});

test('guardians are held against the child, the law’s age and each other', () => {
  assert.deepEqual(found({ 'guardians.0.identityNumber': sound['identityNumber'] }), [
    'guardians.0.identityNumber GUARDIAN_SAME_NUMBER',
    'guardians.0.identityNumber GUARDIAN_UNDER_AGE',
  ]);
  const born = (day: string) => makeIdentityNumber({ area: '411082', bornOn: civilDate(day), sequence: 13 });
  assert.deepEqual(found({ 'guardians.0.identityNumber': born('2008-09-17') }), [], 'eighteen today');
  assert.deepEqual(found({ 'guardians.0.identityNumber': born('2008-09-18') }), [
    'guardians.0.identityNumber GUARDIAN_UNDER_AGE',
  ]);
  assert.deepEqual(found({ 'guardians.0.relation': '母亲', 'guardians.0.identityNumber': father }), [
    'guardians.0.relation GUARDIAN_GENDER',
  ]);
  assert.deepEqual(found({ 'guardians.0.relation': '其他亲属' }), ['guardians.0.relationNote RELATION_NOTE_NEEDED']);
  assert.deepEqual(found({ orphan: '是' }), ['guardians.0.relation ORPHAN_WITH_PARENT']);
});

test('a family that asks for aid says its circumstances', () => {
  const asked = found({ needsAid: '是' });
  assert.deepEqual(asked, [
    'economy.familySize REQUIRED_HERE',
    'economy.annualIncome REQUIRED_HERE',
    'economy.hardshipReason REQUIRED_HERE',
    'economy.subsistenceAllowance REQUIRED_HERE',
  ]);
  const told = {
    'economy.familySize': 4,
    'economy.annualIncome': '2.4万元',
    'economy.hardshipReason': '因病',
    'economy.subsistenceAllowance': '否',
  };
  assert.deepEqual(found({ needsAid: '是', ...told }), []);
  assert.deepEqual(found({ 'economy.familySize': 2, 'economy.unemployed': 3 }), [
    'economy.unemployed UNEMPLOYED_TOO_MANY',
  ]);
  assert.deepEqual(found({ 'economy.familySize': 3, 'economy.unemployed': 3 }), []);
});

test('birthday, admission and membership are held against the calendar', () => {
  const noNumber = { identityType: 'A', identityNumber: 'E12345678' };
  assert.deepEqual(found({ ...noNumber, bornOn: '2026-09-18' }), ['bornOn BORN_IN_FUTURE']);
  assert.deepEqual(found({ ...noNumber, bornOn: '2024-09-18' }), ['bornOn AGE_UNUSUAL']);
  assert.deepEqual(found({ ...noNumber, bornOn: '2024-09-17' }), []);
  assert.deepEqual(found({ admittedIn: '2027-09' }), []);
  assert.deepEqual(found({ admittedIn: '2027-10' }), ['admittedIn ADMITTED_FAR_AHEAD']);
  assert.deepEqual(found({ admittedIn: '2020-02' }), ['admittedIn ADMITTED_BEFORE_BIRTH']);
  assert.deepEqual(found({ politicalStatus: '团员' }), ['politicalStatus MEMBER_TOO_YOUNG']);
  assert.deepEqual(found({ ...noNumber, bornOn: '2012-09-17', politicalStatus: '团员' }), [], 'fourteen today');
});

test('nationality, overseas status, health and care agree with each other', () => {
  assert.deepEqual(found({ nationality: '美国' }), [
    'nationality FOREIGN_WITH_CITIZEN_CARD',
    'overseasStatus OVERSEAS_DISAGREES',
  ]);
  assert.deepEqual(found({ overseasStatus: '外国人' }), ['overseasStatus OVERSEAS_DISAGREES']);
  assert.deepEqual(found({ overseasStatus: '侨眷' }), []);
  assert.deepEqual(found({ health: '残疾', disabilityType: '无残疾' }), ['health HEALTH_DISAGREES']);
  assert.deepEqual(found({ health: '残疾', disabilityType: '听力残疾', inclusiveEducation: '听力残疾随班就读' }), []);
  assert.deepEqual(found({ inclusiveEducation: '12' }), ['inclusiveEducation INCLUSION_DISAGREES']);
  assert.deepEqual(found({ migrantWorkerChild: '是', leftBehind: '2' }), ['leftBehind LEFT_AND_MIGRANT']);
});

test('what follows the county in the household goes to the address, unless that was filled in', () => {
  const whole = '河南省长葛市和尚桥镇大孙庄村';
  const { record, findings } = check({ householdPlace: whole });
  assert.deepEqual([record.householdPlace, record.householdAddress, findings], ['411082', '和尚桥镇大孙庄村', []]);
  assert.equal(
    check({ householdPlace: whole, householdAddress: '和尚桥镇1号' }).record.householdAddress,
    '和尚桥镇1号',
  );
});

test('an unread item is told once and is not also called missing', () => {
  assert.deepEqual(found({ gender: '？' }), ['gender NOT_IN_TABLE']);
});

test('classified items can be taken apart from the others, and nothing is lost', () => {
  const { record } = check();
  const open = selectItems(record, (field) => field.classified !== true);
  const classified = selectItems(record, (field) => field.classified === true);
  const { guardians: _, economy: __, ...items } = record;
  assert.deepEqual({ ...open, ...classified }, items);
  assert.equal('identityNumber' in open, false);
  assert.equal('name' in classified, false);
});

test('the interface takes the form’s items and no others', () => {
  assert.equal(rawRecordSchema.safeParse(sound).success, true);
  assert.equal(rawRecordSchema.safeParse({ ...sound, schoolId: 'x' }).success, false);
  assert.equal(rawRecordSchema.safeParse({ name: 'x'.repeat(501) }).success, false);
});

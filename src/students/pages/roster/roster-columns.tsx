/** 名册栏目: what the list shows of each student; numbers are masked. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Column } from '../../../web/parts/lists/columns.ts';
import { StatusChip } from '../../../web/parts/state/status-chip.tsx';
import type { RosterItem } from '../../api/students.api.ts';
import { kindOfState } from '../state-kinds.screen.ts';

const number = (masked: string, without: string): ReactNode =>
  masked === '' ? <span className="quiet">{without}</span> : <span className="no-autospace">{masked}</span>;

const name: Column<RosterItem> = {
  key: 'name',
  title: '姓名',
  width: 124,
  stuck: 'start',
  cell: (one) => (
    <Link className="roster-name" to={`/students/${one.studentId}`}>
      {one.name}
    </Link>
  ),
};

const person: Column<RosterItem>[] = [
  { key: 'gender', title: '性别', width: 48, cell: (one) => one.gender },
  { key: 'born', title: '出生日期', width: 96, optional: true, cell: (one) => one.bornOn },
  { key: 'number', title: '学籍号', width: 178, cell: (one) => number(one.numberMasked, '未编') },
  {
    key: 'identity',
    title: '身份证件号',
    width: 168,
    optional: true,
    cell: (one) => number(one.identityMasked, '无证件'),
  },
];

const school: Column<RosterItem> = { key: 'school', title: '学校', cell: (one) => one.schoolName };

const place: Column<RosterItem>[] = [
  {
    key: 'group',
    title: '年级班级',
    width: 112,
    cell: (one) => one.classGroupName ?? <span className="quiet">{one.gradeWords}，未分班</span>,
  },
  {
    key: 'seat',
    title: '学号',
    width: 52,
    align: 'right',
    optional: true,
    cell: (one) => one.seatNo ?? <span className="quiet">未编</span>,
  },
];

const state: Column<RosterItem> = {
  key: 'state',
  title: '学籍状态',
  width: 92,
  cell: (one) => <StatusChip kind={kindOfState(one.state)}>{one.stateWords}</StatusChip>,
};

const more = (shown: Column<RosterItem>['optional']): Column<RosterItem>[] => [
  { key: 'ethnic', title: '民族', width: 76, optional: shown, cell: (one) => one.ethnicWords },
  { key: 'mode', title: '就读方式', width: 80, optional: shown, cell: (one) => one.studyModeWords },
  { key: 'registered', title: '注册日期', width: 96, optional: shown, cell: (one) => one.registeredOn },
];

/** In a list of several schools the school takes what width is left, in that of one school the state. */
export const ONE_SCHOOL: readonly Column<RosterItem>[] = [
  name,
  ...person,
  ...place,
  ...more(true),
  { ...state, width: undefined },
];
export const SEVERAL_SCHOOLS: readonly Column<RosterItem>[] = [
  name,
  ...person,
  school,
  ...place,
  ...more('hidden'),
  state,
];

/** On the phone what tells children apart; the rest is one press away. */
export const ON_PHONE: readonly Column<RosterItem>[] = [
  { ...name, width: 120 },
  { key: 'group', title: '年级班级', width: 110, cell: (one) => one.classGroupName ?? one.gradeWords },
  { ...state, width: 104 },
];

export const keyOfStudent = ({ studentId }: RosterItem): string => studentId;
export const wordsOfStudent = ({ name: called, classGroupName, gradeWords }: RosterItem): string =>
  `${called}，${classGroupName ?? gradeWords}`;

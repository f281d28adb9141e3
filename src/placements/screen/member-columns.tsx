/** 名册栏目: what the table shows of each student. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Column } from '../../web/parts/lists/columns.ts';
import type { StateKind } from '../../web/parts/state/state-icon.tsx';
import { StatusChip } from '../../web/parts/state/status-chip.tsx';
import type { MemberView } from '../placements.api.ts';

const text = (value: string): ReactNode => (value === '' ? <span className="quiet">未填</span> : value);

const STATE_KINDS: Record<string, StateKind> = { ENROLLED: 'DONE', ON_LEAVE: 'JUDGEMENT' };

const seat: Column<MemberView> = {
  key: 'seat',
  title: '学号',
  width: 52,
  align: 'right',
  cell: ({ seatNo }) => seatNo ?? <span className="quiet">未编</span>,
};

const person: Column<MemberView>[] = [
  {
    key: 'name',
    title: '姓名',
    width: 128,
    stuck: 'start',
    cell: ({ name, studentId }) => <Link to={`/students/${studentId}`}>{name}</Link>,
  },
  { key: 'gender', title: '性别', width: 52, cell: ({ genderWords }) => text(genderWords) },
  { key: 'born', title: '出生日期', width: 108, cell: ({ bornOn }) => bornOn },
  {
    key: 'number',
    title: '学籍号',
    width: 176,
    cell: ({ registrationNumber }) => <span className="no-autospace">{text(registrationNumber)}</span>,
  },
  {
    key: 'identity',
    title: '身份证件号',
    width: 168,
    optional: 'hidden',
    cell: ({ identityNumber }) => <span className="no-autospace">{identityNumber || '无证件'}</span>,
  },
  {
    key: 'secondary',
    title: '辅号',
    width: 190,
    optional: true,
    cell: ({ secondaryNumbers }) =>
      secondaryNumbers.length === 0 ? (
        <span className="quiet">未编</span>
      ) : (
        <span className="no-autospace">{secondaryNumbers.join('，')}</span>
      ),
  },
  { key: 'ethnic', title: '民族', width: 72, optional: true, cell: ({ ethnicWords }) => text(ethnicWords) },
  { key: 'mode', title: '就读方式', width: 80, optional: true, cell: ({ studyModeWords }) => text(studyModeWords) },
  { key: 'registered', title: '注册日期', width: 96, optional: 'hidden', cell: ({ registeredOn }) => registeredOn },
  {
    key: 'state',
    title: '学籍状态',
    cell: ({ state, stateWords }) => <StatusChip kind={STATE_KINDS[state] ?? 'OVERDUE'}>{stateWords}</StatusChip>,
  },
];

/** In a class group the seat number stands first; the unplaced have none. */
export const SEATED_COLUMNS: readonly Column<MemberView>[] = [seat, ...person];
export const UNPLACED_COLUMNS: readonly Column<MemberView>[] = person;

export const keyOfMember = ({ studentId }: MemberView): string => studentId;
export const nameOfMember = ({ name }: MemberView): string => name;

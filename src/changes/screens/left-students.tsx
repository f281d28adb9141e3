/** 离校学生: who is registered nowhere any more and was here last; the record stays to be read, and to be gone on with. */
import { type ReactNode, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { LeftPage } from '../../students/api/students.api.ts';
import { EmptyState } from '../../web/parts/feedback/states.tsx';
import { TextField } from '../../web/parts/form/text-field.tsx';
import type { Column } from '../../web/parts/lists/columns.ts';
import { DataTable } from '../../web/parts/lists/data-table.tsx';
import { listState } from '../../web/query.ts';
import { useLeft } from './change-queries.tsx';
import './changes.css';

type Left = LeftPage['items'][number];

const columnsFor = (school: boolean): Column<Left>[] => [
  {
    key: 'name',
    title: '学生',
    width: 148,
    stuck: 'start',
    cell: (row) => <Link to={`/students/${row.studentId}`}>{row.name}</Link>,
  },
  { key: 'how', title: '离校', width: 196, cell: (row) => `${row.leftOn} ${row.reasonWords}` },
  { key: 'grade', title: '离校时年级', width: 108, cell: (row) => row.gradeWords },
  ...(school
    ? []
    : [{ key: 'school', title: '最后学校', width: 190, optional: true, cell: (row: Left) => row.schoolName }]),
  { key: 'gender', title: '性别', width: 64, optional: true, cell: (row) => row.genderWords },
  { key: 'born', title: '出生日期', width: 108, optional: true, cell: (row) => row.bornOn },
];

const NONE: Left[] = [];

/** The list with its search by name. */
export function LeftStudents({ school }: { school: boolean }): ReactNode {
  const [name, setName] = useState('');
  const query = useLeft(name.trim(), true);
  const navigate = useNavigate();
  return (
    <>
      <div className="change-search">
        <TextField label="姓名" type="search" value={name} onChange={setName} maxLength={60} />
        {query.data?.more && <span className="change-note">只列最近的，更早的按姓名查</span>}
      </div>
      <DataTable
        label="离校学生"
        fill
        remember="left-students"
        columns={columnsFor(school)}
        rows={query.data?.items ?? NONE}
        rowKey={({ studentId }) => studentId}
        rowWords={(row) => row.name}
        state={listState(query)}
        onOpen={({ studentId }) => navigate(`/students/${studentId}`)}
        empty={
          <EmptyState
            words={name === '' ? '没有离校的学生' : '没有找到'}
            why={name === '' ? '退学、死亡等办结后，学生列在这里，档案仍可查看' : '请从姓的第一个字起输入'}
          />
        }
      />
    </>
  );
}

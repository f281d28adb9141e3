/** 档案保管: what this institution keeps for good, of its own former students and of schools that have ended. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useAddressState } from '../../../web/address-state.ts';
import { api } from '../../../web/api-client.ts';
import { countWords } from '../../../web/format.ts';
import { Page, PageHead } from '../../../web/frame/page.tsx';
import { EmptyState } from '../../../web/parts/feedback/states.tsx';
import { SelectField } from '../../../web/parts/form/select-field.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import type { Column } from '../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../web/parts/lists/data-table.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Tabs } from '../../../web/parts/surface/tabs.tsx';
import { listState } from '../../../web/query.ts';
import type { Custody } from '../custody.api.ts';
import './file-custody.css';

type Kept = Custody['items'][number];
type School = Custody['schools'][number];
const NO_FILES: Kept[] = [];
const NO_SCHOOLS: School[] = [];

/** /file-custody */
export function Component(): ReactNode {
  const [{ tab, schoolId }, setAddress] = useAddressState({ tab: 'files', schoolId: '' });
  const [typed, setTyped] = useState('');
  const navigate = useNavigate();
  const q = typed.trim();
  const query = useQuery({
    queryKey: ['file-custody', q, schoolId],
    queryFn: ({ signal }) =>
      api.get<Custody>('/file-custody', { signal, query: { q: q || undefined, schoolId: schoolId || undefined } }),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  const schools = data?.schools ?? NO_SCHOOLS;
  const files = schools.reduce((sum, one) => sum + one.files, 0);
  return (
    <Page fill>
      <PageHead title="档案保管" facts={data && <Law law={data.law} />} />
      <Card label="档案保管" fill flush>
        <Tabs
          label="档案保管"
          items={[
            { key: 'files', words: '离校学生档案', count: data && files },
            { key: 'schools', words: '各校档案', count: data && schools.length },
          ]}
          current={tab}
          onChange={(next) => setAddress({ tab: next })}
        />
        {tab === 'schools' ? (
          <DataTable
            label="各校档案"
            fill
            remember="custody-schools"
            columns={SCHOOLS}
            rows={schools}
            rowKey={(row) => row.schoolId}
            rowWords={({ name }) => name}
            state={listState(query)}
            onOpen={(row) => setAddress({ tab: 'files', schoolId: row.schoolId })}
            empty={<EmptyState words="没有接管学校的档案" why="学校撤销并指定由本单位接管档案后，列在这里" />}
          />
        ) : (
          <>
            <div className="custody-search">
              <TextField label="姓名或学籍号" type="search" value={typed} onChange={setTyped} maxLength={60} />
              {schools.length > 1 && (
                <SelectField
                  label="最后学校"
                  empty="全部"
                  value={schoolId}
                  options={schools.map((one) => ({ value: one.schoolId, words: one.name }))}
                  onChange={(chosen) => setAddress({ schoolId: chosen })}
                />
              )}
              {data?.more && <span className="quiet">只列最近的，更早的按姓名或学籍号查</span>}
            </div>
            <DataTable
              label="离校学生档案"
              fill
              remember="custody-files"
              columns={schools.length > 1 ? FILES : FILES.filter(({ key }) => key !== 'school')}
              rows={data?.items ?? NO_FILES}
              rowKey={({ studentId }) => studentId}
              rowWords={({ name }) => name}
              state={listState(query)}
              onOpen={({ opens, studentId }) => opens && navigate(`/students/${studentId}`)}
              empty={
                <EmptyState
                  words={q === '' ? '没有保管的档案' : '没有找到'}
                  why={
                    q === '' ? '学生毕业、退学后未在他校就读的，档案由本单位保管' : '姓名从姓的第一个字起，学籍号须完整'
                  }
                />
              }
            />
          </>
        )}
      </Card>
    </Page>
  );
}

function Law({ law }: { law: Custody['law'] }): ReactNode {
  return law.map(({ sentence, chip }) => (
    <span key={chip} className="quiet">
      {sentence} <span className="no-autospace">{chip}</span>
    </span>
  ));
}

const FILES: Column<Kept>[] = [
  {
    key: 'name',
    title: '学生',
    width: 148,
    stuck: 'start',
    cell: ({ opens, studentId, name }) => (opens ? <Link to={`/students/${studentId}`}>{name}</Link> : name),
  },
  { key: 'how', title: '离校', width: 196, cell: ({ leftOn, reasonWords }) => `${leftOn} ${reasonWords}` },
  { key: 'school', title: '最后学校', cell: ({ schoolName }) => schoolName },
  { key: 'grade', title: '离校时年级', width: 108, cell: ({ gradeWords }) => gradeWords },
  { key: 'gender', title: '性别', width: 64, optional: true, cell: ({ genderWords }) => genderWords },
  { key: 'born', title: '出生日期', width: 108, optional: true, cell: ({ bornOn }) => bornOn },
];

const SCHOOLS: Column<School>[] = [
  { key: 'name', title: '学校', width: 150, stuck: 'start', cell: ({ name }) => name },
  {
    key: 'files',
    title: '档案',
    width: 76,
    align: 'right',
    cell: ({ files }) => `${countWords(files)}份`,
  },
  { key: 'ended', title: '撤并日', width: 116, optional: true, cell: ({ endedOn }) => endedOn ?? '在办' },
  { key: 'since', title: '接管日', width: 112, cell: ({ since }) => since ?? '本校' },
  { key: 'archive', title: '存放', width: 150, optional: true, cell: ({ archiveName }) => archiveName ?? '本单位' },
  {
    key: 'before',
    title: '此前保管',
    optional: true,
    cell: ({ before }) => before.map(({ name, until }) => `${name}（至${until}）`).join('，') || '无',
  },
];

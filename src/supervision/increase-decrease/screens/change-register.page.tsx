/** 学生增减: who came to a school and who went in a time, with the roster at both ends, to be read and taken along. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { SchoolPicker } from '../../../authorities/pages/institutions/school-picker-parts.tsx';
import { useSession } from '../../../authorities/sessions/session-parts.tsx';
import { type CivilDate, civilDate, isCivilDate, schoolYearOf } from '../../../kernel/civil-date.ts';
import { useAddressState } from '../../../web/address-state.ts';
import { api, downloadFile } from '../../../web/api-client.ts';
import { countWords } from '../../../web/format.ts';
import { Page, PageHead } from '../../../web/frame/page.tsx';
import { EmptyState, ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { DateField } from '../../../web/parts/form/date-field.tsx';
import type { Column } from '../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../web/parts/lists/data-table.tsx';
import { Tag } from '../../../web/parts/state/tag.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Figure, Figures } from '../../../web/parts/surface/figure.tsx';
import { listState } from '../../../web/query.ts';
import type { RegisterView } from '../increase-decrease.api.ts';
import './change-register.css';

type Item = RegisterView['items'][number];

/** /change-register */
export function Component(): ReactNode {
  const { institution, today: now } = useSession();
  const today = civilDate(now);
  const own = institution.level === 'SCHOOL';
  const [address, setAddress] = useAddressState({ schoolId: '', from: '', to: '' });
  const navigate = useNavigate();
  const [problem, setProblem] = useState<unknown>();
  const schoolId = own ? institution.id : address.schoolId;
  const from = dayIn(address.from) ?? civilDate(`${schoolYearOf(today)}-09-01`);
  const to = dayIn(address.to) ?? today;
  const asked = { schoolId, from, to };
  const query = useQuery({
    queryKey: ['change-register', asked],
    queryFn: ({ signal }) => api.get<RegisterView>('/change-register', { signal, query: asked }),
    enabled: schoolId !== '',
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  const download = () => {
    setProblem(undefined);
    downloadFile('/change-register.xlsx', { query: asked }).catch(setProblem);
  };
  return (
    <Page fill>
      <PageHead
        title="学生增减"
        facts={data && <Sums register={data} />}
        side={
          schoolId !== '' && (
            <Button icon={Download} onPress={download}>
              导出
            </Button>
          )
        }
      />
      <ProblemLine problem={problem} />
      <div className="register-wish">
        {!own && (
          <SchoolPicker value={schoolId} name={data?.schoolName} onChange={(id) => setAddress({ schoolId: id })} />
        )}
        <DateField label="自" value={from} today={today} to={to} onChange={(day) => setAddress({ from: day ?? '' })} />
        <DateField
          label="至"
          value={to}
          today={today}
          from={from}
          to={today}
          onChange={(day) => setAddress({ to: day ?? '' })}
        />
      </div>
      <Card label="学生增减情况登记表" fill flush>
        <DataTable
          label="学生增减情况登记表"
          fill
          remember="change-register"
          columns={COLUMNS}
          rows={data?.items ?? []}
          rowKey={({ studentId, on, kind }) => `${studentId} ${on} ${kind}`}
          rowWords={({ name, kindWords }) => `${name}${kindWords}`}
          state={schoolId === '' ? READY : listState(query)}
          onOpen={({ studentId }) => navigate(`/students/${studentId}`)}
          empty={
            schoolId === '' ? (
              <EmptyState words="还没有选学校" why="选定学校后列出其学生增减" />
            ) : (
              <EmptyState words="这段时间没有学生增减" why="休学、复学、升级不改变在籍人数，不列入" />
            )
          }
        />
      </Card>
    </Page>
  );
}

const READY = { kind: 'READY' } as const;
const dayIn = (text: string): CivilDate | undefined => (isCivilDate(text) ? text : undefined);

function Sums({ register: { before, after, items } }: { register: RegisterView }): ReactNode {
  const sum = (side: Item['side']) => countWords(items.filter((one) => one.side === side).length);
  return (
    <Figures>
      <Figure value={countWords(before)} words="期初在籍" />
      <Figure value={sum('IN')} words="增加" />
      <Figure value={sum('OUT')} words="减少" />
      <Figure value={countWords(after)} words="期末在籍" />
    </Figures>
  );
}

const COLUMNS: Column<Item>[] = [
  {
    key: 'name',
    title: '学生',
    width: 160,
    stuck: 'start',
    cell: ({ studentId, name, gradeWords }) => (
      <>
        <Link to={`/students/${studentId}`}>{name}</Link> <span className="quiet">{gradeWords}</span>
      </>
    ),
  },
  { key: 'on', title: '日期', width: 112, cell: ({ on }) => on },
  { key: 'side', title: '增减', width: 80, cell: ({ side }) => <Tag>{side === 'IN' ? '增加' : '减少'}</Tag> },
  { key: 'kind', title: '类别', width: 112, cell: ({ kindWords }) => kindWords },
  { key: 'gender', title: '性别', width: 64, optional: true, cell: ({ genderWords }) => genderWords },
  { key: 'other', title: '转自、转往', cell: ({ other }) => other },
];

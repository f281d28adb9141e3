/** 学籍经历: the registrations as they came, the names and the numbers that the child has had. */
import type { ReactNode } from 'react';
import { EmptyState } from '../../../../web/parts/feedback/states.tsx';
import type { Column } from '../../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../../web/parts/lists/data-table.tsx';
import type { ReceivedView } from '../../packages.api.ts';

type Period = ReceivedView['registrations'][number] & { key: string };
const READY = { kind: 'READY' } as const;

export function ReceivedHistory({ view: { registrations, keyData, numbers } }: { view: ReceivedView }): ReactNode {
  return (
    <div className="received">
      <DataTable
        label="学籍经历"
        columns={COLUMNS}
        rows={registrations.map((one, at) => ({ ...one, key: `${one.from} ${at}` }))}
        rowKey={({ key }) => key}
        rowWords={({ school }) => school}
        state={READY}
        empty={<EmptyState words="没有学籍经历" why="转出学校的档案包里没有写明学籍经历，请向转出学校核实" />}
      />
      <div className="received-two">
        <Spans
          heading="姓名、性别、出生日期的各次登记"
          spans={keyData.map(({ name, genderWords, bornOn, from, to }) => ({
            words: `${name}，${genderWords}，${bornOn}`,
            from,
            to,
          }))}
        />
        <Spans
          heading="用过的学籍号"
          spans={numbers.map(({ kindWords, masked, from, to }) => ({ words: `${kindWords}：${masked}`, from, to }))}
        />
      </div>
    </div>
  );
}

const until = (to: string | null): string => (to === null ? '起' : `至${to}`);

const COLUMNS: Column<Period>[] = [
  { key: 'from', title: '起', width: 108, stuck: 'start', cell: ({ from }) => from },
  { key: 'to', title: '止', width: 108, cell: ({ to }) => to ?? '未终止' },
  { key: 'school', title: '学校', cell: ({ school }) => school },
  { key: 'grade', title: '年级', width: 132, cell: ({ stageWords, gradeWords }) => `${stageWords}，${gradeWords}` },
  { key: 'state', title: '学籍状态', width: 96, cell: ({ stateWords }) => stateWords },
  { key: 'end', title: '终止事由', width: 120, optional: true, cell: ({ endWords }) => endWords ?? '' },
  {
    key: 'code',
    title: '学校标识码',
    width: 132,
    optional: true,
    cell: ({ schoolCode }) => <span className="no-autospace">{schoolCode}</span>,
  },
];

interface Span {
  words: string;
  from: string;
  to: string | null;
}

function Spans({ heading, spans }: { heading: string; spans: Span[] }): ReactNode {
  return (
    <section aria-label={heading}>
      <h3 className="fields-heading">{heading}</h3>
      {spans.length === 0 && <p className="quiet">档案包里没有</p>}
      <ul className="received-spans">
        {spans.map(({ words, from, to }) => (
          <li key={`${from} ${words}`}>
            <span>{words}</span>
            <span className="quiet">{`${from}${until(to)}`}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

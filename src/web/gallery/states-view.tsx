/** 样板间 状态: chips, clocks, progress, empty and failed. */
import { type ReactNode, useState } from 'react';
import { addDays } from '../../kernel/civil-date.ts';
import { ApiProblem } from '../api/problem.ts';
import { Page, PageHead } from '../frame/page.tsx';
import { ParcelTrack } from '../parts/course/parcel-track.tsx';
import { Skeleton } from '../parts/feedback/skeleton.tsx';
import { AbsentState, EmptyState, ErrorState, FilteredState, ProblemLine } from '../parts/feedback/states.tsx';
import { offerUndo } from '../parts/feedback/strip.tsx';
import { CompareTwo } from '../parts/fields/compare-two.tsx';
import { PhotoFrame } from '../parts/fields/photo-frame.tsx';
import { ArticleChip } from '../parts/findings/article.tsx';
import type { Column } from '../parts/lists/columns.ts';
import { DataTable } from '../parts/lists/data-table.tsx';
import { MarkedCell, type MarkedCellProps } from '../parts/lists/marked-cell.tsx';
import { PickList } from '../parts/lists/pick-list.tsx';
import { BoundsScale } from '../parts/progress/bounds-scale.tsx';
import { ProgressBar } from '../parts/progress/progress-bar.tsx';
import { SplitBar } from '../parts/progress/split-bar.tsx';
import { Steps } from '../parts/progress/steps.tsx';
import type { Deadline } from '../parts/state/deadline.ts';
import { DeadlineBadge } from '../parts/state/deadline-badge.tsx';
import type { StateKind } from '../parts/state/state-icon.tsx';
import { StatusChip } from '../parts/state/status-chip.tsx';
import { KindTag, Tag } from '../parts/state/tag.tsx';
import { Button } from '../parts/surface/button.tsx';
import { Card } from '../parts/surface/card.tsx';
import { Columns, Line, Stack } from '../parts/surface/layout.tsx';
import { NODES } from './case-view.tsx';
import { READY, TODAY } from './sample.ts';

const FAULTS: MarkedCellProps[] = [
  { kind: 'wrong', value: '411082202002270135', fault: [17, 18] },
  { kind: 'wrong', value: '', fault: [0, 0] },
  { kind: 'doubtful', value: '王 浩', fault: [1, 2] },
  { kind: 'mended', value: '4110**********7264' },
];

const FAULT_COLUMNS: Column<MarkedCellProps>[] = [
  { key: 'row', title: '行', width: 60, align: 'right', cell: () => 7 },
  { key: 'value', title: '号码', width: 220, cell: (row) => <MarkedCell {...row} /> },
  { key: 'rest', title: '说明', cell: () => '一(1)组' },
];

const KINDS: [StateKind, string][] = [
  ['DRAFT', '草稿'],
  ['IN_PROCESS', '核办中'],
  ['DUE_SOON', '今天到期'],
  ['JUDGEMENT', '酌定'],
  ['OVERDUE', '逾期'],
  ['REFUSED', '不同意'],
  ['DONE', '已办结'],
];

const CLOCKS: Deadline[] = [
  ...[6, 2, 0, -2].map(
    (leftDays): Deadline => ({ kind: 'RUNNING', termDays: 10, leftDays, dueOn: addDays(TODAY, leftDays) }),
  ),
  { kind: 'LATER', termDays: 10, latestOn: addDays(TODAY, 28) },
  { kind: 'CALENDAR_NOT_PUBLISHED' },
];

const returned = NODES.map((node, at) =>
  at === 0
    ? { ...node, state: 'RETURNED' as const, facts: ['9月16日退回，缺证明'] }
    : { ...node, state: 'LATER' as const, mine: false },
);
const overdue = NODES.map((node, at) =>
  at === 2
    ? { ...node, state: 'OVERDUE' as const, mine: false, superior: '甲市上级可强制干预', deadline: CLOCKS[3]! }
    : node,
);

/** Small parts. */
export function StatesView(): ReactNode {
  const [cause, setCause] = useState<string | undefined>('a');
  const [open, setOpen] = useState(true);
  return (
    <Page>
      <PageHead title="状态" />
      <Columns template="repeat(2, minmax(0, 1fr))">
        <Stack>
          <Card title="标签">
            <Line>
              {KINDS.map(([kind, words]) => (
                <StatusChip key={kind} kind={kind}>
                  {words}
                </StatusChip>
              ))}
              <KindTag>转移</KindTag>
              <Tag>住校</Tag>
            </Line>
          </Card>
          <Card title="期限">
            <ul>
              {CLOCKS.map((deadline) => (
                <li key={JSON.stringify(deadline)}>
                  <DeadlineBadge deadline={deadline} today={TODAY} />
                </li>
              ))}
            </ul>
          </Card>
          <Card title="进度">
            <ProgressBar
              words="校验工作簿"
              unit="行"
              progress={{ state: 'RUNNING', done: 41_200, total: 100_000, leftSeconds: 18 }}
              onCancel={() => undefined}
            />
            <ProgressBar
              words="导入"
              unit="行"
              progress={{ state: 'DONE', done: 312, total: 312, words: '286行已提交，26行待改' }}
            />
            <ProgressBar
              words="打印"
              unit="页"
              progress={{ state: 'FAILED', done: 12, total: 40, words: '字库缺字，请报管理员后重试' }}
            />
            <SplitBar
              label="可提交与有误"
              width={260}
              shares={[
                { key: 'g', words: '可提交', count: 286, colour: 'green' },
                { key: 'r', words: '有误', count: 19, colour: 'red' },
                { key: 'a', words: '待确认', count: 7, colour: 'amber' },
              ]}
            />
            <div style={{ width: 130, marginTop: 8 }}>
              <BoundsScale label="限额" value={51} from={40} to={58} usual={50} most={55} unit="人" />
              <SplitBar
                label="性别"
                inside
                shares={[
                  { key: 'm', words: '男', count: 24, colour: 'cat-a' },
                  { key: 'f', words: '女', count: 27, colour: 'cat-b' },
                ]}
              />
            </div>
            <div style={{ marginTop: 8 }}>
              <Steps steps={['上传', '校验8秒', '修正', '提交']} current={3} />
            </div>
          </Card>
          <Card title="条款在原处展开">
            按
            <ArticleChip
              article={{ place: '川省', name: '第三十三条' }}
              load={async () => ({
                instrument: '某某管理办法（样例）',
                level: '省',
                force: '原则',
                text: '期中原则上不予办理。',
                inForce: '自2014年8月1日起施行',
              })}
            />
            办理
          </Card>
        </Stack>
        <Stack>
          <Card title="空">
            <EmptyState words="还没有班组" why="核办后自动分入" act={<Button tone="primary">新建</Button>} />
          </Card>
          <Card title="筛空">
            <FilteredState onClear={() => undefined} />
          </Card>
          <Card title="没有">
            <AbsentState what="此人" />
          </Card>
          <Card title="出错">
            <ErrorState
              problem={
                new ApiProblem(500, 'UNKNOWN', '系统出错，已记录，请将编号告知管理员', { incident: '20260917-0042' })
              }
              kept="已填内容仍在"
              onRetry={() => undefined}
            />
            <ProblemLine problem="此步已由乙某于9月16日15:08办理，无须再办" />
          </Card>
          <Card title="读取中" flush>
            <Skeleton rows={3} />
          </Card>
          <Card title="撤回">
            <Button onPress={() => offerUndo({ words: '已同意送出甲一，交乙市主管部门', undo: async () => undefined })}>
              办一件
            </Button>
          </Card>
        </Stack>
      </Columns>
      <Card title="退回">
        <ParcelTrack nodes={returned} today={TODAY} />
      </Card>
      <Card title="逾期">
        <ParcelTrack nodes={overdue} today={TODAY} />
      </Card>
      <Columns template="296px minmax(0, 1fr)">
        <Card title="按原因" note="3类26行" flush>
          <PickList
            label="按原因"
            current={cause}
            onPick={setCause}
            items={[
              { key: 'a', kind: 'REFUSED', title: '号码校验位不符', note: '对照证件改', count: 5 },
              { key: 'b', kind: 'REFUSED', title: '组别不存在', note: '写作“一组”，可一次改', count: 8 },
              { key: 'c', kind: 'JUDGEMENT', title: '地区码已撤销', note: '号码有效，只需确认', count: 3 },
            ]}
          />
        </Card>
        <Card title="错格" flush>
          <DataTable
            label="错格"
            columns={FAULT_COLUMNS}
            rows={FAULTS}
            rowKey={(row) => row.value}
            plain
            state={READY}
            empty={null}
            detail={(row) =>
              row.kind === 'wrong' && open
                ? '按前17位推算末位应为3，现为5。不一定错在末位，请对照证件逐位看。'
                : undefined
            }
          />
          <Button onPress={() => setOpen(!open)}>展开说明</Button>
        </Card>
      </Columns>
      <Card title="两方对照" flush>
        <CompareTwo
          label="两份记录"
          sides={[
            { key: 'a', title: '甲市第一单位', head: <PhotoFrame name="甲一" width={39} /> },
            { key: 'b', title: '乙市第二单位', head: <PhotoFrame name="甲亿" width={39} /> },
          ]}
          rows={[
            { key: 'n', label: '姓名', values: ['甲一', '甲亿'], remark: '同音，权重20' },
            { key: 'b', label: '出生日期', values: ['2015-05-12', '2015-05-21'], remark: '日位颠倒，权重30' },
            { key: 'g', label: '性别', values: ['男', '男'] },
            { key: 't', label: '电话', values: ['138****2046', undefined] },
          ]}
        />
      </Card>
    </Page>
  );
}

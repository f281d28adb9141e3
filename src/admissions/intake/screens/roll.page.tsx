/** 录取名册与报到: who is admitted, who has come, and the one who stands at the counter now. */
import { ListPlus } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { useMayCall, useSession } from '../../../authorities/sessions/session-parts.tsx';
import { civilDate } from '../../../kernel/civil-date.ts';
import { useAddressState } from '../../../web/address-state.ts';
import { Page, PageHead } from '../../../web/frame/page.tsx';
import { EmptyState, ErrorState } from '../../../web/parts/feedback/states.tsx';
import { Select } from '../../../web/parts/form/select-field.tsx';
import type { Column } from '../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../web/parts/lists/data-table.tsx';
import { StatusChip } from '../../../web/parts/state/status-chip.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Facts } from '../../../web/parts/surface/dot.tsx';
import { Columns } from '../../../web/parts/surface/layout.tsx';
import { listState } from '../../../web/query.ts';
import type { RollItem } from '../roll/roll.api.ts';
import { EntryCard } from './counter/entry-card.tsx';
import { RegisterSelected } from './register-selected.tsx';
import { useRoll } from './roll-queries.tsx';
import { chosenOf, dayOfItem, isAwaited, planWords, STATE_CHOICES, STATE_KINDS } from './roll-words.screen.ts';
import './roll.css';

const NONE: RollItem[] = [];
const SEARCH = 'roll-search';
const keyOf = ({ id }: RollItem) => id;

/** Enter in the search goes to the one found; Enter again checks in. The first must not press the button as well. */
function toCounter(event: KeyboardEvent): void {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  document.querySelector<HTMLElement>('.check-in-form .button')?.focus();
}

/** /admissions/roll */
export function Component(): ReactNode {
  const { today: todayText, institution } = useSession();
  const today = civilDate(todayText);
  const mayCall = useMayCall();
  const query = useRoll();
  const [address, change] = useAddressState({ name: '', state: '', id: '' });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const all = query.data?.items ?? NONE;
  const rows = chosenOf(all, address);
  const current = all.find(({ id }) => id === address.id) ?? (address.name.trim() ? rows.find(isAwaited) : undefined);
  const school = institution.level === 'SCHOOL';
  const registers = mayCall('POST /api/admission-roll/registrations');
  const enters = mayCall('POST /api/admission-roll') && query.data?.stages.some(({ mayEnter }) => mayEnter);
  const columns: Column<RollItem>[] = [
    {
      key: 'name',
      title: '姓名',
      width: 108,
      stuck: 'start',
      cell: (row) => (
        <Link to={{ search: new URLSearchParams({ ...address, id: row.id }).toString() }}>{row.name}</Link>
      ),
    },
    {
      key: 'state',
      title: '状态',
      width: 112,
      cell: ({ state, stateWords }) => <StatusChip kind={STATE_KINDS[state]}>{stateWords}</StatusChip>,
    },
    ...(school ? [] : [{ key: 'school', title: '录取学校', width: 180, cell: (row: RollItem) => row.schoolName }]),
    { key: 'day', title: '报到', width: 124, cell: (row) => dayOfItem(row, today) },
    { key: 'way', title: '录取方式', width: 88, optional: true, cell: ({ wayWords }) => wayWords },
    { key: 'former', title: '原就读学校', optional: true, cell: ({ formerSchool }) => formerSchool ?? '' },
    { key: 'notice', title: '通知书编号', width: 108, optional: true, cell: ({ noticeNumber }) => noticeNumber ?? '' },
  ];
  return (
    <Page fill>
      <PageHead
        trail={[{ to: '/admissions', words: '入学注册' }]}
        title="录取名册"
        facts={
          query.data && (
            <Facts>
              <span>{query.data.intakeYear}级新生</span>
              {school && query.data.stages.map((one) => <span key={one.stage}>{planWords(one)}</span>)}
            </Facts>
          )
        }
        side={
          <>
            <Button to="/admissions/no-shows">未报到</Button>
            {enters && (
              <Button icon={ListPlus} to="/admissions/roll/enter">
                登记名册
              </Button>
            )}
          </>
        }
      />
      {query.error && !query.data && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
      <Columns template="minmax(0, 1fr) minmax(0, 420px)" fill>
        <Card
          title="名册"
          note={all.length > 0 ? `${rows.length}人` : undefined}
          side={
            <span className="roll-filter">
              <input
                className="control"
                type="search"
                aria-label="按姓名、通知书编号或证件号末四位查找"
                placeholder="姓名、通知书编号或证件号末四位"
                value={address.name}
                id={SEARCH}
                onChange={(event) => change({ name: event.target.value, id: '' }, true)}
                onKeyDown={toCounter}
              />
              <Select
                id="roll-state"
                aria-label="状态"
                value={address.state}
                onChange={(state) => change({ state })}
                empty="全部状态"
                options={STATE_CHOICES.flatMap(({ state, words }) => {
                  const count = query.data?.counts[state] ?? 0;
                  return count > 0 ? [{ value: state, words: `${words} ${count}人` }] : [];
                })}
              />
            </span>
          }
          fill
          flush
        >
          <DataTable
            label="录取名册"
            fill
            remember="admission-roll"
            columns={columns}
            rows={rows}
            rowKey={keyOf}
            rowWords={({ name }) => name}
            state={listState(query)}
            onOpen={({ id }) => change({ id })}
            onClearFilter={address.name || address.state ? () => change({ name: '', state: '' }) : undefined}
            empty={
              <EmptyState
                words="名册里还没有人"
                why={whoEnters(query.data?.stages ?? [])}
                act={enters ? <Button to="/admissions/roll/enter">登记名册</Button> : undefined}
              />
            }
            selection={
              registers
                ? {
                    keys: selected,
                    onChange: setSelected,
                    unit: '人',
                    acts: <RegisterSelected ids={[...selected]} onDone={() => setSelected(new Set())} />,
                  }
                : undefined
            }
          />
        </Card>
        {current ? (
          <EntryCard
            key={current.id}
            item={current}
            mayMend={query.data?.stages.find(({ stage }) => stage === current.stage)?.mayEnter === true}
            onNext={() => {
              change({ name: '', id: '' });
              document.getElementById(SEARCH)?.focus();
            }}
          />
        ) : (
          <Card title="报到" fill>
            <EmptyState words="输入姓名，办理报到" why="按Enter到报到台，再按Enter报到；已报到的勾选后一并办理学籍" />
          </Card>
        )}
      </Columns>
    </Page>
  );
}

const whoEnters = (stages: readonly { enteredBy: string | null }[]): string => {
  const by = stages.map(({ enteredBy }) => enteredBy).find((words) => words !== null);
  return by ? `由${by}登记后，学校凭名册办理报到` : '逐人登记，或下载模板填好后导入';
};

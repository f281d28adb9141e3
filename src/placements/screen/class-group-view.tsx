/** 一个班级: its head, what the law says of its size, its students, and what was done to it. */
import { type ReactNode, useState } from 'react';
import { useMayCall } from '../../authorities/sessions/session-parts.tsx';
import { type CivilDate, startOfDay } from '../../kernel/civil-date.ts';
import { EmptyState } from '../../web/parts/feedback/states.tsx';
import { FindingLine } from '../../web/parts/findings/finding-line.tsx';
import { Menu } from '../../web/parts/floating/menu.tsx';
import { DataTable } from '../../web/parts/lists/data-table.tsx';
import { Card } from '../../web/parts/surface/card.tsx';
import { Facts } from '../../web/parts/surface/dot.tsx';
import { Tabs } from '../../web/parts/surface/tabs.tsx';
import { listState } from '../../web/query.ts';
import type { ClassGroupView, MemberView } from '../placements.api.ts';
import { ReshapeMenu } from '../reshaping/reshape-menu.tsx';
import { ChangeList } from './change-list.tsx';
import { type ClassActs, useClassRoster } from './class-queries.tsx';
import { keyOfMember, nameOfMember, SEATED_COLUMNS } from './member-columns.tsx';
import { PlacingBar } from './placing-bar.tsx';
import { PrintMenu } from './print-menu.tsx';

const NOBODY: MemberView[] = [];

interface ClassGroupPaneProps {
  acts: ClassActs;
  group: ClassGroupView;
  /** Where its students may be moved to. */
  targets: readonly ClassGroupView[];
  /** '' is today. */
  on: string;
  today: CivilDate;
}

/** The right side of the page for a class group. */
export function ClassGroupPane({ acts, group, targets, on, today }: ClassGroupPaneProps): ReactNode {
  const mayCall = useMayCall();
  const [tab, setTab] = useState('students');
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const query = useClassRoster(group.id, on);
  const students = query.data?.students ?? NOBODY;
  const selected = students.filter(({ studentId }) => keys.has(studentId));
  const mayMove = on === '' && mayCall('POST /api/schools/:id/class-group-moves');
  const { teacherName, total, boys, girls } = query.data?.classGroup ?? group;
  return (
    <Card
      title={group.name}
      note={
        <Facts>
          <span>{group.intakeWords}</span>
          {group.multiGrade && <span>{`复式班，${group.multiGrade}`}</span>}
          {teacherName && <span>{`班主任${teacherName}`}</span>}
          <span>{`${total}人，男${boys}女${girls}`}</span>
        </Facts>
      }
      side={
        <>
          {on === '' && mayCall('POST /api/class-groups/:id/seat-numbers') && total > 0 && (
            <Menu items={seatItems(acts, group.id)}>编学号</Menu>
          )}
          {on === '' && <ReshapeMenu acts={acts} group={group} others={targets} />}
          <PrintMenu of={group.name} at={`/class-groups/${group.id}`} on={on} cards={on === ''} />
        </>
      }
      foot={
        selected.length > 0 && mayMove ? (
          <PlacingBar
            key={group.id}
            acts={acts}
            selected={selected}
            targets={targets}
            from={group}
            onDone={() => setKeys(new Set())}
          />
        ) : undefined
      }
      fill
      flush
    >
      <div className="class-pane">
        <Sizes group={query.data?.classGroup ?? group} />
        <Tabs
          label={group.name}
          current={tab}
          onChange={setTab}
          items={[
            { key: 'students', words: '在班学生', count: total },
            { key: 'changes', words: '调整记录' },
          ]}
        >
          {tab === 'students' ? (
            <DataTable
              label={`${group.name}名册`}
              columns={SEATED_COLUMNS}
              rows={students}
              rowKey={keyOfMember}
              rowWords={nameOfMember}
              state={listState(query)}
              empty={<EmptyState words="没有学生" why={emptyWhy(on)} />}
              selection={mayMove ? { keys, onChange: setKeys, unit: '人', acts: null } : undefined}
              remember="class-roster"
              fill
            />
          ) : (
            <ChangeList classGroupId={group.id} now={new Date(startOfDay(today).getTime() + 86_399_000)} />
          )}
        </Tabs>
      </div>
    </Card>
  );
}

const emptyWhy = (on: string) => (on === '' ? '在左边“未分班”中选中学生，编入此班' : `${on}此班没有学生`);

function seatItems(acts: ClassActs, classGroupId: string) {
  const run = (order: string) => () => void acts.numberSeats(classGroupId, order);
  return [
    { key: 'PINYIN', words: '按姓名拼音重编', onPress: run('PINYIN') },
    { key: 'BIRTH', words: '按出生日期重编', onPress: run('BIRTH') },
    { key: 'KEPT', words: '按现有顺序补齐', note: '补上空号，未编的排在最后', onPress: run('KEPT') },
  ];
}

/** Only what is not as the law wants it: a line that always stands there is not read. */
function Sizes({ group }: { group: ClassGroupView }): ReactNode {
  const told = group.findings.filter(({ verdict }) => verdict !== 'ALLOW');
  if (told.length === 0) return null;
  return (
    <ul className="class-findings">
      {told.map(({ verdict, sentence, remedy, chip }) => {
        const [place = '', name = ''] = chip.split('·');
        return (
          <FindingLine
            key={sentence}
            finding={{
              key: sentence,
              kind: verdict === 'REFUSE' ? 'REFUSED' : 'JUDGEMENT',
              sentence,
              detail: remedy,
              article: { place, name },
            }}
          />
        );
      })}
    </ul>
  );
}

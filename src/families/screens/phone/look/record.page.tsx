/** 家长看学籍: what is held, masked until asked for; the photograph; the course from the first day. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { civilDate } from '../../../../kernel/civil-date.ts';
import type { StudentView } from '../../../../students/index.ts';
import { api } from '../../../../web/api-client.ts';
import { dayWords } from '../../../../web/format.ts';
import { Skeleton } from '../../../../web/parts/feedback/skeleton.tsx';
import { ErrorState, ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { StatusChip } from '../../../../web/parts/state/status-chip.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import { FamilyPage, useFamily } from '../family-frame.tsx';

type Item = StudentView['groups'][number]['items'][number];

/** /family/record */
export function Component(): ReactNode {
  const query = useQuery({
    queryKey: ['family', 'record'],
    queryFn: ({ signal }) => api.get<StudentView>('/family/record', { signal }),
  });
  return (
    <FamilyPage title="学籍">
      {query.error && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton rows={10} />}
      {query.data && <Record view={query.data} />}
    </FamilyPage>
  );
}

function Record({ view }: { view: StudentView }): ReactNode {
  const { name, genderWords, bornOn, numberMasked, photoId, stateWords, state } = view;
  const number: Item = {
    path: 'registrationNumber',
    label: '学籍号',
    value: numberMasked,
    raw: '',
    masked: numberMasked !== '',
    fixed: null,
  };
  return (
    <>
      <Card
        title={name}
        side={<StatusChip kind={state === 'ENROLLED' ? 'DONE' : 'IN_PROCESS'}>{stateWords}</StatusChip>}
      >
        <div className="family-form">
          {photoId !== null && <img className="family-photo" src="/api/family/photo" alt={`${name}的照片`} />}
          <Lines
            items={[
              number,
              ...plain({
                性别: genderWords,
                出生日期: bornOn,
                学校: view.schoolName ?? '',
                班级: view.classGroupName ?? view.gradeWords ?? '',
              }),
            ]}
          />
        </div>
      </Card>
      <Course view={view} />
      {view.groups.map(({ key, title, items }) => {
        const filled = items.filter(({ value }) => value !== '');
        const empty = items.length - filled.length;
        return (
          <Card key={key} title={title} {...(empty > 0 ? { note: `另有${empty}项未填` } : {})}>
            <Lines items={filled} />
          </Card>
        );
      })}
      {view.guardians.map(({ ordinal, relationWords, items }) => (
        <Card key={ordinal} title={`家庭成员${ordinal + 1}`} note={relationWords}>
          <Lines items={items.filter(({ value }) => value !== '')} />
        </Card>
      ))}
    </>
  );
}

const plain = (values: Record<string, string>): Item[] =>
  Object.entries(values)
    .filter(([, value]) => value !== '')
    .map(([label, value]) => ({ path: label, label, value, raw: '', masked: false, fixed: null }));

function Lines({ items }: { items: readonly Item[] }): ReactNode {
  return (
    <dl className="family-lines">
      {items.map((item) => (
        <Line key={item.path} item={item} />
      ))}
    </dl>
  );
}

/** One value in full at a time leaves a row in the trail; it is covered again when the page is left. */
function Line({ item }: { item: Item }): ReactNode {
  const [full, setFull] = useState<string>();
  const [problem, setProblem] = useState<unknown>();
  const reveal = async () => {
    try {
      setFull((await api.post<{ value: string }>('/family/reveals', { field: item.path })).value);
    } catch (thrown) {
      setProblem(thrown);
    }
  };
  return (
    <div className="family-line">
      <dt>{item.label}</dt>
      <dd className={item.masked ? 'no-autospace' : undefined}>
        {full ?? item.value}
        <ProblemLine problem={problem} />
      </dd>
      {item.masked && (
        <dd>
          <Button tone="quiet" onPress={() => (full === undefined ? void reveal() : setFull(undefined))}>
            {full === undefined ? '看完整' : '遮住'}
            <span className="unseen">{item.label}</span>
          </Button>
        </dd>
      )}
    </div>
  );
}

function Course({ view: { marks } }: { view: StudentView }): ReactNode {
  const { day } = useFamily();
  return (
    <Card title="学籍历程" note={`${marks.length}个节点`}>
      <ol className="family-course">
        {marks.map(({ kind, on, title, note }) => (
          <li key={`${kind} ${on} ${title} ${note}`}>
            <b>{title}</b> <span className="quiet">{dayWords(civilDate(on), day)}</span>
            <p className="small">{note}</p>
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** 家庭成员: the two persons of the form, whoever of them is a guardian. */
import { type ReactNode, useState } from 'react';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { EmptyState, ErrorState } from '../../../web/parts/feedback/states.tsx';
import { StatusChip } from '../../../web/parts/state/status-chip.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { StudentView } from '../../api/students.api.ts';
import { type StudentActs, useRegistrationForm } from '../student-queries.tsx';
import { textAt } from './items/items.screen.ts';
import { ItemsForm } from './items/items-form.tsx';
import { ItemsGroup } from './items/items-view.tsx';
import type { Changes } from './items/use-changes.tsx';

interface TabProps {
  student: StudentView;
  acts: StudentActs;
  changes: Changes;
}

/** The tab, read or being changed. */
export function FamilyTab({ student, acts, changes }: TabProps): ReactNode {
  if (changes.open) return <FamilyForm student={student} acts={acts} changes={changes} />;
  if (student.guardians.length === 0) {
    return <EmptyState words="还没有登记家庭成员" why="由学校学籍管理员在此登记，至少须有一名监护人" />;
  }
  return student.guardians.map(({ ordinal, name, relationWords, isGuardian, items }) => (
    <ItemsGroup
      key={ordinal}
      title={
        <span className="family-heading">
          {name}
          {relationWords !== '' && `，${relationWords}`}
          {isGuardian && <StatusChip kind="DONE">监护人</StatusChip>}
        </span>
      }
      items={items}
      acts={acts}
    />
  ));
}

function FamilyForm({ student, acts, changes }: TabProps): ReactNode {
  const { data: form, error, refetch } = useRegistrationForm();
  const [added, setAdded] = useState(false);
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!form) return <Skeleton rows={12} rowHeight={28} />;
  const { items, typed, problems } = changes;
  const rows = form.groups.filter(({ key }) => key.startsWith('guardians.'));
  const used = rows.filter(
    ({ fields }, place) =>
      place < Math.max(1, student.guardians.length) ||
      fields.some(({ path }) => textAt(path, typed, items.get(path)) !== '' || problems.has(path)),
  );
  const shown = rows.slice(0, Math.max(used.length, added ? 2 : 1));
  return (
    <>
      {shown.map(({ key, title, fields }, place) => (
        <ItemsForm
          key={key}
          title={
            <span className="family-heading">
              {title}
              {place > 0 && place < student.guardians.length && (
                <Button
                  tone="quiet"
                  onPress={() => {
                    for (const { path } of fields) changes.type(path, '');
                  }}
                >
                  清空此人（保存后删去）
                </Button>
              )}
            </span>
          }
          fields={fields}
          tables={form.tables}
          changes={changes}
          acts={acts}
        />
      ))}
      {shown.length < rows.length && (
        <div className="items-group">
          <Button onPress={() => setAdded(true)}>添一名家庭成员</Button>
        </div>
      )}
    </>
  );
}

/** 基础信息: the groups of the form; the family's circumstances only where a family has told them. */
import { type ReactNode, useState } from 'react';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { ErrorState } from '../../../web/parts/feedback/states.tsx';
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

const ECONOMY = 'economy';

/** The tab, read or being changed. */
export function BaseTab({ student, acts, changes }: TabProps): ReactNode {
  if (changes.open) return <BaseForm acts={acts} changes={changes} />;
  return student.groups.map(({ key, title, items }) =>
    key === ECONOMY && items.every(({ value }) => value === '') ? (
      <section key={key} className="items-group">
        <h3 className="fields-heading">{title}</h3>
        <p className="quiet">未填，申请资助的学生填写</p>
      </section>
    ) : (
      <ItemsGroup key={key} title={title} items={items} acts={acts} />
    ),
  );
}

function BaseForm({ acts, changes }: Omit<TabProps, 'student'>): ReactNode {
  const { data: form, error, refetch } = useRegistrationForm();
  const [wanted, setWanted] = useState(false);
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!form) return <Skeleton rows={12} rowHeight={28} />;
  const { items, typed, problems } = changes;
  const groups = form.groups.filter(({ key }) => !key.startsWith('guardians.'));
  const asksForAid = typed['needsAid'] === '是' || (typed['needsAid'] === undefined && items.get('needsAid')?.masked);
  return groups.map(({ key, title, fields }) => {
    const isTold = fields.some(
      ({ path }) => items.get(path)?.value || textAt(path, typed, items.get(path)) !== '' || problems.has(path),
    );
    if (key === ECONOMY && !isTold && !wanted) {
      return (
        <section key={key} className="items-group">
          <h3 className="fields-heading">{title}</h3>
          <p>
            <span className="quiet">{asksForAid ? '申请资助的须填写' : '未填，申请资助的学生填写'}</span>
            <Button tone="quiet" onPress={() => setWanted(true)}>
              填写家庭经济情况
            </Button>
          </p>
        </section>
      );
    }
    return <ItemsForm key={key} title={title} fields={fields} tables={form.tables} changes={changes} acts={acts} />;
  });
}

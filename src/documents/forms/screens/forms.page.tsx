/** 表册: the forms of a school by the annexes of its place: chosen, seen in the page, saved, or a grade at once. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { SchoolPicker } from '../../../authorities/pages/institutions/school-picker-parts.tsx';
import { useSession } from '../../../authorities/sessions/session-parts.tsx';
import { useAddressState } from '../../../web/address-state.ts';
import { api } from '../../../web/api-client.ts';
import { Page, PageHead } from '../../../web/frame/page.tsx';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { EmptyState, ErrorState } from '../../../web/parts/feedback/states.tsx';
import { PickList } from '../../../web/parts/lists/pick-list.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Columns } from '../../../web/parts/surface/layout.tsx';
import type { FormsView } from '../forms.api.ts';
import { FormPane } from './form-pane.tsx';
import './forms.css';

const OF_WORDS = {
  ...{ STUDENT: '学生一人一份', ROSTER: '按班级或年级', SCHOOL: '学校一份' },
  ...{ CASE: '随办件', BATCH: '随证书', RULE: '规则' },
} as const;

/** The page at /forms. A school has its own forms, an authority those of a school it picks. */
export function Component(): ReactNode {
  const { institution } = useSession();
  const [address, change] = useAddressState({ school: '', form: '' });
  const isSchool = institution.level === 'SCHOOL';
  const schoolId = isSchool ? institution.id : address.school;
  const query = useQuery({
    queryKey: ['forms', schoolId],
    queryFn: ({ signal }) => api.get<FormsView>(`/schools/${schoolId}/forms`, { signal }),
    enabled: schoolId !== '',
  });
  const view = schoolId === '' ? undefined : query.data;
  const line = view?.forms.find(({ form }) => form === address.form) ?? view?.forms[0];
  return (
    <Page>
      <PageHead
        title="表册"
        side={
          !isSchool && (
            <div className="forms-school">
              <SchoolPicker
                value={schoolId}
                name={view?.school.name}
                onChange={(school) => change({ school, form: address.form })}
              />
            </div>
          )
        }
      />
      {schoolId === '' && <EmptyState words="还没有选学校" why="在右上方输入校名，看它的表册" />}
      {schoolId !== '' && query.error && !view && (
        <ErrorState problem={query.error} onRetry={() => void query.refetch()} />
      )}
      {schoolId !== '' && !query.error && !view && <Skeleton rows={12} />}
      {view && line && (
        <Columns template="300px minmax(0, 1fr)" stackUnder={960}>
          <Card title="表册目录" note={`${view.forms.length}种`} flush>
            <PickList
              label="表册目录"
              current={line.form}
              onPick={(form) => change({ form })}
              items={view.forms.map(({ form, title, annex, of }) => ({
                ...{ key: form, title },
                note: [annex, OF_WORDS[of]].filter(Boolean).join('，'),
              }))}
            />
          </Card>
          <FormPane key={`${schoolId} ${line.form}`} view={view} line={line} />
        </Columns>
      )}
    </Page>
  );
}

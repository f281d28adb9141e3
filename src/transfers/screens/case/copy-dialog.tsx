/** 留存副本: the record as it was on the day on which the student left; to read only. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSession } from '../../../authorities/sessions/session-parts.tsx';
import { civilDate } from '../../../kernel/civil-date.ts';
import type { StudentView } from '../../../students/api/students.api.ts';
import { api } from '../../../web/api-client.ts';
import { dayWords } from '../../../web/format.ts';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { FieldGrid } from '../../../web/parts/fields/field-grid.tsx';
import { Dialog } from '../../../web/parts/floating/dialog.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';

interface KeptCopy {
  keptOn: string;
  view: StudentView;
}

// What scrolls is reached, and so scrolled, by keyboard.
const REACHABLE = { tabIndex: 0, role: 'group', 'aria-label': '学籍副本内容' };

/** Opened by hand only: each look is on the trail. */
export function CopyDialog({ caseId, onClose }: { caseId: string; onClose: () => void }): ReactNode {
  const today = civilDate(useSession().today);
  const { data, error } = useQuery({
    queryKey: ['transfer-copy', caseId],
    queryFn: ({ signal }) => api.get<KeptCopy>(`/transfers/${caseId}/copy`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return (
    <Dialog open onClose={onClose} title="留存的学籍副本" foot={<Button onPress={onClose}>关闭</Button>}>
      <ProblemLine problem={error} />
      {!data && !error && <Skeleton rows={8} />}
      {data && (
        <div {...REACHABLE}>
          <p className="dialog-facts">
            {data.view.name}，{data.view.schoolName}
            {data.view.gradeWords}，留存于{dayWords(civilDate(data.keptOn), today)}，只供查看
          </p>
          {data.view.groups.map(({ key, title, items }) => (
            <FieldGrid
              key={key}
              heading={title}
              rows={items.map((item) => ({ key: item.path, label: item.label, value: item.value }))}
            />
          ))}
        </div>
      )}
    </Dialog>
  );
}

/** 导入终了: an import that was stopped, taken back or could not be read, and what to do now. */
import type { ReactNode } from 'react';
import { EmptyState } from '../../../web/parts/feedback/states.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import type { ImportView } from '../../review/review.api.ts';

const WHY: Partial<Record<ImportView['state'], string>> = {
  CANCELLED: '校验中途停止，未留下任何新生信息',
  UNDONE: '已整批撤销，未建立学籍，证件号可重新登记',
  FAILED: '请按原因改好工作簿后再传',
};

/** Says how it ended and offers to begin anew. */
export function EndedImport({ one }: { one: ImportView }): ReactNode {
  return (
    <Card label={one.stateWords}>
      <EmptyState
        words={one.state === 'FAILED' ? `“${one.fileName}”未能读取：${one.failure ?? '内容无法识别'}` : one.stateWords}
        why={WHY[one.state]}
        act={
          <Button tone="primary" to="/admissions/imports/new">
            重新上传
          </Button>
        }
      />
    </Card>
  );
}

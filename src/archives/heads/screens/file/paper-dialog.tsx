/** 看归档材料: a scan of the file in place. */
import { lazy, type ReactNode, Suspense } from 'react';
import { Skeleton } from '../../../../web/parts/feedback/skeleton.tsx';
import { Dialog } from '../../../../web/parts/floating/dialog.tsx';
import { useFilePaper } from './file-queries.tsx';

const ShownPaper = lazy(async () => ({
  default: (await import('../../../../evidence/screen/paper-parts.tsx')).ShownPaper,
}));

interface PaperDialogProps {
  studentId: string;
  paperId: string;
  what: string;
  onClose: () => void;
}

/** Opening it is told in the trail. */
export function PaperDialog({ studentId, paperId, what, onClose }: PaperDialogProps): ReactNode {
  const paper = useFilePaper(studentId, paperId);
  return (
    <Dialog open onClose={onClose} title={what} width="wide">
      <div className="file-paper">
        <Suspense fallback={<Skeleton rows={8} />}>
          <ShownPaper {...paper} what={what} />
        </Suspense>
      </div>
      <p className="quiet">归档材料永久保存，不能撤出；有误的另附更正说明</p>
    </Dialog>
  );
}

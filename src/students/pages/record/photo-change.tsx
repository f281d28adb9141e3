/** 更换照片: the button in the head. */
import { ImageUp } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { StudentView } from '../../api/students.api.ts';
import { PhotoDialog } from '../photo-parts.tsx';
import type { StudentActs } from '../student-queries.tsx';

/** For the registrar. */
export function PhotoChange({
  student: { name, photoId },
  onSend,
}: {
  student: StudentView;
  onSend: StudentActs['setPhoto'];
}): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={ImageUp} opens="dialog" onPress={() => setOpen(true)}>
        {photoId === null ? '传照片' : '换照片'}
      </Button>
      <PhotoDialog open={open} onClose={() => setOpen(false)} title={`${name}的照片`} onSend={onSend} />
    </>
  );
}

/** 疑似比对: the child of the workbook beside the student who is already registered. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { StudentView } from '../../../students/api/students.api.ts';
import { api } from '../../../web/api-client.ts';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { CompareTwo } from '../../../web/parts/fields/compare-two.tsx';
import { Dialog } from '../../../web/parts/floating/dialog.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { EntrantRow, FoundView } from '../answers.screen.ts';

export interface SuspicionDialogProps {
  row: EntrantRow;
  found: FoundView;
  busy: boolean;
  onClose: () => void;
  onConfirm: () => void;
}

/** Two columns; a record of another school is not opened to this one, and that is said. */
export function SuspicionDialog({ row, found, busy, onClose, onConfirm }: SuspicionDialogProps): ReactNode {
  const { data, error, isPending } = useQuery({
    queryKey: ['students', 'one', found.studentId],
    queryFn: ({ signal }) => api.get<StudentView>(`/students/${found.studentId}`, { signal }),
    gcTime: 0,
  });
  const guardian = data?.guardians[0];
  return (
    <Dialog
      open
      onClose={onClose}
      width="wide"
      title={`疑似已有学籍：${row.name}`}
      foot={
        <>
          <span className="dialog-note">确认人和时间将留痕；确为同一人的，暂不导入此行，改办转学</span>
          <Button onPress={onClose}>返回</Button>
          <Button tone="primary" busy={busy} onPress={onConfirm}>
            确非同一人
          </Button>
        </>
      }
    >
      <p className="dialog-facts">{found.sentence}</p>
      {isPending && <Skeleton rows={6} />}
      {error && <ProblemLine problem={`对方学籍不在您的管理范围，请与其学校核实。${found.remedy}`} />}
      {data && (
        <CompareTwo
          label="新生与已有学籍"
          sides={[
            { key: 'entrant', title: `报名表第${row.rowNo ?? ''}行` },
            { key: 'student', title: data.schoolName ?? '已有学籍' },
          ]}
          rows={[
            { key: 'name', label: '姓名', values: [row.name, data.name] },
            { key: 'gender', label: '性别', values: [row.gender, data.genderWords] },
            { key: 'born', label: '出生日期', values: [row.bornOn, data.bornOn] },
            { key: 'identity', label: '身份证件号', values: [row.identityMasked, data.identityMasked] },
            { key: 'class', label: '班级', values: [row.classText, data.classGroupName ?? undefined] },
            {
              key: 'guardian',
              label: '监护人',
              values: [row.guardian, guardian && `${guardian.relationWords} ${guardian.name}`],
            },
            { key: 'phone', label: '联系电话', values: [row.phoneMasked, guardian?.phoneMasked] },
          ]}
        />
      )}
    </Dialog>
  );
}

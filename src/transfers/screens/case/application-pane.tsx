/** 申请表: who goes from where to where, on what ground, and both schools side by side. */
import { type ReactNode, useState } from 'react';
import { useMayCall, useSession } from '../../../authorities/sessions/session-parts.tsx';
import type { CasePaneProps } from '../../../cases/pages/case/case-content-parts.tsx';
import { FileLine } from '../../../hand-over/screens/file-line-parts.tsx';
import { civilDate } from '../../../kernel/civil-date.ts';
import { dayWords } from '../../../web/format.ts';
import { CompareTwo } from '../../../web/parts/fields/compare-two.tsx';
import { FieldGrid } from '../../../web/parts/fields/field-grid.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import type { TransferData } from '../../transfer.ts';
import type { TransferChoices } from '../../transfers.api.ts';
import { PaperList } from '../opening/paper-list.tsx';
import { useChoices } from '../transfer-queries.tsx';
import { CopyDialog } from './copy-dialog.tsx';
import { MendDialog } from './mend-dialog.tsx';

const STAGE_WORDS = { PRIMARY: '小学', JUNIOR: '初中', SENIOR: '普通高中' } as const;

/** The card; the receiving school mends the form here while it has the case. */
export function ApplicationPane({ view, renew, fill }: CasePaneProps): ReactNode {
  const data = view.data as unknown as TransferData;
  const today = civilDate(useSession().today);
  const mayMend = useMayCall()('PUT /api/transfers/:id/form');
  const choices = useChoices();
  const [mending, setMending] = useState(false);
  const [reading, setReading] = useState(false);
  const { child, form, sending, receiving, stage, term } = data;
  const words = (list: keyof TransferChoices, value: string | undefined) =>
    choices.data?.[list].find((one) => one.value === value)?.words;
  // The school that has let the child go keeps the record as it was on that day.
  const hasCopy =
    view.tone === 'DONE' &&
    !data.form.registrationStays &&
    view.track.some(({ party, isReader }) => isReader && party.startsWith('sending'));
  const mendable = mayMend && view.actions.some(({ action, step }) => action === 'SUBMIT' && step === 'PROPOSE');
  return (
    <Card
      title="申请表"
      note={`${dayWords(civilDate(view.lawDay), today)}发起`}
      side={
        mendable ? (
          <Button onPress={() => setMending(true)}>修改申请</Button>
        ) : (
          hasCopy && <Button onPress={() => setReading(true)}>看留存副本</Button>
        )
      }
      fill={fill}
    >
      {view.tone === 'DONE' && <FileLine caseId={view.id} />}
      <FieldGrid
        heading="学生"
        rows={[
          { key: 'name', label: '姓名', value: child.name },
          { key: 'number', label: '学籍号', value: <span className="no-autospace">{child.numberMasked}</span> },
          { key: 'identity', label: '证件号', value: <span className="no-autospace">{child.identityMasked}</span> },
          { key: 'stage', label: '学段', value: STAGE_WORDS[stage] },
        ]}
      />
      <FieldGrid
        heading="转学"
        rows={[
          { key: 'ground', label: '事由', value: words('grounds', form.ground) },
          { key: 'moved', label: '迁移范围', value: words('moves', form.moved) },
          { key: 'term', label: '转入学期', value: form.forTerm === 'RUNNING' ? '本学期' : '下学期' },
          {
            key: 'opened',
            label: '学期起止',
            value: `${dayWords(term.startsOn, today)}至${dayWords(term.endsOn, today)}`,
            ...(term.usual ? { note: '当地未设校历，按常例' } : {}),
          },
          ...(form.registrationStays === undefined
            ? []
            : [{ key: 'goes', label: '学籍去留', value: form.registrationStays ? '留在原学校' : '转入新学校' }]),
          { key: 'guardian', label: '监护人', value: form.guardianApplies ? '已提出书面申请' : '尚未提出书面申请' },
          { key: 'sanction', label: '处分', value: form.underSanction ? '有未撤销的处分' : '没有未撤销的处分' },
        ]}
      />
      <h3 className="fields-heading">两校对照</h3>
      <CompareTwo
        label="两校对照"
        sides={[
          { key: 'sending', title: '转出' },
          { key: 'receiving', title: '转入' },
        ]}
        rows={[
          { key: 'school', label: '学校', values: [sending.schoolName, receiving.schoolName], differs: false },
          { key: 'authority', label: '主管', values: [sending.authorityName, receiving.authorityName], differs: false },
          { key: 'grade', label: '年级', values: [gradeWords(data.grade), gradeWords(form.targetGrade)] },
          {
            key: 'class',
            label: '班级',
            values: ['随学籍记录', receiving.classGroupName ?? '办结后编班'],
            differs: false,
          },
        ]}
      />
      <div>
        <h3 className="fields-heading">发起时已备材料</h3>
        <PaperList papers={data.papers} shown={form.papers} />
      </div>
      {reading && <CopyDialog caseId={view.id} onClose={() => setReading(false)} />}
      {mending && (
        <MendDialog
          view={view}
          choices={choices.data}
          onClose={() => setMending(false)}
          onMended={async () => {
            await renew();
            setMending(false);
          }}
        />
      )}
    </Card>
  );
}

const GRADES = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];
const gradeWords = (grade: number): string => (grade > 9 ? `高${GRADES[grade - 10]}` : `${GRADES[grade - 1]}年级`);

/** 家长签字的信息表: line by line what was signed, the drawing, whether it still holds; checked by class teacher and leader. */
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import { useSession } from '../../../authorities/sessions/session-parts.tsx';
import { civilDate } from '../../../kernel/civil-date.ts';
import { dayWords, momentWords } from '../../../web/format.ts';
import { Page, PageHead } from '../../../web/frame/page.tsx';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { ErrorState, ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { FieldGrid } from '../../../web/parts/fields/field-grid.tsx';
import { StatusChip } from '../../../web/parts/state/status-chip.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Columns, Stack } from '../../../web/parts/surface/layout.tsx';
import type { SignedForm } from '../../form/form.api.ts';
import { checkSigned, useRenewLinks, useSigned } from './link-queries.tsx';
import './office.css';

const TRAIL = [{ to: '/family-links', words: '家长链接' }];

/** /family-links/:studentId/:signatureId */
export function Component(): ReactNode {
  const { studentId = '', signatureId = '' } = useParams();
  const { data, error, isPending, refetch } = useSigned(studentId, signatureId);
  return (
    <Page>
      <PageHead
        trail={TRAIL}
        title="家长签字的学生基本信息表"
        facts={data && `${data.childName}${data.registered ? '' : '（新生）'} ${data.stepWords}`}
      />
      {error && <ErrorState problem={error} onRetry={() => void refetch()} />}
      {isPending && <Skeleton rows={12} />}
      {data && <Signed form={data} studentId={studentId} signatureId={signatureId} />}
    </Page>
  );
}

interface SignedProps {
  form: SignedForm;
  studentId: string;
  signatureId: string;
}

function Signed({ form, studentId, signatureId }: SignedProps): ReactNode {
  const { today } = useSession();
  const day = civilDate(today);
  const renew = useRenewLinks();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const check = async () => {
    setBusy(true);
    try {
      await checkSigned(studentId, signatureId);
      renew();
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  const half = (one: SignedForm['teacher']) => one && `${one.name}，${dayWords(civilDate(one.on), day)}`;
  return (
    <Columns template="minmax(0, 1fr) minmax(0, 440px)">
      <Stack>
        {form.groups.map(({ key, title, lines }) => (
          <Card key={key} title={title}>
            <FieldGrid
              columns={2}
              labelWidth={112}
              rows={lines
                .filter(({ value, path }) => value !== '' || form.differs.includes(path))
                .map(({ path, label, value }) => ({
                  key: path,
                  label,
                  value: value === '' ? '未填' : value,
                  ...(form.differs.includes(path) ? { note: form.registered ? '现已改动' : '与登记不同' } : {}),
                }))}
            />
          </Card>
        ))}
      </Stack>
      <Stack>
        <Card
          title="签字"
          side={
            <StatusChip kind={form.same ? 'DONE' : 'JUDGEMENT'}>
              {form.same ? '与现在所存一致' : form.registered ? '签字后信息有变' : '与登记不一致'}
            </StatusChip>
          }
        >
          <div className="family-signed">
            <img
              className="family-drawing"
              src={`/api/students/${studentId}/family-signatures/${signatureId}/drawing`}
              alt={`${form.guardianName}的手写签字`}
            />
            <FieldGrid
              labelWidth={88}
              rows={[
                { key: 'who', label: '签字人', value: form.guardianName },
                {
                  key: 'at',
                  label: '签字时间',
                  value: momentWords(form.signedAt, new Date(`${today}T12:00:00+08:00`)),
                },
                { key: 'teacher', label: '班主任审核', value: half(form.teacher) ?? '尚未审核' },
                { key: 'leader', label: '主管领导审核', value: half(form.leader) ?? '尚未审核' },
              ]}
            />
            <ProblemLine problem={problem} />
            {form.mayCheck && (
              <Button tone="primary" large busy={busy} onPress={() => void check()}>
                审核无误
              </Button>
            )}
            {!form.registered && !form.same && (
              <p className="small quiet">所签含家长填报、学籍管理员尚未采用的内容，或签字后登记有改动。</p>
            )}
            {form.mayCheck && (
              <p className="small quiet">信息有误的，请与家长核实后由学籍管理员更正，家长再重新签字。</p>
            )}
          </div>
        </Card>
      </Stack>
    </Columns>
  );
}

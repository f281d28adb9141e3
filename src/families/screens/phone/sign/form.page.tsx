/** 核对与签字: every line of the form; 有误 where it is wrong, and then a new value; nothing wrong, and one signs. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { civilDate } from '../../../../kernel/civil-date.ts';
import { api } from '../../../../web/api-client.ts';
import { dayWords } from '../../../../web/format.ts';
import { Skeleton } from '../../../../web/parts/feedback/skeleton.tsx';
import { ErrorState } from '../../../../web/parts/feedback/states.tsx';
import { StateIcon } from '../../../../web/parts/state/state-icon.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import type { BaseForm } from '../../../form/form.api.ts';
import type { CorrectionField } from '../../../requests/requests.api.ts';
import { FamilyPage, useFamily } from '../family-frame.tsx';
import { FormLineRow } from './form-line.tsx';
import { Lacking } from './lacking.tsx';
import { OwnPhoto } from './own-photo.tsx';
import { SendCorrections } from './send-corrections.tsx';

const SignField = lazy(async () => ({ default: (await import('./sign-field.tsx')).SignField }));

/** New values by path; an item that is marked wrong and not filled in yet has its old one. */
export type Wanted = Readonly<Record<string, string>>;

/** /family/form */
export function Component(): ReactNode {
  const form = useQuery({
    queryKey: ['family', 'form'],
    queryFn: ({ signal }) => api.get<BaseForm>('/family/form', { signal }),
    refetchOnWindowFocus: false,
  });
  const fields = useQuery({
    queryKey: ['family', 'fields'],
    queryFn: ({ signal }) => api.get<{ items: CorrectionField[] }>('/family/fields', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <FamilyPage title={form.data?.registered === false ? '填写基本信息表' : '核对与更正'}>
      {form.error && <ErrorState problem={form.error} onRetry={() => void form.refetch()} />}
      {form.isPending && <Skeleton rows={12} />}
      {form.data && fields.data && <Check form={form.data} fields={fields.data.items} />}
    </FamilyPage>
  );
}

function Check({ form, fields }: { form: BaseForm; fields: readonly CorrectionField[] }): ReactNode {
  const client = useQueryClient();
  // What a draft lacks stands open at once: it is there to be filled in.
  const [wanted, setWanted] = useState<Wanted>(() => lackingItems(form, fields));
  const byPath = new Map(fields.map((field) => [field.path, field]));
  const lines = form.groups.flatMap((group) => group.lines);
  const marked = Object.keys(wanted).length;
  const mark = (path: string, value: string | undefined) => {
    const { [path]: _, ...rest } = wanted;
    setWanted(value === undefined ? rest : { ...rest, [path]: value });
  };
  const renew = () => void client.invalidateQueries({ queryKey: ['family'] });
  return (
    <>
      <Steps form={form} />
      {form.findings.length > 0 && <Lacking findings={form.findings} />}
      {(form.mayTakePhoto || (!form.registered && form.hasPhoto)) && <OwnPhoto form={form} onTaken={renew} />}
      {form.groups.map((group) => (
        <Card key={group.key} title={group.title}>
          <dl className="family-lines">
            {group.lines
              .filter(({ value, path }) => value !== '' || byPath.has(path))
              .map((line) => (
                <FormLineRow
                  key={line.path}
                  line={line}
                  field={byPath.get(line.path)}
                  wanted={wanted[line.path]}
                  filling={!form.registered}
                  proposed={form.proposed.includes(line.path)}
                  onMark={(value) => mark(line.path, value)}
                />
              ))}
          </dl>
        </Card>
      ))}
      {marked > 0 ? (
        <SendCorrections
          wanted={wanted}
          lines={lines}
          filling={!form.registered}
          onSent={() => {
            setWanted({});
            renew();
          }}
        />
      ) : (
        form.toSign && (
          <Card title="签字确认">
            <Suspense fallback={<Skeleton rows={4} />}>
              <SignField form={form} step={form.toSign} onSigned={renew} />
            </Suspense>
          </Card>
        )
      )}
    </>
  );
}

function lackingItems({ findings, groups, registered }: BaseForm, fields: readonly CorrectionField[]): Wanted {
  if (registered) return {};
  const empty = new Set(groups.flatMap(({ lines }) => lines.flatMap(({ path, value }) => (value === '' ? path : []))));
  const open = new Set(fields.map(({ path }) => path));
  const lacking = findings.filter(({ path }) => empty.has(path) && open.has(path));
  return Object.fromEntries(lacking.map(({ path }) => [path, '']));
}

const ICONS = { DONE: 'DONE', NOW: 'IN_PROCESS', LATER: 'DRAFT' } as const;
const RESTING = {
  held: '现在不用您签字，信息有误的仍可提出更正',
  draft: '现在不用您签字，还有要补、要改的仍可填写交学校',
} as const;
const WHO = { GUARDIAN: '家长', CLASS_TEACHER: '班主任', SCHOOL: '学校' } as const;

function Steps({ form }: { form: BaseForm }): ReactNode {
  const { day } = useFamily();
  const chip = form.steps.find((step) => step.chip !== null)?.chip;
  return (
    <Card title="签到哪一步" {...(chip ? { note: <span className="no-autospace">{chip}</span> } : {})}>
      <div className="family-stack">
        <ol className="family-steps">
          {form.steps.map(({ by, words, state, on }) => (
            <li key={`${by} ${words}`} aria-current={state === 'NOW' ? 'step' : undefined}>
              <StateIcon kind={ICONS[state]} size={20} />
              <span>
                {WHO[by]}
                {words}
                {on !== null && <span className="quiet">，{dayWords(civilDate(on), day)}</span>}
              </span>
            </li>
          ))}
        </ol>
        {form.changed && <p className="small">签字以后信息有变，请重新核对签字</p>}
        {form.proposed.length > 0 && <p className="small">您填的内容已交学校，学校采用后写入登记</p>}
        {!form.toSign && !form.changed && <p className="small quiet">{RESTING[form.registered ? 'held' : 'draft']}</p>}
      </div>
    </Card>
  );
}

/** 填写申请: the few things only the family can say; the school adds the rest. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { addDays, type CivilDate, civilDate, isCivilDate } from '../../../../kernel/civil-date.ts';
import { api, newIdempotencyKey } from '../../../../web/api-client.ts';
import { dayWords } from '../../../../web/format.ts';
import { Skeleton } from '../../../../web/parts/feedback/skeleton.tsx';
import { AbsentState, ErrorState, ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { ChoiceField } from '../../../../web/parts/form/choice-field.tsx';
import { SelectField } from '../../../../web/parts/form/select-field.tsx';
import { TextField } from '../../../../web/parts/form/text-field.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import type { Content, RequestChoices } from '../../../requests/requests.api.ts';
import { DayField } from '../day-field.tsx';
import { FamilyPage, useFamily } from '../family-frame.tsx';
import { PhotoField, usePhotos } from './photo-field.tsx';
import { SchoolPick } from './school-pick.tsx';

type Kind = Exclude<Content['kind'], 'CORRECTION'>;
const TITLES: Record<Kind, string> = {
  TRANSFER: '申请转学',
  LEAVE: '申请休学',
  LEAVE_EXTENSION: '申请延长休学',
  RETURN: '申请复学',
  COMPLAINT: '异议和投诉',
};
const HINTS: Record<Kind, string> = {
  TRANSFER: '如搬家、工作调动的证明，户口簿，房产证或租房合同',
  LEAVE: '因病的，附医院诊断证明',
  LEAVE_EXTENSION: '因病的，附医院诊断证明',
  RETURN: '因病休学的，附痊愈证明',
  COMPLAINT: '能说明情况的材料，可不附',
};
const isKind = (text: string): text is Kind => text in TITLES;

/** /family/ask/:kind */
export function Component(): ReactNode {
  const { kind = '' } = useParams();
  const choices = useQuery({
    queryKey: ['family', 'choices'],
    queryFn: ({ signal }) => api.get<RequestChoices>('/family/choices', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <FamilyPage title={isKind(kind) ? TITLES[kind] : '办事申请'}>
      {!isKind(kind) && <AbsentState what="此事项" />}
      {isKind(kind) && choices.error && <ErrorState problem={choices.error} onRetry={() => void choices.refetch()} />}
      {isKind(kind) && choices.isPending && <Skeleton rows={6} />}
      {isKind(kind) && choices.data && <Apply key={kind} kind={kind} choices={choices.data} />}
    </FamilyPage>
  );
}

type Filled = Record<string, string>;

function Apply({ kind, choices }: { kind: Kind; choices: RequestChoices }): ReactNode {
  const navigate = useNavigate();
  const client = useQueryClient();
  const { day, schoolName } = useFamily();
  const { papers } = usePhotos();
  const [filled, setFilled] = useState<Filled>(() => startOf(kind, day));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const key = useMemo(newIdempotencyKey, []);
  const missing = missingIn(kind, filled);
  const set = (name: string) => (value: string) => setFilled({ ...filled, [name]: value });
  const at = (name: string) => ({
    layout: 'above' as const,
    value: filled[name] ?? '',
    onChange: set(name),
    problem: tried ? missing[name] : undefined,
  });
  const send = async () => {
    setTried(true);
    if (Object.keys(missing).length > 0) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const body = { content: contentOf(kind, filled), paperIds: papers.map(({ id }) => id) };
      await api.post('/family/requests', body, { idempotencyKey: key });
      await client.invalidateQueries({ queryKey: ['family'] });
      void navigate('/family/progress');
    } catch (thrown) {
      setProblem(thrown);
      setBusy(false);
    }
  };
  return (
    <>
      <Card label={TITLES[kind]}>
        <div className="family-form">
          {kind === 'TRANSFER' && (
            <>
              <SchoolPick
                {...at('toSchoolId')}
                name={filled['toSchoolName'] ?? ''}
                onPick={(id, name) => setFilled({ ...filled, toSchoolId: id, toSchoolName: name })}
              />
              <SelectField label="转学事由" required options={choices.grounds} {...at('ground')} />
              <SelectField label="从哪里到哪里" options={choices.moves} empty="说不准" {...at('moved')} />
            </>
          )}
          {kind === 'LEAVE' && (
            <>
              <SelectField label="休学原因" required options={choices.reasons} {...at('reason')} />
              <DayField label="从哪天起" required {...at('beginsOn')} />
              <DayField label="到哪天止" required hint="一般不超过一年" {...at('endsOn')} />
            </>
          )}
          {kind === 'LEAVE_EXTENSION' && <DayField label="延长到哪天" required {...at('until')} />}
          {kind === 'RETURN' && (
            <>
              <DayField label="哪天回校" required {...at('returnsOn')} />
              <SelectField label="希望就读" required options={choices.grades} {...at('gradeWanted')} />
            </>
          )}
          {kind !== 'TRANSFER' && kind !== 'COMPLAINT' && (
            <SelectField label="医院证明" options={choices.hospitals} empty="不是因病" {...at('hospital')} />
          )}
          {kind === 'COMPLAINT' && (
            <ChoiceField
              label="向谁提出"
              options={[
                { value: 'SCHOOL', words: '学校' },
                { value: 'AUTHORITY', words: '学籍主管部门' },
              ]}
              {...at('to')}
              hint={filled['to'] === 'SCHOOL' ? schoolName : `${choices.authorityName}，学校看不到`}
            />
          )}
          <TextField
            label={kind === 'COMPLAINT' ? '情况和要求' : '说明'}
            required
            lines={4}
            maxLength={500}
            {...at('said')}
          />
        </div>
      </Card>
      <Card title="材料照片">
        <PhotoField hint={HINTS[kind]} />
      </Card>
      <Card label="提交">
        <div className="family-form">
          <ProblemLine problem={problem} />
          <Button tone="primary" large busy={busy} onPress={() => void send()}>
            提交
          </Button>
          <p className="small quiet">
            {kind === 'TRANSFER'
              ? '提交后转告意向学校，由它按规定办理转入，或说明依法不能接收的理由。办结前孩子仍在原校就读。'
              : `应在${choices.answerWithin}个工作日内答复。这是系统约定的期限，立案后按规定的时限办理。`}
          </p>
        </div>
      </Card>
    </>
  );
}

const startOf = (kind: Kind, day: CivilDate): Filled => ({
  ...(kind === 'LEAVE' ? { beginsOn: day, endsOn: addDays(day, 364) } : {}),
  ...(kind === 'COMPLAINT' ? { to: 'SCHOOL' } : {}),
});

const WANTED: Record<Kind, Record<string, string>> = {
  TRANSFER: { toSchoolId: '请选意向学校', ground: '请选转学事由' },
  LEAVE: { reason: '请选休学原因', beginsOn: '请填起始日', endsOn: '请填期满日' },
  LEAVE_EXTENSION: { until: '请填延长到哪天' },
  RETURN: { returnsOn: '请填回校日期', gradeWanted: '请选年级' },
  COMPLAINT: {},
};
const DAYS = new Set(['beginsOn', 'endsOn', 'until', 'returnsOn']);

function missingIn(kind: Kind, filled: Filled): Filled {
  const wanted = Object.entries(WANTED[kind]).filter(([name]) => {
    const value = filled[name] ?? '';
    return value === '' || (DAYS.has(name) && !isCivilDate(value));
  });
  const [from, to] = [filled['beginsOn'] ?? '', filled['endsOn'] ?? ''];
  const turned = kind === 'LEAVE' && isCivilDate(from) && isCivilDate(to) && to <= from;
  return {
    ...Object.fromEntries(wanted),
    ...(turned ? { endsOn: `须在${dayWords(civilDate(from), civilDate(from))}之后` } : {}),
    ...((filled['said'] ?? '').trim().length < 2 ? { said: '请写明情况，不少于2个字' } : {}),
  };
}

/** As the server takes it; what was left empty is left out. */
function contentOf(kind: Kind, filled: Filled): Content {
  const { gradeWanted, toSchoolName: _, ...texts } = filled;
  const given = Object.fromEntries(Object.entries(texts).filter(([, value]) => value.trim() !== ''));
  const grade = kind === 'RETURN' ? { gradeWanted: Number(gradeWanted) } : {};
  return { kind, ...given, ...grade } as Content;
}

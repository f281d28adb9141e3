/** 报到台: the one who stands at the counter: who it is, what is to be done, and what was done. */
import { Camera } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { useMayCall, useSession } from '../../../../authorities/sessions/session-parts.tsx';
import { civilDate } from '../../../../kernel/civil-date.ts';
import { PhotoDialog } from '../../../../students/pages/photo-parts.tsx';
import { dayWords } from '../../../../web/format.ts';
import { Skeleton } from '../../../../web/parts/feedback/skeleton.tsx';
import { ErrorState } from '../../../../web/parts/feedback/states.tsx';
import { FieldGrid, type FieldRow } from '../../../../web/parts/fields/field-grid.tsx';
import { StatusChip } from '../../../../web/parts/state/status-chip.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import type { RollEntryView, RollItem } from '../../roll/roll.api.ts';
import { useRollActs, useRollEntry } from '../roll-queries.tsx';
import { isAwaited, STATE_KINDS } from '../roll-words.screen.ts';
import { CheckInForm } from './check-in-form.tsx';
import { MoreActs } from './more-acts.tsx';
import { NoShowSteps } from './no-show-steps.tsx';

interface EntryCardProps {
  item: RollItem;
  /** The reader may enter who is admitted to this stage, and mend it. */
  mayMend: boolean;
  /** Once somebody has come the counter is free for the next. */
  onNext: () => void;
}

/** What the reader may do follows from the state; who only looks on sees the course. */
export function EntryCard({ item, mayMend, onNext }: EntryCardProps): ReactNode {
  const query = useRollEntry(item.id);
  const acts = useRollActs();
  const own = useMayCall()('POST /api/admission-roll/:id/acts');
  const [picturing, setPicturing] = useState(false);
  const entry = query.data;
  const takesPhoto = own && !item.endedOn && item.state !== 'REGISTERED' && item.state !== 'IN_HAND';
  return (
    <Card
      title={item.name}
      side={<StatusChip kind={STATE_KINDS[item.state]}>{item.stateWords}</StatusChip>}
      fill
      foot={
        <>
          {takesPhoto && (
            <Button icon={Camera} onPress={() => setPicturing(true)}>
              {item.hasPhoto ? '换照片' : '采集照片'}
            </Button>
          )}
          <MoreActs item={item} mayMend={mayMend} />
        </>
      }
    >
      {query.error && !entry && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton rows={8} />}
      {entry && (
        <div className="entry-card">
          <FieldGrid rows={rowsOf(entry)} labelWidth={84} />
          {own && isAwaited(item) && <CheckInForm item={item} onNext={onNext} />}
          {entry.noShow && <NoShowSteps item={item} noShow={entry.noShow} own={own} />}
          <Course entry={entry} />
        </div>
      )}
      <PhotoDialog
        open={picturing}
        onClose={() => setPicturing(false)}
        title={`${item.name}的照片`}
        onSend={(photo) => acts.setPhoto(item.id, photo)}
      />
    </Card>
  );
}

function rowsOf({ item, identityNumber, phone }: RollEntryView): FieldRow[] {
  return [
    { key: 'number', label: '身份证件号', value: identityNumber ?? '未填' },
    { key: 'way', label: '录取方式', value: `${item.stageWords} ${item.wayWords}` },
    { key: 'notice', label: '通知书编号', value: item.noticeNumber ?? '无' },
    { key: 'former', label: '原就读学校', value: item.formerSchool ?? '无' },
    { key: 'household', label: '户籍所在地', value: item.household ?? '未填' },
    { key: 'phone', label: '联系电话', value: phone ?? '未填' },
    {
      key: 'record',
      label: '学籍',
      value: item.continues ? '已有学籍，升学后接续原学籍号' : '本系统没有学籍，报到后建立',
    },
    ...(item.checkedInOn ? [{ key: 'papers', label: '已验材料', value: item.papersWords.join('、') || '无' }] : []),
    ...(item.stage === 'SENIOR' && item.checkedInOn
      ? [{ key: 'fees', label: '费用', value: item.feesPaid ? '已缴清' : '未缴清' }]
      : []),
  ];
}

function Course({ entry: { acts, item } }: { entry: RollEntryView }): ReactNode {
  const today = civilDate(useSession().today);
  return (
    <section className="entry-course" aria-label="办理经过">
      <h3>办理经过</h3>
      <ol>
        {acts.map(({ id, words, on, byName, detail, findings }) => (
          <li key={id}>
            <span className="quiet">{dayWords(civilDate(on), today)}</span> <b>{words}</b> {detail}{' '}
            <span className="quiet">{byName}</span>
            {findings.map(({ sentence, chip, ruleId }) => (
              <span key={ruleId} className="quiet entry-said">
                {sentence}
                <span className="no-autospace">（{chip}）</span>
              </span>
            ))}
          </li>
        ))}
      </ol>
      {item.caseId && <Link to={`/cases/${item.caseId}`}>看办件</Link>}
      {item.entrantId && <Link to={`/admissions/entrants/${item.entrantId}`}>看登记</Link>}
    </section>
  );
}

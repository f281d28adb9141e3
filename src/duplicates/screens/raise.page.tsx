/** 报问题学籍: finds the other record, sets both side by side, and says what the school says of its own. */
import { type ReactNode, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { newIdempotencyKey } from '../../web/api-client.ts';
import { Page, PageHead } from '../../web/frame/page.tsx';
import { Skeleton } from '../../web/parts/feedback/skeleton.tsx';
import { EmptyState, ErrorState, ProblemLine } from '../../web/parts/feedback/states.tsx';
import { ChoiceField } from '../../web/parts/form/choice-field.tsx';
import { TextField } from '../../web/parts/form/text-field.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { Card } from '../../web/parts/surface/card.tsx';
import { Columns } from '../../web/parts/surface/layout.tsx';
import type { DisputePreview, OtherRef, OwnRef } from '../duplicates.api.ts';
import { raiseDispute, usePreview } from './duplicate-queries.tsx';
import { BASIS_WORDS, STATEMENT_WORDS } from './duplicate-words.screen.ts';
import { FindOther } from './find-other.tsx';
import { SideBySide } from './side-by-side.tsx';
import './duplicates.css';

const TRAIL = [{ to: '/duplicates', words: '问题学籍' }];

/** /duplicates/raise?student=…, with &pair=… from the list of likenesses; or ?entrant=… for a child held up by its number. */
export function Component(): ReactNode {
  const [search] = useSearchParams();
  const [student, entrant, pair] = ['student', 'entrant', 'pair'].map((name) => search.get(name));
  const [token, setToken] = useState<string>();
  if (!student && !entrant) {
    return (
      <Page>
        <PageHead trail={TRAIL} title="报问题学籍" />
        <Card label="报问题学籍">
          <EmptyState words="先选定本校的学生" why="在学生的学籍页选“报问题学籍”，或从疑似重复清单进入" />
        </Card>
      </Page>
    );
  }
  const own: OwnRef = entrant ? { kind: 'ENTRANT', id: entrant } : { kind: 'STUDENT', id: student! };
  const other: OtherRef | undefined = entrant
    ? { by: 'HOLDER' }
    : pair
      ? { by: 'PAIR', id: pair }
      : token === undefined
        ? undefined
        : { by: 'TOKEN', token };
  return (
    <Page>
      <PageHead trail={TRAIL} title="报问题学籍" />
      {other === undefined ? <FindOther onFound={setToken} /> : <Raise own={own} other={other} />}
    </Page>
  );
}

function Raise({ own, other }: { own: OwnRef; other: OtherRef }): ReactNode {
  const query = usePreview(own, other);
  if (query.error) {
    return (
      <Card label="报问题学籍">
        <ErrorState problem={query.error} onRetry={() => void query.refetch()} />
      </Card>
    );
  }
  return query.data ? <Statement own={own} other={other} preview={query.data} /> : <Skeleton rows={12} />;
}

function Statement({ own, other, preview }: { own: OwnRef; other: OtherRef; preview: DisputePreview }): ReactNode {
  const navigate = useNavigate();
  const [statement, setStatement] = useState<DisputePreview['statements'][number]>('UPHOLD');
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const key = useRef(newIdempotencyKey());
  const { rows, score, reasons, basis, statements, rulerName, first, second } = preview;
  const send = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const { caseId } = await raiseDispute({ own, other, statement, words: words.trim() }, key.current);
      navigate(`/cases/${caseId}`);
    } catch (thrown) {
      setProblem(thrown);
      key.current = newIdempotencyKey();
      setBusy(false);
    }
  };
  const short = words.trim().length < 4;
  return (
    <Columns template="minmax(0, 1.3fr) minmax(0, 1fr)" stackUnder={960}>
      <Card title="两条记录" note={BASIS_WORDS[basis]} foot="证件号、监护人已脱敏；每次比对都记入对方学生的查看记录">
        <SideBySide
          withoutPhotos
          heads={[
            { role: '甲方', schoolName: `${first.schoolName}（本校）` },
            { role: '乙方', schoolName: second.schoolName },
          ]}
          rows={rows}
          score={score}
          reasons={reasons}
        />
      </Card>
      <Card
        title="本校陈述"
        foot={
          <div className="dispute-foot">
            <ProblemLine problem={problem} />
            <Button
              tone="primary"
              large
              busy={busy}
              locked={short ? { reason: '请写明本校依据，不少于4个字' } : undefined}
              onPress={() => void send()}
            >
              提交主管领导签署
            </Button>
          </div>
        }
      >
        <div className="dispute-form">
          <ChoiceField
            label="对本校记录"
            value={statement}
            onChange={(value) => setStatement(value as typeof statement)}
            options={statements.map((value) => ({ value, words: STATEMENT_WORDS[value].words }))}
            hint={STATEMENT_WORDS[statement].hint}
          />
          <TextField
            label="本校依据"
            required
            lines={4}
            maxLength={500}
            value={words}
            onChange={setWords}
            placeholder="学生2023年9月起在本校连续就读，户口簿、考勤可证"
          />
          <p className="quiet">
            提交后先由{second.schoolName}核实举证；两校一致的即办结，不一致或逾期未答复的，由{rulerName}
            裁定。佐证材料在办件中上传。
          </p>
        </div>
      </Card>
    </Columns>
  );
}

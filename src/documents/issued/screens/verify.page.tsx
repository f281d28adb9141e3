/** 核验文书: whoever holds a paper types or scans its code and compares what is said here with what stands there. */
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { ApiProblem, api } from '../../../web/api-client.ts';
import { PlainFrame } from '../../../web/frame/plain-frame.tsx';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { FieldGrid } from '../../../web/parts/fields/field-grid.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { Verification } from '../verify.api.ts';
import { FileCompare } from './file-compare.tsx';
import { inGroups, isWhole, OUTCOME_WORDS } from './verify.screen.ts';
import './verify.css';

/** The page at /verify and /verify/:code, for everybody; a scanned square leads to the second. */
export function Component(): ReactNode {
  const { code = '' } = useParams();
  useEffect(() => {
    document.title = '核验文书';
  }, []);
  return (
    <PlainFrame width={420}>
      <div className="verify">
        <header className="verify-head">
          <span className="verify-mark" aria-hidden="true">
            籍
          </span>
          <div>
            <h1>核验文书</h1>
            <p>核对学籍系统打印的证明、学籍卡、花名册和通知书</p>
          </div>
        </header>
        <CodeForm key={code} code={code} />
        {code !== '' && <Answer key={`answer ${code}`} code={code} />}
        <p className="verify-note">
          核验码在纸面底部，17位，分五组。核验只告知纸面上已有的内容，姓名不全部显示；每次核验都会计数，学生家庭可以看到次数。
        </p>
        <p className="verify-note">
          <Link to="/law/check">办事预查与法规</Link>
        </p>
      </div>
    </PlainFrame>
  );
}

function CodeForm({ code }: { code: string }): ReactNode {
  const navigate = useNavigate();
  const [typed, setTyped] = useState(inGroups(code));
  const [problem, setProblem] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isWhole(typed)) return setProblem('请填写纸面底部的17位核验码');
    setProblem(undefined);
    navigate(`/verify/${typed.replace(/[^0-9A-Z]/g, '')}`, { replace: code !== '' });
  };
  return (
    <form className="verify-form" onSubmit={submit} noValidate>
      <TextField
        label="核验码"
        layout="above"
        value={typed}
        onChange={(text) => setTyped(inGroups(text))}
        placeholder="0000-0000-0000-0000-0"
        maxLength={21}
        autoFocus={code === ''}
        required
        problem={problem}
      />
      <Button tone={code === '' ? 'primary' : 'plain'} large type="submit">
        {code === '' ? '核验' : '核验另一份'}
      </Button>
    </form>
  );
}

function Answer({ code }: { code: string }): ReactNode {
  const [answer, setAnswer] = useState<Verification>();
  const [problem, setProblem] = useState<unknown>();
  useEffect(() => {
    let gone = false;
    api
      .post<Verification>('/verifications', { code })
      .then((told) => gone || setAnswer(told))
      .catch((thrown: unknown) => gone || setProblem(thrown));
    return () => {
      gone = true;
    };
  }, [code]);
  if (problem)
    return <ProblemLine problem={problem instanceof ApiProblem ? problem : '核验未完成，请检查网络后重试'} />;
  if (!answer) return <Skeleton rows={5} />;
  return <Told answer={answer} />;
}

function Told({ answer: { outcome, paper, facts } }: { answer: Verification }): ReactNode {
  const { words, advice, tone } = OUTCOME_WORDS[outcome];
  const rows = [
    ...(paper
      ? [
          { key: 'kind', label: '文书', value: paper.kindWords },
          { key: 'by', label: '出具单位', value: paper.issuedBy },
          { key: 'on', label: '出具日期', value: paper.issuedOn },
          ...(paper.validUntil ? [{ key: 'until', label: '有效期至', value: paper.validUntil }] : []),
          ...(paper.revokedOn ? [{ key: 'revoked', label: '撤销日期', value: paper.revokedOn }] : []),
        ]
      : []),
    ...facts.map(({ label, value }) => ({ key: `fact ${label}`, label, value })),
  ];
  return (
    <section className={`verify-answer tint-${tone}`} aria-label="核验结果" role="status">
      <h2>{words}</h2>
      <p>{advice}</p>
      {rows.length > 0 && (
        <div className="verify-facts">
          <FieldGrid rows={rows} labelWidth={76} />
        </div>
      )}
      {paper?.digest && <FileCompare digest={paper.digest} />}
    </section>
  );
}

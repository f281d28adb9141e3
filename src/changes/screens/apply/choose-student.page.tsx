/** 选学生: whom the change is about: of this school, who has left it, or who comes to it after leaving another. */
import { type ReactNode, useEffect, useState } from 'react';
import { Link } from 'react-router';
import { Page, PageHead } from '../../../web/frame/page.tsx';
import { EmptyState, ErrorState } from '../../../web/parts/feedback/states.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Columns } from '../../../web/parts/surface/layout.tsx';
import { useSought } from '../change-queries.tsx';
import { FindLeftCard } from './find-left-card.tsx';
import '../changes.css';

const TRAIL = [{ to: '/changes', words: '学籍异动' }];
/** So long after the last key a search begins. */
const PAUSE_MS = 250;

/** /changes/apply */
export function Component(): ReactNode {
  const [typed, setTyped] = useState('');
  const [sought, setSought] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSought(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <Page>
      <PageHead trail={TRAIL} title="办理异动" />
      <Columns template="minmax(0, 1fr) minmax(0, 400px)" stackUnder={960}>
        <Card title="本校学生" note="在籍的和已离校的">
          <div className="change-form">
            <TextField
              label="学生"
              value={typed}
              onChange={setTyped}
              maxLength={60}
              autoFocus
              hint="姓名、拼音或学籍号"
            />
            <Sought words={sought} />
          </div>
        </Card>
        <FindLeftCard />
      </Columns>
    </Page>
  );
}

function Sought({ words }: { words: string }): ReactNode {
  const { data, error, refetch } = useSought(words);
  if (words === '') {
    return <EmptyState words="先找到学生" why="选好学生后，列出现在可办的事项和不能办的原因" />;
  }
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  if (data.length === 0) {
    return <EmptyState words="没有找到" why="请核对姓名或号码；刚从外校离校回来的，在外校离校学生中查" />;
  }
  return (
    <ul className="change-lines" aria-label="找到的学生">
      {data.map(({ studentId, name, note }) => (
        <li key={studentId}>
          <Link to={`/changes/students/${studentId}`}>{name}</Link>
          <span className="change-note">{note}</span>
        </li>
      ))}
    </ul>
  );
}

/** 查学生: the search box of the frame; the first answers under it, all of them on the students' page. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import type { RosterItem } from '../../../students/api/students.api.ts';
import { api } from '../../../web/api-client.ts';
import { SearchBox } from '../../../web/frame/search-box.tsx';
import './student-search.css';

const FIRST = 6;
const PAUSE_MS = 250;

/** `listAt` is the page that takes `?q=`; a student's own page lies under it. */
export function StudentSearch({ listAt }: { listAt: string }): ReactNode {
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const asked = useSettled(text.trim());
  const { data, isFetching } = useQuery({
    queryKey: ['students', 'first', asked],
    queryFn: ({ signal }) =>
      api.get<{ items: RosterItem[] }>('/students', { signal, query: { q: asked, limit: FIRST } }),
    enabled: asked !== '',
  });
  const found = asked === '' || asked !== text.trim() || isFetching ? undefined : data?.items;
  return (
    <SearchBox
      placeholder="姓名、拼音首字母、学籍号、身份证末几位"
      text={text}
      onText={setText}
      answers={found?.map((one) => ({
        key: one.studentId,
        to: `${listAt}/${one.studentId}`,
        content: <Answer student={one} />,
      }))}
      onSubmit={(words) => navigate(`${listAt}?q=${encodeURIComponent(words)}`)}
      note="回车看全部"
    />
  );
}

function Answer({ student }: { student: RosterItem }): ReactNode {
  const { name, classGroupName, gradeWords, schoolName, identityMasked } = student;
  return (
    <span className="found-student">
      <b>{name}</b>
      <span>{classGroupName ?? gradeWords}</span>
      <span className="found-school">{schoolName}</span>
      <span className="no-autospace quiet">{identityMasked}</span>
    </span>
  );
}

/** The text once nobody has typed for a moment: the server is asked for words, not for letters. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

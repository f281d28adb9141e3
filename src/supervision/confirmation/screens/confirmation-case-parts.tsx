/** 花名册确认办件: the figures by grade, what has changed since they were handed in, and whom the authority does not accept. */
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { useMayCall } from '../../../authorities/sessions/session-parts.tsx';
import { type CaseContent, type CasePaneProps, countsNothing } from '../../../cases/pages/case/case-content-parts.tsx';
import { type AskedPaper, EvidencePane } from '../../../evidence/screen/evidence-parts.tsx';
import { countWords } from '../../../web/format.ts';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { SearchSelect } from '../../../web/parts/form/search-select.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import type { ConfirmationData, GradeTally, RosterTally } from '../roster-confirmation.ts';
import { markOutside, recount, useOnRoster } from './confirmation-queries.tsx';
import './confirmation.css';

const GRADE_WORDS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '高一', '高二', '高三'];
const dataOf = ({ view }: CasePaneProps) => view.data as unknown as ConfirmationData;

function RosterPane(props: CasePaneProps): ReactNode {
  const { view, renew, fill } = props;
  const mayCall = useMayCall();
  const [problem, setProblem] = useState<unknown>();
  const { tally, confirmed } = dataOf(props);
  const returned = view.actions.some(({ action }) => action === 'SUBMIT') && view.state === 'RETURNED';
  const again = async () => {
    try {
      await recount(view.id);
      await renew();
    } catch (thrown) {
      setProblem(thrown);
    }
  };
  return (
    <Card
      title="花名册"
      note={`${(confirmed ?? tally).on}在籍`}
      fill={fill}
      side={
        returned &&
        mayCall('PUT /api/roster-confirmations/:id/roster') && (
          <Button onPress={() => void again()}>按今天重新编制</Button>
        )
      }
      foot={confirmed && confirmed.digest !== tally.digest ? '确认时的名册与上报时不同，以确认时为准' : undefined}
    >
      <ProblemLine problem={problem} />
      <Tally tally={confirmed ?? tally} />
      <OutsideRules {...props} />
    </Card>
  );
}

function Tally({ tally: { grades } }: { tally: RosterTally }): ReactNode {
  const sum = (of: (one: GradeTally) => number) => countWords(grades.reduce((total, one) => total + of(one), 0));
  return (
    <table className="roster-tally">
      <thead>
        <tr>
          <th scope="col">年级</th>
          {['班数', '在籍', '男', '女', '休学'].map((words) => (
            <th key={words} scope="col">
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {grades.map(({ grade, classGroups, students, boys, onLeave }) => (
          <tr key={grade}>
            <th scope="row">{`${GRADE_WORDS[grade]}${grade < 10 ? '年级' : ''}`}</th>
            <td>{countWords(classGroups)}</td>
            <td>{countWords(students)}</td>
            <td>{countWords(boys)}</td>
            <td>{countWords(students - boys)}</td>
            <td>{countWords(onLeave)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">合计</th>
          <td>{sum(({ classGroups }) => classGroups)}</td>
          <td>{sum(({ students }) => students)}</td>
          <td>{sum(({ boys }) => boys)}</td>
          <td>{sum(({ students, boys }) => students - boys)}</td>
          <td>{sum(({ onLeave }) => onLeave)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** 违规招收: whom the authority does not accept; a part of the same card. */
function OutsideRules(props: CasePaneProps): ReactNode {
  const { view, renew } = props;
  const mayCall = useMayCall();
  const [problem, setProblem] = useState<unknown>();
  const [typed, setTyped] = useState('');
  const { outside } = dataOf(props);
  const marks = mayCall('PUT /api/roster-confirmations/:id/outside-rules') && view.actions.length > 0;
  const found = useOnRoster(marks ? { schoolId: view.subjectId, typed } : undefined);
  const mark = async (studentIds: readonly string[]) => {
    setProblem(undefined);
    try {
      await markOutside(view.id, studentIds);
      await renew();
    } catch (thrown) {
      setProblem(thrown);
    }
  };
  const chosen = (outside ?? []).map(({ studentId, name }) => ({ value: studentId, words: name }));
  const others = (found.data ?? []).filter(({ value }) => !chosen.some((one) => one.value === value));
  return (
    <section className="outside-rules" aria-labelledby="outside-rules">
      <h3 id="outside-rules">违规招收</h3>
      <ProblemLine problem={problem} />
      {outside === undefined && <p className="quiet">主管部门还没有核对录取手续</p>}
      {marks && outside === undefined && <Button onPress={() => void mark([])}>已核对，没有</Button>}
      {outside?.length === 0 && <p>经核对，没有违规招收的学生</p>}
      <ul>
        {outside?.map(({ studentId, name }) => (
          <li key={studentId}>
            <Link to={`/students/${studentId}`}>{name}</Link>
          </li>
        ))}
      </ul>
      {marks && (
        <SearchSelect
          label="不予注册的学生"
          layout="above"
          several
          placeholder="姓名、拼音首字母"
          value={chosen.map(({ value }) => value)}
          options={[...chosen, ...others]}
          onSearch={setTyped}
          searching={found.isFetching}
          onChange={(value) => void mark(value)}
        />
      )}
    </section>
  );
}

const ASKED: readonly AskedPaper[] = [{ paper: 'ROSTER', what: '学校盖章的花名册', by: '学校' }];
const PapersPane = (props: CasePaneProps): ReactNode => <EvidencePane {...props} papers={ASKED} />;

export const CONFIRMATION_CONTENT: CaseContent = {
  panes: [
    { key: 'roster', words: '花名册', Pane: RosterPane },
    { key: 'papers', words: '佐证材料', Pane: PapersPane },
  ],
  columns: '380px minmax(0, 1fr)',
  effect: ({ schoolName }) => ({ role: '留存', party: schoolName, facts: ['确认后的花名册长期留存'] }),
  countOf: countsNothing,
};

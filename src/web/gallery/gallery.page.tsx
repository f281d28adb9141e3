/** 样板间: every part in all its states, only while building. */
import { Network } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { weekdayWords } from '../format.ts';
import { Frame } from '../frame/frame.tsx';
import { PersonMenu } from '../frame/person-menu.tsx';
import { SearchBox } from '../frame/search-box.tsx';
import { CaseView } from './case-view.tsx';
import { FormView } from './form-view.tsx';
import { PhoneView } from './phone-view.tsx';
import { RecordView } from './record-view.tsx';
import { NAV, people, TODAY } from './sample.ts';
import { StatesView } from './states-view.tsx';
import { TableView } from './table-view.tsx';
import { WorkView } from './work-view.tsx';
import { WorkbookView } from './workbook-view.tsx';

const DRAWN: Record<string, () => ReactNode> = {
  work: WorkView,
  case: CaseView,
  record: RecordView,
  table: TableView,
  form: FormView,
  states: StatesView,
  workbook: WorkbookView,
};

/** One view of the gallery inside the frame; the phone's stands alone. */
export function Component(): ReactNode {
  const { view = '' } = useParams();
  const [text, setText] = useState('');
  const navigate = useNavigate();
  if (view === 'phone') return <PhoneView />;
  const View = DRAWN[view];
  if (View === undefined) return <Navigate to="/_gallery/work" replace />;
  const answers = people(14)
    .filter((one) => text !== '' && one.name.includes(text))
    .slice(0, 6)
    .map((one) => ({ key: one.key, to: '/_gallery/record', content: `${one.name}　${one.number}` }));
  return (
    <Frame
      brand={{ mark: '样', words: '样板' }}
      groups={NAV}
      search={
        <SearchBox
          placeholder="姓名、拼音首字母、号码末几位"
          text={text}
          onText={setText}
          answers={text === '' ? undefined : answers}
          onSubmit={() => navigate('/_gallery/table')}
          note="回车看全部"
        />
      }
      place={
        <>
          <Network size={13} aria-hidden />
          甲市甲单位
        </>
      }
      schoolYear="2026—2027年度第一期"
      day={weekdayWords(TODAY)}
      person={<PersonMenu name="甲某" office="经办人" onSignOut={() => navigate('/')} />}
    >
      <View />
    </Frame>
  );
}

/** 机构详情: head, what is missing, and the tabs of one institution. */
import type { ReactNode } from 'react';
import { useAddressState } from '../../../web/address-state.ts';
import { StateIcon } from '../../../web/parts/state/state-icon.tsx';
import { StatusChip } from '../../../web/parts/state/status-chip.tsx';
import { Tag } from '../../../web/parts/state/tag.tsx';
import { Facts } from '../../../web/parts/surface/dot.tsx';
import { Tabs } from '../../../web/parts/surface/tabs.tsx';
import type { InstitutionView } from '../../institutions/institutions.api.ts';
import { useMayCall, useSession } from '../../sessions/session-parts.tsx';
import { AccountsPane } from '../accounts/accounts-pane.tsx';
import { LoginsPane } from '../accounts/logins-pane.tsx';
import { OfficesPane } from './panes/offices-pane.tsx';
import { OverviewPane } from './panes/overview-pane.tsx';
import { SupervisionPane } from './panes/supervision-pane.tsx';
import { systemWords } from './words.screen.ts';

/** What stands outside the reader's place shows its public part only. */
export function InstitutionDetail({ institution }: { institution: InstitutionView }): ReactNode {
  const session = useSession();
  const mayCall = useMayCall();
  const [{ tab }, change] = useAddressState({ tab: 'overview' });
  const { inScope, kind, supervisions, offices } = institution;
  const isOwn = institution.id === session.institution.id;
  const tabs = [
    { key: 'overview', words: kind === 'SCHOOL' ? '学校信息' : '概况', shown: true },
    { key: 'accounts', words: '账号', shown: inScope && mayCall('GET /api/accounts') },
    { key: 'offices', words: '任职', count: offices.length || undefined, shown: inScope },
    { key: 'supervision', words: '学籍主管', count: supervisions.length || undefined, shown: kind === 'SCHOOL' },
    { key: 'logins', words: '登录情况', shown: isOwn && mayCall('GET /api/accounts/login-frequency') },
  ].filter(({ shown }) => shown);
  const current = tabs.some(({ key }) => key === tab) ? tab : 'overview';
  return (
    <section className="card is-filling institution" aria-label={institution.name}>
      <header className="institution-head">
        <div className="institution-name">
          <h2>{institution.name}</h2>
          {institution.validTo && <StatusChip kind="REFUSED">已撤销</StatusChip>}
          {institution.modelSchool && <Tag>示范校</Tag>}
          {!inScope && <Tag>不在管辖范围，只看目录</Tag>}
        </div>
        <div className="institution-facts">
          <Facts>
            {institution.typeWords ?? institution.levelWords}
            {institution.ownershipWords}
            {kind === 'SCHOOL' && systemWords(institution)}
            {institution.code && (
              <>
                {kind === 'SCHOOL' ? '标识码' : '代码'} <span className="no-autospace">{institution.code}</span>
              </>
            )}
            {institution.placeName}
            {institution.above.length > 0 && `上级${institution.above.at(-1)?.name}`}
          </Facts>
        </div>
        {institution.lacks.length > 0 && (
          <ul className="institution-lacks" aria-label="待补">
            {institution.lacks.map((words) => (
              <li key={words}>
                <StateIcon kind="JUDGEMENT" size={13} />
                {words}
              </li>
            ))}
          </ul>
        )}
      </header>
      <Tabs
        label={institution.name}
        items={tabs.map(({ key, words, count }) => ({ key, words, count }))}
        current={current}
        onChange={(key) => change({ tab: key })}
      >
        {current === 'overview' && <OverviewPane institution={institution} />}
        {current === 'accounts' && <AccountsPane institution={institution} />}
        {current === 'offices' && <OfficesPane institution={institution} />}
        {current === 'supervision' && <SupervisionPane institution={institution} />}
        {current === 'logins' && <LoginsPane />}
      </Tabs>
    </section>
  );
}

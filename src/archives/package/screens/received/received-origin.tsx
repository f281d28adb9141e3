/** 来源与核验: who gave the package and by what approval, whose key signed it and who trusts that key, and each entry's verdict. */
import type { ReactNode } from 'react';
import { dayOf } from '../../../../kernel/civil-date.ts';
import { FieldGrid } from '../../../../web/parts/fields/field-grid.tsx';
import { StateIcon } from '../../../../web/parts/state/state-icon.tsx';
import type { ReceivedView } from '../../packages.api.ts';

const TRUST = {
  OWN: '可信，本系统签发',
  TRUSTED: '可信',
  DROPPED: '已停用',
  UNKNOWN: '不可信',
} as const;

export function ReceivedOrigin({ view, onPaper }: { view: ReceivedView; onPaper: (name: string) => void }): ReactNode {
  const { signer, lines, entries, unread } = view;
  // What is about an entry stands in the list below.
  const others = lines.filter(({ words, holds }) => !holds && !entries.some(({ title }) => words.startsWith(title)));
  return (
    <div className="received">
      <ul className="received-lines">
        {lines.slice(0, 2).map(({ holds, words }) => (
          <li key={words}>
            <StateIcon kind={holds ? 'DONE' : 'REFUSED'} />
            <span>{words}</span>
          </li>
        ))}
        {others
          .filter((line) => !lines.slice(0, 2).includes(line))
          .map(({ words }) => (
            <li key={words}>
              <StateIcon kind="REFUSED" />
              <span>{words}</span>
            </li>
          ))}
        {unread.map((what) => (
          <li key={what}>
            <StateIcon kind="REFUSED" />
            <span>{`${what}：格式读不出，其内容未列出`}</span>
          </li>
        ))}
      </ul>
      <div className="received-two">
        <FieldGrid
          heading="来源"
          rows={[
            { key: 'school', label: '转出学校', value: view.fromSchool, note: view.fromSchoolCode },
            { key: 'receiver', label: '接收单位', value: view.receiver },
            { key: 'approval', label: '批准办件', value: view.approval, note: `${view.approvedOn}批准` },
            { key: 'made', label: '制作日期', value: dayOf(new Date(view.madeAt)) },
            { key: 'number', label: '学籍号', value: view.numberMasked ?? '' },
            { key: 'identity', label: '证件号码', value: view.identityMasked ?? '' },
          ]}
        />
        <FieldGrid
          heading="签名与密钥"
          rows={[
            { key: 'node', label: '签发节点', value: signer.nodeName ?? '未登记的节点', note: TRUST[signer.trust] },
            { key: 'trust', label: '登记情况', value: signer.trustWords },
            { key: 'suite', label: '算法', value: signer.suiteWords },
            { key: 'key', label: '密钥', value: <Code>{signer.keyId}</Code> },
            { key: 'digest', label: '目录摘要', value: view.digest && <Code>{view.digest}</Code> },
          ]}
        />
      </div>
      <section aria-label="目录">
        <h3 className="fields-heading">{`目录所列${entries.length}项，摘要逐项核对`}</h3>
        <ul className="received-entries">
          {entries.map(({ name, title, size, digest, holds, words, opens }) => (
            <li key={name}>
              <StateIcon kind={holds ? 'DONE' : 'REFUSED'} />
              <span className="received-entry">
                {opens ? (
                  <button type="button" className="link" onClick={() => onPaper(name)}>
                    {title}
                  </button>
                ) : (
                  title
                )}
              </span>
              <span>
                {words}
                <span className="quiet">{`，${sizeWords(size)}`}</span>
              </span>
              <Code>{digest}</Code>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

const Code = ({ children }: { children: ReactNode }): ReactNode => (
  <span className="package-code no-autospace quiet">{children}</span>
);

const sizeWords = (bytes: number): string =>
  bytes < 1024
    ? `${bytes}字节`
    : bytes < 2 ** 20
      ? `${Math.round(bytes / 1024)}KB`
      : `${(bytes / 2 ** 20).toFixed(1)}MB`;

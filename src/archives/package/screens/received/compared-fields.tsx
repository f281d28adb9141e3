/** 与本校记录核对: item by item as on the form, what differs marked; the package changes nothing here. */
import { type ReactNode, useState } from 'react';
import { CompareTwo } from '../../../../web/parts/fields/compare-two.tsx';
import { FieldGrid } from '../../../../web/parts/fields/field-grid.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import type { ReceivedView } from '../../packages.api.ts';

type Item = ReceivedView['compared'][number]['items'][number];

/** Items in which the two do not say the same. */
export const differing = ({ compared }: Pick<ReceivedView, 'compared'>): Item[] =>
  compared.flatMap(({ items }) => items.filter(({ verdict }) => differs(verdict)));

const differs = (verdict: Item['verdict']): boolean =>
  verdict === 'DIFFERS' || verdict === 'ONLY_HERE' || verdict === 'ONLY_THERE';

const REMARKS: Readonly<Record<string, string>> = {
  DIFFERS: '不一致，以证件和户口簿为准，须更正的办关键数据变更或改学籍信息',
  ONLY_THERE: '本校未填，核实后补填',
  ONLY_HERE: '档案包未载',
  PLACED: '随就读学校而定，不核对',
};

export function ComparedFields({ view }: { view: ReceivedView }): ReactNode {
  const [all, setAll] = useState(false);
  const count = differing(view).length;
  if (view.against !== 'HERE') return <There view={view} />;
  return (
    <div className="received">
      <div className="received-summary">
        <p>
          <b>{count === 0 ? '各项一致' : `${count}项不同`}</b>
          <span className="quiet">档案包不改动本校记录，不同的由学籍管理员核实后按规定更正</span>
        </p>
        {count > 0 && <Button onPress={() => setAll(!all)}>{all ? '只看不同的' : '看全部项目'}</Button>}
      </div>
      {view.compared
        .filter(({ items }) => all || count === 0 || items.some(({ verdict }) => differs(verdict)))
        .map(({ title, items }) => (
          <section key={title} aria-label={title}>
            <h3 className="fields-heading">{title}</h3>
            <CompareTwo
              label={title}
              sides={[
                { key: 'there', title: '档案包所载' },
                { key: 'here', title: '本校记录' },
              ]}
              onlyDifferent={!all && count > 0}
              rows={items.map(({ path, label, there, here, verdict }) => ({
                ...{ key: path, label, values: [there ?? undefined, here ?? undefined] },
                differs: differs(verdict),
                remark: verdict === null || verdict === 'SAME' ? '' : REMARKS[verdict],
              }))}
            />
          </section>
        ))}
    </div>
  );
}

/** What the package says, where there is no record here to hold against it. */
function There({ view: { compared, against } }: { view: ReceivedView }): ReactNode {
  return (
    <div className="received">
      <p className="received-summary">
        <b>{against === 'GONE' ? '学生已离开本校' : '尚未归入学生档案'}</b>
        <span className="quiet">
          {against === 'GONE'
            ? '本校不再持有其现时记录，以下为档案包所载'
            : '办理入学注册或转入并归入后，与本校记录逐项核对；以下为档案包所载'}
        </span>
      </p>
      {compared.map(({ title, items }) => (
        <FieldGrid
          key={title}
          heading={title}
          columns={2}
          labelWidth={112}
          rows={items.map(({ path, label, there }) => ({ key: path, label, value: there }))}
        />
      ))}
    </div>
  );
}

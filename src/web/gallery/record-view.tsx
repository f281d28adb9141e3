/** 样板间 档案: head with photo, timeline, tabs of fields. */
import { FileText, Lock, Printer } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { civilDate } from '../../kernel/civil-date.ts';
import { Page } from '../frame/page.tsx';
import { Timeline } from '../parts/course/timeline.tsx';
import { EmptyState } from '../parts/feedback/states.tsx';
import { FieldGrid } from '../parts/fields/field-grid.tsx';
import { MaskedValue } from '../parts/fields/masked-value.tsx';
import { PhotoFrame } from '../parts/fields/photo-frame.tsx';
import { Menu } from '../parts/floating/menu.tsx';
import { DateField } from '../parts/form/date-field.tsx';
import { StatusChip } from '../parts/state/status-chip.tsx';
import { Button } from '../parts/surface/button.tsx';
import { Card } from '../parts/surface/card.tsx';
import { Facts } from '../parts/surface/dot.tsx';
import { Columns, Line } from '../parts/surface/layout.tsx';
import { Tabs } from '../parts/surface/tabs.tsx';
import { MARKS, ROWS, TODAY } from './sample.ts';

const LOCKED = '关键数据，更正须办件';
const row = (label: string, value: ReactNode, locked = false) => ({
  key: label,
  label,
  value,
  locked: locked ? LOCKED : undefined,
});

/** One person's record. */
export function RecordView(): ReactNode {
  const [tab, setTab] = useState('base');
  const [day, setDay] = useState(TODAY);
  const number = (
    <MaskedValue
      masked="G4110**********1234"
      label="编号"
      usualReasons={['核对证件']}
      onReveal={async () => 'G411082201505121234'}
    />
  );
  return (
    <Page>
      <div style={{ paddingTop: 10 }}>
        <Card label="本人">
          <div style={{ display: 'flex', gap: 16, flexWrap: 'wrap' }}>
            <PhotoFrame name="甲一" />
            <div style={{ flex: 1, minWidth: 260 }}>
              <Line
                end={
                  <>
                    <Button icon={Printer}>卡片</Button>
                    <Button icon={FileText}>证明</Button>
                    <Menu
                      tone="primary"
                      align="end"
                      items={[
                        { key: 'a', words: '转移', note: '跨省须双方核办', onPress: () => undefined },
                        { key: 'b', words: '暂停', onPress: () => undefined },
                        { key: 'c', words: '更正关键数据', apart: true, onPress: () => undefined },
                      ]}
                    >
                      发起办件
                    </Menu>
                  </>
                }
              >
                <h1 style={{ font: '700 var(--name) var(--font)' }}>甲一</h1>
                <Facts>
                  <span className="quiet">Jiǎ Yī</span>
                  <span>男</span>
                  <span>11岁</span>
                </Facts>
                <StatusChip kind="DONE">在册</StatusChip>
                <StatusChip kind="IN_PROCESS" to="/_gallery/case">
                  转移办理中，还剩6个工作日
                </StatusChip>
              </Line>
              <FieldGrid
                columns={3}
                labelWidth={60}
                rows={[
                  row('编号', number),
                  row('单位', '乙市第二单位'),
                  row('组别', '五(2)组18号'),
                  row('证件号', '4110**********1234'),
                  row('起始', '2021-09'),
                  row('联系人', '甲**138****2046'),
                ]}
              />
            </div>
          </div>
        </Card>
      </div>
      <Card
        title="历程"
        note={
          <Facts>
            <span>2021年9月至今</span>
            <span>2个单位</span>
            <span>8个节点</span>
          </Facts>
        }
        side={<DateField label="看某一天" value={day} onChange={(next) => setDay(next ?? TODAY)} today={TODAY} />}
      >
        <Timeline
          label="历程"
          from={civilDate('2021-09-01')}
          to={civilDate('2027-09-01')}
          today={TODAY}
          day={day}
          rows={ROWS}
          marks={MARKS}
        />
      </Card>
      <Columns template="minmax(0, 1fr) 300px">
        <Card label="各项" flush>
          <Tabs
            label="各项"
            current={tab}
            onChange={setTab}
            side={
              <>
                <Lock size={12} aria-hidden />
                {LOCKED}
              </>
            }
            items={[
              { key: 'base', words: '基础信息' },
              { key: 'family', words: '家庭成员', count: 2 },
              { key: 'file', words: '档案七项', count: '6/7' },
              { key: 'seen', words: '谁看过', count: 12 },
            ]}
          >
            <div style={{ padding: 'var(--pad)' }}>
              {tab === 'base' ? (
                <FieldGrid
                  heading="本人"
                  columns={3}
                  labelWidth={84}
                  rows={[
                    row('姓名', '甲一', true),
                    row('性别', '男', true),
                    row('出生日期', '2015-05-12', true),
                    row('证件类型', '居民身份证', true),
                    row('证件号', '4110**********1234', true),
                    row('曾用名', undefined),
                    row('国籍地区', '中国'),
                    row('健康状况', '健康或良好'),
                    row('所在地', '甲省乙市**镇'),
                  ]}
                />
              ) : (
                <EmptyState words="样板间里没有这一项" />
              )}
            </div>
          </Tabs>
        </Card>
        <Card title="谁看过" side="全部12次">
          <FieldGrid
            labelWidth={84}
            rows={[row('今天10:42', '乙某，核办'), row('9月11日', '丙**，核办'), row('9月2日', '丁**，看完整号码')]}
          />
        </Card>
      </Columns>
    </Page>
  );
}

/** 样板间 核办: track, fields, comparison, findings, decision bar. */
import { Archive, ChevronLeft, ChevronRight, Clock, Printer } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { addDays } from '../../kernel/civil-date.ts';
import { Page, PageHead } from '../frame/page.tsx';
import { ParcelTrack, type TrackNode } from '../parts/course/parcel-track.tsx';
import { EmptyState } from '../parts/feedback/states.tsx';
import { offerUndo } from '../parts/feedback/strip.tsx';
import { CompareTwo } from '../parts/fields/compare-two.tsx';
import { FieldGrid } from '../parts/fields/field-grid.tsx';
import { MaskedValue } from '../parts/fields/masked-value.tsx';
import { DecisionBar } from '../parts/findings/decision-bar.tsx';
import type { Finding } from '../parts/findings/finding-line.tsx';
import { FindingsList, goToFirstRefusal } from '../parts/findings/findings-list.tsx';
import { ReasonDialog } from '../parts/floating/reason-dialog.tsx';
import { StatusChip } from '../parts/state/status-chip.tsx';
import { Button, IconButton } from '../parts/surface/button.tsx';
import { Card } from '../parts/surface/card.tsx';
import { Dot } from '../parts/surface/dot.tsx';
import { Columns } from '../parts/surface/layout.tsx';
import { Tabs } from '../parts/surface/tabs.tsx';
import { TODAY } from './sample.ts';

export const NODES: TrackNode[] = [
  { key: '1', role: '接收方', party: '丙市第三单位', state: 'DONE', facts: ['9月9日同意接收', '当天办结'] },
  { key: '2', role: '接收方主管', party: '丙市主管部门', state: 'DONE', facts: ['9月11日同意', '用2个工作日'] },
  {
    key: '3',
    role: '送出方',
    party: '乙市第二单位',
    state: 'NOW',
    mine: true,
    deadline: { kind: 'RUNNING', termDays: 10, leftDays: 6, dueOn: addDays(TODAY, 7), oddDays: '含9月20日调休上班' },
  },
  { key: '4', role: '送出方主管', party: '乙市主管部门', state: 'LATER', facts: ['最晚10月15日', '限10个工作日'] },
  { key: '5', role: '移交', party: '第三单位收存', state: 'LATER', effect: true, facts: ['即时转接'] },
];

const load = async () => ({
  instrument: '某某管理办法（样例）',
  level: '省',
  force: '原则',
  text: '第三十三条　应在期末前或新一期开始后5个工作日内提出申请。期中原则上不予办理。',
  inForce: '自2014年8月1日起施行',
});
const article = (place: string, name: string) => ({ article: { place, name }, loadArticle: load });

export const FINDINGS: Finding[] = [
  { key: 'g1', kind: 'DONE', sentence: '跨区变化，应准予办理', ...article('长市', '三、1(一)') },
  {
    key: 'r1',
    kind: 'REFUSED',
    sentence: '缺原单位的证明',
    detail: '跨省必须提供，由本单位出具。',
    cure: <Button>开具并附上</Button>,
    cureNote: '约5秒，自动编号、盖电子章',
    ...article('长市', '三、1(二)'),
  },
  {
    key: 'a1',
    kind: 'JUDGEMENT',
    sentence: '期中，原则上不予',
    detail: '开始后5个工作日到9月8日，申请晚1日。',
    quote: '应在期末前或新一期开始后5个工作日内提出申请。期中原则上不予。',
    ...article('川省', '第三十三条'),
  },
  {
    key: 'a2',
    kind: 'JUDGEMENT',
    sentence: '填报的所在地与证件不一致',
    detail: '以证件为准',
    ...article('川省', '第二十一条'),
  },
  ...[
    '开始后两个月内（至10月31日）',
    '不在暂停期，无限制',
    '由接收方发起，双方依次核办',
    '一人一号，无疑点',
    '各方均未超过10个工作日',
  ].map(
    (sentence, at): Finding => ({ key: `g${at + 2}`, kind: 'DONE', sentence, ...article('国家', `第${at + 11}条`) }),
  ),
];

/** Form, paper and findings side by side. */
export function CaseView(): ReactNode {
  const [opinion, setOpinion] = useState('');
  const [paper, setPaper] = useState('3');
  const [selected, setSelected] = useState('work');
  const [asking, setAsking] = useState(false);
  const row = (key: string, label: string, value: ReactNode, mark: number) => ({
    key,
    label,
    value,
    mark,
    selected: key === selected,
    onSelect: () => setSelected(key),
  });
  return (
    <Page fill>
      <PageHead
        trail={[{ to: '/_gallery/work', words: '待办' }]}
        title="跨省转移 甲一"
        chip={<StatusChip kind="IN_PROCESS">送出方核办中</StatusChip>}
        facts={
          <>
            乙市→丙市
            <Dot />
            <span className="no-autospace">YD-2026-0909-00482</span>
          </>
        }
        side={
          <>
            <span>待我办第4件，共23件</span>
            <IconButton icon={ChevronLeft} label="上一件" />
            <IconButton icon={ChevronRight} label="下一件" />
            <Button icon={Clock} onPress={() => setAsking(true)}>
              办理经过9
            </Button>
            <Button icon={Printer} onPress={() => print()}>
              打印
            </Button>
          </>
        }
      />
      <Card label="轨迹">
        <ParcelTrack nodes={NODES} today={TODAY} />
      </Card>
      <Columns template="336px minmax(0, 1fr) 372px" wide="400px minmax(0, 1fr) 480px" fill stackUnder={960}>
        <Card title="申请表" side="9月9日手写签名" fill>
          <FieldGrid
            heading="本人"
            rows={[
              row('name', '姓名', <b>甲一</b>, 1),
              row(
                'id',
                '证件号',
                <MaskedValue
                  masked="4110**********1234"
                  label="证件号"
                  usualReasons={['核对证件', '本人要求更正']}
                  onReveal={async () => '411082201505121234'}
                />,
                1,
              ),
              { key: 'no', label: '编号', value: 'G4110**********1234', locked: '关键数据，更正须办件' },
              row('work', '单位', '丙市某某电子有限公司', 3),
              row('home', '现住址', '丙区**街道**路8号', 2),
              { key: 'tel', label: '电话', value: undefined },
            ]}
          />
          <h3 className="fields-heading">关键数据比对</h3>
          <CompareTwo
            label="关键数据比对"
            sides={[
              { key: 'r', title: '记录' },
              { key: 'p', title: '证件' },
              { key: 'f', title: '填报' },
            ]}
            rows={[
              { key: 'n', label: '姓名', values: ['甲一', '甲一', '甲一'] },
              { key: 'b', label: '出生日期', values: ['2015-05-12', '2015-05-12', '2015-05-21'] },
              { key: 'h', label: '所在地', values: ['乙市', '乙市', '丙区'] },
            ]}
          />
        </Card>
        <Card label="佐证" fill flush>
          <Tabs
            label="佐证"
            current={paper}
            onChange={setPaper}
            items={[
              { key: '1', words: '1证件' },
              { key: '2', words: '2居住证' },
              { key: '3', words: '3合同', count: 3 },
              { key: '4', words: '证明', missing: true },
            ]}
          >
            <EmptyState icon={Archive} words="还没有放入文件" why="样板间里没有佐证" />
          </Tabs>
        </Card>
        <FindingsList findings={FINDINGS} basis="按申请日9月9日有效的国家、川省、长市法规核对" fill />
      </Columns>
      <DecisionBar
        steps={[{ words: '您提出意见', mine: true }, { words: '主管领导乙**签署' }]}
        opinion={opinion}
        onOpinion={setOpinion}
        placeholder="意见（同意可不填；退回、不同意必填）"
        actions={[
          { key: 'refuse', words: '不同意', tone: 'danger', needsOpinion: true, onDo: () => setOpinion('') },
          {
            key: 'return',
            words: '退回补正',
            keyHint: 'R',
            needsOpinion: true,
            onDo: () => offerUndo({ words: '已退回丙市第三单位补正', undo: async () => undefined }),
          },
          {
            key: 'agree',
            words: '同意送出',
            keyHint: 'A',
            tone: 'primary',
            locked: { reason: '先处理1项不符，才能同意', onJump: goToFirstRefusal },
            onDo: () => undefined,
          },
        ]}
      />
      <ReasonDialog
        open={asking}
        onClose={() => setAsking(false)}
        title="强制干预：乙市第二单位"
        act="强制办结"
        danger
        usual={['逾期超过5个工作日', '多次提醒无果']}
        note="将通知双方并留痕"
        onGive={async () => undefined}
      >
        <p>甲一，跨省转移，乙市第二单位逾期2个工作日，已提醒2次。</p>
      </ReasonDialog>
    </Page>
  );
}

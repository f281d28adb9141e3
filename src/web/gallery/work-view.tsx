/** 样板间 待办: work lists, rings, figures. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { addDays } from '../../kernel/civil-date.ts';
import { Page, PageHead } from '../frame/page.tsx';
import { EmptyState } from '../parts/feedback/states.tsx';
import { type WorkGroup, type WorkItem, WorkList } from '../parts/lists/work-list.tsx';
import { ProgressRing } from '../parts/progress/progress-ring.tsx';
import { CleanMarks } from '../parts/state/clean-marks.tsx';
import { DeadlineBadge } from '../parts/state/deadline-badge.tsx';
import { StateIcon } from '../parts/state/state-icon.tsx';
import { KindTag } from '../parts/state/tag.tsx';
import { Card } from '../parts/surface/card.tsx';
import { Dot, Facts, Kbd } from '../parts/surface/dot.tsx';
import { Figure, Figures } from '../parts/surface/figure.tsx';
import { Columns } from '../parts/surface/layout.tsx';
import { READY, TODAY } from './sample.ts';

function item(
  key: string,
  kind: string,
  name: string,
  facts: string,
  leftDays: number,
  marks: [number, number, number],
  remark: string,
): WorkItem {
  const [refused, judgement, passed] = marks;
  return {
    key,
    to: '/_gallery/case',
    lead: <KindTag>{kind}</KindTag>,
    title: name,
    facts,
    second: (
      <>
        <CleanMarks refused={refused} judgement={judgement} passed={passed} />
        <span>{remark}</span>
      </>
    ),
    end: (
      <DeadlineBadge
        layout="stacked"
        today={TODAY}
        deadline={{ kind: 'RUNNING', termDays: 10, leftDays, dueOn: addDays(TODAY, leftDays) }}
      />
    ),
  };
}

const MINE: WorkGroup[] = [
  {
    key: 'overdue',
    kind: 'OVERDUE',
    words: '已逾期',
    count: 1,
    note: '甲市上级可强制干预',
    items: [item('1', '转移', '甲一', '第一单位→甲市金区', -2, [0, 0, 9], '证明材料完整，等您核办')],
  },
  {
    key: 'today',
    kind: 'DUE_SOON',
    words: '今天到期',
    count: 3,
    items: [
      item('2', '关键数据', '乙二', '号码更正', 0, [1, 0, 4], '证件第3页与填报号码不一致'),
      item('3', '暂停', '丙三', '因病1年', 0, [0, 0, 6], '证明齐全'),
      item('4', '转移', '丁四', '乙市→第一单位', 0, [0, 1, 8], '跨省，开始后两个月内'),
    ],
  },
  {
    key: 'soon',
    kind: 'IN_PROCESS',
    words: '3个工作日内',
    count: 7,
    items: [
      item('5', '恢复', '戊五', '第三年', 2, [0, 0, 5], '可正常参加'),
      item('6', '建立', '一组264人', '第三单位', 3, [2, 1, 261], '2人不足年龄，1人已有记录'),
      item('7', '转移', '己六', '甲市→丙市', 3, [0, 1, 3], '一般不允许，须您说明理由'),
    ],
  },
  {
    key: 'later',
    kind: 'IN_PROCESS',
    words: '以后',
    count: 12,
    items: [
      item('8', '转移', '庚七', '第四单位→第一单位', 5, [0, 0, 9], '本市跨区'),
      item('9', '转移', '辛八', '甲市→丁市余区', 6, [1, 0, 8], '缺证明'),
    ],
  },
];

const OTHERS: WorkGroup[] = [
  {
    key: 'late',
    kind: 'OVERDUE',
    words: '对方逾期',
    count: 2,
    items: ['壬九', '癸十'].map((name, at) => ({
      key: `o${at}`,
      to: '/_gallery/case',
      lead: <KindTag>转移</KindTag>,
      title: name,
      second: '在 乙县主管部门',
      end: (
        <>
          <p className="tone-red">逾期{3 - at}个工作日</p>
          自8月31日
          <Dot />
          已提醒2次
        </>
      ),
    })),
  },
  {
    key: 'running',
    kind: 'IN_PROCESS',
    words: '办理中',
    count: 39,
    items: ['子鼠鼠', '丑牛', '寅虎', '𫖯卯', '甲一', '乙二', '丙三'].map((name, at) => ({
      key: `r${at}`,
      to: '/_gallery/case',
      lead: <KindTag>{at % 3 === 0 ? '转移' : '关键数据'}</KindTag>,
      title: name,
      second: '在 第一单位 经办人',
      end: (
        <>
          <p>剩{6 + at}个工作日</p>
          自9月{11 + at}日
        </>
      ),
    })),
  },
];

const NOTICES: WorkGroup[] = [
  {
    key: 'notices',
    words: '异常与通知',
    count: 7,
    items: (
      [
        ['OVERDUE', '第一单位三(2)组58人', '超过限额，较上周多3人'],
        ['JUDGEMENT', '6人连续2周无记录', '疑似分离，涉及2个单位'],
        ['DUE_SOON', '2个账号30日未登录', '9月25日起自动封存'],
      ] as const
    ).map(([kind, title, second], at) => ({
      key: `n${at}`,
      to: '/_gallery/table',
      icon: <StateIcon kind={kind} />,
      title: <span style={{ fontWeight: 400 }}>{title}</span>,
      second,
      end: <Link to="/_gallery/table">查看</Link>,
    })),
  },
];

/** The three columns of a day's work. */
export function WorkView(): ReactNode {
  return (
    <Page fill>
      <PageHead
        title="待办"
        facts={
          <Figures>
            <Figure value="23" words="件该我办" to="/_gallery/table" />
            <Figure value="1" words="件逾期" tone="red" to="/_gallery/table" />
            <Figure value="3" words="件今天到期" tone="amber" to="/_gallery/table" />
            <Figure value="18" words="件无疑点" />
            <Figure value="41" words="件等别人" />
          </Figures>
        }
        side={
          <Facts>
            <span>开始第13个工作日</span>
            <span>本周日9月20日调休上班</span>
          </Facts>
        }
      />
      <Columns template="1.72fr 1.08fr .86fr" fill>
        <Card
          title="该我办"
          note={23}
          fill
          flush
          side={<Link to="/_gallery/table">按剩余工作日</Link>}
          foot={
            <>
              <span className="keyboard-hint">
                <Kbd>J</Kbd> <Kbd>K</Kbd> 上下　<Kbd>Enter</Kbd> 打开
              </span>
              <Link style={{ marginLeft: 'auto' }} to="/_gallery/table">
                看全部23件
              </Link>
            </>
          }
        >
          <WorkList label="该我办" groups={MINE} state={READY} empty={null} keys />
        </Card>
        <Card title="等别人办" note={41} fill flush foot={<Link to="/_gallery/table">看全部41件</Link>}>
          <WorkList label="等别人办" groups={OTHERS} state={READY} empty={null} />
        </Card>
        <Card title="提醒" side="期内任务至10月31日" fill flush>
          <ProgressRing
            words="建立记录"
            done={3128}
            total={3400}
            unit="人"
            note="还有2个单位未报"
            to="/_gallery/table"
          />
          <ProgressRing words="期内复核" done={28} total={68} unit="个" note="10月31日前" />
          <WorkList
            label="异常与通知"
            groups={NOTICES}
            state={READY}
            empty={<EmptyState words="没有异常" why="有新的会列在这里" />}
          />
        </Card>
      </Columns>
    </Page>
  );
}

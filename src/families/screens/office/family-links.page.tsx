/** 家长链接: who of a class group has a way in, how far the signing of the form has come; sheets to print and hand out. */
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { useMayCall } from '../../../authorities/sessions/session-parts.tsx';
import { useAddressState } from '../../../web/address-state.ts';
import { Page, PageHead } from '../../../web/frame/page.tsx';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { EmptyState, ErrorState, ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { SelectField } from '../../../web/parts/form/select-field.tsx';
import type { Column } from '../../../web/parts/lists/columns.ts';
import { DataTable } from '../../../web/parts/lists/data-table.tsx';
import type { StateKind } from '../../../web/parts/state/state-icon.tsx';
import { StatusChip } from '../../../web/parts/state/status-chip.tsx';
import { Tag } from '../../../web/parts/state/tag.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Figure, Figures } from '../../../web/parts/surface/figure.tsx';
import { Line } from '../../../web/parts/surface/layout.tsx';
import type { LinkLine, LinksPage, MadeSheet } from '../../links/links.api.ts';
import { type LinksOf, makeLinks, revokeLink, useLinks, useOwnGroups, useRenewLinks } from './link-queries.tsx';
import './office.css';

const Sheet = lazy(async () => ({ default: (await import('./link-sheet.tsx')).LinkSheet }));

const LINK_STATES: Record<LinkLine['links'][number]['state'], readonly [StateKind, string]> = {
  WAITING: ['IN_PROCESS', '未打开'],
  OPENED: ['DONE', '已打开'],
  LOCKED: ['REFUSED', '填错锁定'],
  EXPIRED: ['DRAFT', '已过期'],
};
const SIGNED_KINDS: Record<LinkLine['signed']['tone'], StateKind> = {
  NONE: 'DRAFT',
  PROCESS: 'IN_PROCESS',
  DUE: 'DUE_SOON',
  DONE: 'DONE',
};

/** /family-links */
export function Component(): ReactNode {
  const [{ group, import: importId }, change] = useAddressState({ group: '', import: '' });
  const groups = useOwnGroups();
  const mayCall = useMayCall();
  const ofEntrants = mayCall('GET /api/entrants/family-links');
  const list: readonly Choice[] = [
    ...(ofEntrants && importId !== '' ? [{ id: IMPORT, name: '本次导入的新生', of: { importId } }] : []),
    ...(groups.data?.classGroups ?? []).map(({ id, name }) => ({ id, name, of: { classGroupId: id } })),
    ...(ofEntrants ? [{ id: ALONE, name: '逐人登记的新生', of: { alone: true as const } }] : []),
  ];
  const chosen = groups.data && (list.find(({ id }) => id === group) ?? list[0]);
  const links = useLinks(chosen?.of);
  const [sheet, setSheet] = useState<MadeSheet>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const may = mayCall('POST /api/family-links');
  const renew = useRenewLinks();
  const make = async (wish: LinksOf | { studentId: string; renew: true }) => {
    setBusy(true);
    setProblem(undefined);
    try {
      setSheet(await makeLinks(wish));
      renew();
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  const entrantPage = mayCall('GET /api/admissions/entrants/:id');
  return (
    <Page>
      <PageHead
        title="家长链接"
        facts={links.data && !sheet && <Counts page={links.data} />}
        side={
          !sheet && (
            <>
              {list.length > 1 && (
                <SelectField
                  label={ofEntrants ? '名单' : '班级'}
                  value={chosen?.id ?? ''}
                  onChange={(id) => change({ group: id })}
                  empty={null}
                  options={list.map(({ id, name }) => ({ value: id, words: name }))}
                />
              )}
              {may && chosen && (
                <Button tone="primary" busy={busy} onPress={() => void make(chosen.of)}>
                  {`开出${chosen.name}链接`}
                </Button>
              )}
            </>
          )
        }
      />
      <ProblemLine problem={problem} />
      {groups.error && <ErrorState problem={groups.error} onRetry={() => void groups.refetch()} />}
      {groups.isPending && <Skeleton rows={10} />}
      {groups.data && !chosen && (
        <EmptyState words="没有您的班级" why="学籍管理员在“班级”中设班、编班并指定班主任后再来开出" />
      )}
      {sheet && (
        <Suspense fallback={<Skeleton rows={10} />}>
          <Sheet sheet={sheet} onClose={() => setSheet(undefined)} />
        </Suspense>
      )}
      {!sheet && chosen && (
        <Card label="家长链接" flush>
          <DataTable
            label="家长链接"
            columns={columnsFor({ may, entrantPage, renew, make })}
            rows={links.data?.items ?? NONE}
            rowKey={keyOf}
            rowWords={({ name }) => name}
            state={
              links.error
                ? { kind: 'FAILED', problem: links.error, retry: () => void links.refetch() }
                : links.isPending
                  ? { kind: 'LOADING' }
                  : { kind: 'READY' }
            }
            empty={
              chosen && 'classGroupId' in chosen.of ? (
                <EmptyState words="本班还没有学生" why="在“班级”中编入学生，或在新生登记中填好班级后再来开出" />
              ) : (
                <EmptyState words="没有登记中的新生" why="在“入学注册”中登记或导入新生后再来开出" />
              )
            }
            remember="family-links"
          />
        </Card>
      )}
    </Page>
  );
}

interface Choice {
  id: string;
  name: string;
  of: LinksOf;
}

/** Besides class groups. */
const IMPORT = 'import';
const ALONE = 'alone';
const NONE: readonly LinkLine[] = [];
const keyOf = ({ studentId }: LinkLine) => studentId;

function Counts({ page }: { page: LinksPage }): ReactNode {
  const has = (state: string) => page.items.filter(({ links }) => links.some((one) => one.state === state)).length;
  const signed = page.items.filter((item) => item.signed.tone === 'DONE').length;
  return (
    <Figures>
      <Figure value={page.items.length} words={page.items.every((one) => one.registered) ? '名学生' : '人'} />
      <Figure value={has('OPENED')} words="名家长已打开" />
      <Figure value={signed} words="份已签完" />
    </Figures>
  );
}

interface Acts {
  may: boolean;
  /** May the reader open a draft? */
  entrantPage: boolean;
  renew: () => void;
  make: (wish: { studentId: string; renew: true }) => Promise<void>;
}

const columnsFor = (acts: Acts): Column<LinkLine>[] => [
  { key: 'seat', title: '座号', width: 56, align: 'right', cell: ({ seatNo }) => seatNo ?? '' },
  {
    key: 'name',
    title: '姓名',
    width: 140,
    cell: (line) => <Name line={line} entrantPage={acts.entrantPage} />,
  },
  {
    key: 'links',
    title: '家长链接',
    cell: ({ links }) =>
      links.length === 0 ? (
        <span className="quiet">未开出</span>
      ) : (
        <Line>
          {links.map(({ id, guardianWords, state, lastDay, elsewhere }) => (
            <span key={id} className="family-link-state">
              {guardianWords} <StatusChip kind={LINK_STATES[state][0]}>{LINK_STATES[state][1]}</StatusChip>
              <span className="quiet">{`至${lastDay}${elsewhere ? '，原学校开出' : ''}`}</span>
            </span>
          ))}
        </Line>
      ),
  },
  {
    key: 'signed',
    title: '基本信息表签字',
    width: 170,
    cell: ({ studentId, signed }) => {
      const chip = <StatusChip kind={SIGNED_KINDS[signed.tone]}>{signed.stepWords}</StatusChip>;
      return signed.signatureId === null ? (
        chip
      ) : (
        <Link to={`/family-links/${studentId}/${signed.signatureId}`}>{chip}</Link>
      );
    },
  },
  {
    key: 'acts',
    title: '办理',
    width: 150,
    cell: (line) => (acts.may ? <LineActs line={line} acts={acts} /> : null),
  },
];

function Name({ line, entrantPage }: { line: LinkLine; entrantPage: boolean }): ReactNode {
  const { studentId, name, registered } = line;
  if (registered) return <Link to={`/students/${studentId}`}>{name}</Link>;
  const words = name || '姓名未填';
  return (
    <Line>
      {entrantPage ? <Link to={`/admissions/entrants/${studentId}`}>{words}</Link> : words}
      <Tag>新生</Tag>
    </Line>
  );
}

function LineActs({ line, acts }: { line: LinkLine; acts: Acts }): ReactNode {
  const [problem, setProblem] = useState<unknown>();
  const revoke = async () => {
    try {
      for (const { id } of line.links) await revokeLink(line.studentId, id);
      acts.renew();
    } catch (thrown) {
      setProblem(thrown);
    }
  };
  return (
    <div className="family-acts">
      <Button tone="quiet" onPress={() => void acts.make({ studentId: line.studentId, renew: true })}>
        {line.links.length === 0 ? '开出' : '重开'}
        <span className="unseen">{line.name}</span>
      </Button>
      {line.links.length > 0 && (
        <Button tone="quiet" onPress={() => void revoke()}>
          停用
          <span className="unseen">{line.name}</span>
        </Button>
      )}
      <ProblemLine problem={problem} />
    </div>
  );
}

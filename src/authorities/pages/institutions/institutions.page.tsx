/** 机构账号: the institutions below the reader's own, and everything about the one that is chosen. */
import { Plus, Upload } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import { Page, PageHead } from '../../../web/frame/page.tsx';
import { Skeleton } from '../../../web/parts/feedback/skeleton.tsx';
import { ErrorState } from '../../../web/parts/feedback/states.tsx';
import { Menu, type MenuItem } from '../../../web/parts/floating/menu.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Columns } from '../../../web/parts/surface/layout.tsx';
import type { InstitutionView } from '../../institutions/institutions.api.ts';
import { useMayCall, useSession } from '../../sessions/session-parts.tsx';
import { Founding, type FoundingKind } from './forms/founding-dialogs.tsx';
import { InstitutionDetail } from './institution-detail.tsx';
import { useInstitution } from './institution-queries.tsx';
import { InstitutionTree } from './institution-tree.tsx';
import './institutions.css';

const NOBODY: string[] = [];

/** A school has nothing below it and sees itself alone. */
export function Component(): ReactNode {
  const { institution } = useSession();
  const { id = institution.id } = useParams();
  const own = useInstitution(institution.id);
  const shown = useInstitution(id);
  const isSchool = institution.level === 'SCHOOL';
  const detail = shown.data ? (
    <InstitutionDetail key={id} institution={shown.data} />
  ) : (
    <Card label="机构" fill>
      {shown.error ? (
        <ErrorState problem={shown.error} onRetry={() => void shown.refetch()} />
      ) : (
        <Skeleton rows={12} rowHeight={28} />
      )}
    </Card>
  );
  return (
    <Page fill>
      <PageHead title="机构账号" side={own.data && <FoundingMenu own={own.data} shown={shown.data} />} />
      {isSchool ? (
        detail
      ) : (
        <Columns template="284px 1fr" wide="340px 1fr" fill>
          <Card label="机构目录" fill flush>
            {own.data && (
              <InstitutionTree root={own.data} current={id} open={shown.data?.above.map((one) => one.id) ?? NOBODY} />
            )}
          </Card>
          {detail}
        </Columns>
      )}
    </Page>
  );
}

/** What may be founded, and where: under the institution shown, if schools can stand there, else under the own one. */
function FoundingMenu({ own, shown }: { own: InstitutionView; shown: InstitutionView | undefined }): ReactNode {
  const mayCall = useMayCall();
  const [kind, setKind] = useState<FoundingKind>();
  const upper = shown?.inScope && shown.kind !== 'SCHOOL' ? shown : own;
  const items: MenuItem[] = [
    {
      operation: 'POST /api/institutions/schools',
      key: 'SCHOOL' as const,
      words: '设立学校',
      note: `设在${upper.name}之下`,
    },
    { operation: 'POST /api/institutions/centre-schools', key: 'CENTRE_SCHOOL' as const, words: '设立乡镇中心校' },
    { operation: 'POST /api/institutions/authorities', key: 'AUTHORITY' as const, words: '设立下级教育行政部门' },
  ]
    .filter(({ operation }) => mayCall(operation))
    .map(({ operation: _, key, ...item }) => ({ ...item, key, onPress: () => setKind(key) }));
  if (items.length === 0) return null;
  return (
    <>
      {mayCall('POST /api/institutions/import') && (
        <Button icon={Upload} to="/institutions/import">
          导入学校名录
        </Button>
      )}
      <Menu items={items} icon={Plus} align="end">
        设立
      </Menu>
      <Founding kind={kind} upper={kind === 'SCHOOL' ? upper : own} onClose={() => setKind(undefined)} />
    </>
  );
}

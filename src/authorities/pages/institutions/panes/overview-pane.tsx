/** 机构概况: schooling, the school's own form, campuses; each is changed where it stands, by whoever may. */
import { Pencil, Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { FieldGrid, type FieldRow } from '../../../../web/parts/fields/field-grid.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import type { InstitutionView } from '../../../institutions/institutions.api.ts';
import { STAGES } from '../../../institutions/school-types.api.ts';
import { useMayCall, useSession } from '../../../sessions/session-parts.tsx';
import { ProfileDialog } from '../forms/profile-dialog.tsx';
import { SchoolingDialog } from '../forms/schooling-dialog.tsx';
import { CampusList } from './campus-list.tsx';

/** For an authority there is nothing of schooling and no campus. */
export function OverviewPane({ institution }: { institution: InstitutionView }): ReactNode {
  const session = useSession();
  const mayCall = useMayCall();
  const [changing, setChanging] = useState<'PROFILE' | 'SCHOOLING' | 'CAMPUS'>();
  const { inScope, kind } = institution;
  const isSchool = kind === 'SCHOOL';
  const isOwn = institution.id === session.institution.id;
  const keepsProfile = inScope && mayCall('PATCH /api/institutions/:id/profile');
  const keepsSchooling = inScope && isSchool && !isOwn && mayCall('PATCH /api/institutions/:id/schooling');
  const close = () => setChanging(undefined);
  return (
    <div className="pane">
      {isSchool && (
        <section>
          <PaneHead title="办学情况">
            {keepsSchooling && (
              <Button icon={Pencil} onPress={() => setChanging('SCHOOLING')}>
                变更
              </Button>
            )}
          </PaneHead>
          <FieldGrid columns={2} labelWidth={92} rows={schoolingRows(institution)} />
        </section>
      )}
      <section>
        <PaneHead title="基本信息">
          {keepsProfile && (
            <Button icon={Pencil} onPress={() => setChanging('PROFILE')}>
              维护
            </Button>
          )}
        </PaneHead>
        <FieldGrid columns={2} labelWidth={116} rows={profileRows(institution)} />
      </section>
      {isSchool && (
        <section>
          <PaneHead title="校区">
            {keepsProfile && (
              <Button icon={Plus} onPress={() => setChanging('CAMPUS')}>
                新设校区
              </Button>
            )}
          </PaneHead>
          <CampusList institution={institution} keeps={keepsProfile} adding={changing === 'CAMPUS'} onAdded={close} />
        </section>
      )}
      {changing === 'PROFILE' && <ProfileDialog institution={institution} onClose={close} />}
      {changing === 'SCHOOLING' && <SchoolingDialog institution={institution} onClose={close} />}
    </div>
  );
}

function PaneHead({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <div className="pane-head">
      <h3>{title}</h3>
      {children}
    </div>
  );
}

function schoolingRows({ stages, years, ...rest }: InstitutionView): FieldRow[] {
  return [
    { key: 'code', label: '学校标识码', value: rest.code, locked: '学校标识码由教育部下发，不能改' },
    { key: 'type', label: '办学类型', value: rest.typeWords },
    { key: 'ownership', label: '办学性质', value: rest.ownershipWords },
    { key: 'model', label: '示范校', value: rest.modelSchool ? '是' : '否' },
    { key: 'stages', label: '学段学制', value: stages.map((stage) => `${STAGES[stage]}${years[stage]}年`).join('、') },
    { key: 'place', label: '所在地', value: `${rest.placeName}（${rest.placeCode}）` },
    ...(rest.provincialConsent ? [{ key: 'consent', label: '省级文号', value: rest.provincialConsent }] : []),
  ];
}

function profileRows({ shortName, englishName, profile, validFrom }: InstitutionView): FieldRow[] {
  return [
    { key: 'shortName', label: '简称', value: shortName },
    { key: 'englishName', label: '英文名称', value: englishName },
    ...profile.map(({ item, label, value }) => ({ key: item, label, value })),
    { key: 'from', label: '列入目录', value: validFrom },
  ];
}

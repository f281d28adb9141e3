/** 学校基本信息维护: by the school itself or the level above; every changed item is named in the trail. */
import { type Actor, asAuditActor, type Services, scopeOf } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { changeInstitution, lockInstitution } from '../institution.store.ts';
import { changedItems, PROFILE_ITEMS, type ProfileItem } from './profile.ts';

export interface ProfileChange {
  englishName?: string | null | undefined;
  shortName?: string | undefined;
  /** An empty text takes an item out. */
  items: Partial<Record<ProfileItem, string | undefined>>;
}

/** Answers the Chinese names of what changed; nothing changed is refused, so that no empty act stands in the trail. */
export async function updateProfile(
  services: Services,
  actor: Actor,
  institutionId: string,
  { englishName, shortName, items }: ProfileChange,
): Promise<{ changed: string[] }> {
  return services.db.write(scopeOf(actor), async (tx) => {
    const before = await lockInstitution(tx, institutionId);
    const filled = Object.entries({ ...before.profile, ...items }).filter(([, value]) => value !== '' && value != null);
    const profile = Object.fromEntries(filled);
    const names = [
      ...changedItems(before.profile, profile).map((item) => PROFILE_ITEMS[item as ProfileItem] ?? item),
      ...(englishName !== undefined && (englishName || null) !== before.englishName ? ['英文名称'] : []),
      ...(shortName !== undefined && shortName !== before.shortName ? ['简称'] : []),
    ];
    if (names.length === 0) throw refuse('BAD_INPUT', { what: '所填与原来相同，没有要保存的更改' });
    await changeInstitution(tx, before.id, {
      profile,
      ...(englishName === undefined ? {} : { englishName: englishName || null }),
      ...(shortName === undefined ? {} : { shortName }),
    });
    await record(tx, asAuditActor(actor), {
      action: 'UPDATE_PROFILE',
      subjectKind: 'INSTITUTION',
      subjectId: before.id,
      path: before.path,
      detail: { changed: names },
    });
    return { changed: names };
  });
}

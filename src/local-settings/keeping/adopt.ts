/** 采用: brings what authorities have set into the law that every feature asks, and into the windows that the engine keeps. */
import type { Services } from '../../access/index.ts';
import { NODE_SCOPE } from '../../db/transaction.ts';
import { asLocalSetting } from '../local-setting.ts';
import type { LocalStandstills } from '../windows/local-standstills.ts';
import { listAllSettings } from './settings.store.ts';

export interface AdoptingServices extends Pick<Services, 'db' | 'law'> {
  standstills: LocalStandstills;
}

/** Reads all settings of the node and hands them on; called at start, after each new one, and now and then. */
export async function adoptLocalSettings({ db, law, standstills }: AdoptingServices): Promise<void> {
  const settings = await db.read(NODE_SCOPE, listAllSettings);
  law.adopt(
    settings.flatMap(({ place, item, notice, from, to }) =>
      item.kind === 'PARAMETER' ? [asLocalSetting(place, { notice, from, ...(to ? { to } : {}) }, item)] : [],
    ),
  );
  standstills.adopt(settings);
}

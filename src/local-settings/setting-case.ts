/** 地方设定办件: what the engine must know of an authority that sets what the law leaves to it. */
import type { Services } from '../access/index.ts';
import { getInstitution } from '../authorities/index.ts';
import type { CaseApplication, CaseCheck, CaseContext, CaseFinding, CaseKind } from '../cases/index.ts';
import { dayOf } from '../kernel/civil-date.ts';
import { chipOf } from '../policy/index.ts';
import type { Workflow } from '../workflow/index.ts';
import { type AdoptingServices, adoptLocalSettings } from './keeping/adopt.ts';
import { insertSettings } from './keeping/settings.store.ts';
import { asLocalSetting, type ParameterItem, type SettingData } from './local-setting.ts';
import { fileFieldFindings } from './settable/file-fields.ts';
import { effectOf } from './settable/settable.ts';
import type { KindsUnder } from './trial/try-settings.ts';
import { wordsOfItem } from './view-settings.ts';
import { windowFindings } from './windows/check-windows.ts';

export const LOCAL_SETTING = 'LOCAL_SETTING';

type Kinds = Readonly<Record<string, CaseKind>>;

/** The kind with its workflow. */
export function localSettingKind(
  services: Services & AdoptingServices,
  workflows: readonly Workflow[],
  kindsUnder: KindsUnder,
  follow: (placeCode: string) => Promise<void>,
): CaseKind {
  const kinds = () => kindsUnder(services.law);
  return {
    staysOpen: true,
    workflows: workflows.filter(({ kind }) => kind === LOCAL_SETTING),
    check: (context) => checkSetting(services, kinds(), context),
    dueOn: () => Promise.reject(new Error('a local setting has no term')),
    application: async ({ theCase }) => applicationOf(services.law, kinds(), theCase.data as unknown as SettingData),
    effects: {
      COMPLETED: async ({ tx, actor, theCase }) => {
        const data = theCase.data as unknown as SettingData;
        const { placeCode } = actor.institution;
        await insertSettings(tx, placeCode, data, { caseId: theCase.id, accountId: actor.accountId });
        tx.afterCommit(async () => {
          await adoptLocalSettings(services);
          if (data.items.some((item) => 'clockStands' in item)) await follow(placeCode);
        });
      },
    },
  };
}

/** 设定表: the notice, and each value that it sets with its article. */
function applicationOf(law: Services['law'], kinds: Kinds, { notice, from, to, items }: SettingData): CaseApplication {
  return {
    fields: [
      ['依据文件', notice.number ? `${notice.title}（${notice.number}）` : notice.title],
      ['发布日期', notice.issuedOn],
      ['生效日期', from],
      ['失效日期', to ?? '长期'],
    ],
    lists: [
      {
        title: '设定内容',
        columns: [
          { heading: '事项', width: 70, align: 'left' },
          { heading: '设定为', width: 70, align: 'left' },
          { heading: '依据条款', width: 38 },
        ],
        rows: items.map((item) => {
          const { label, words } = wordsOfItem(law, kinds, item);
          return [label, words, item.kind === 'PARAMETER' ? item.article : ''];
        }),
      },
    ],
    signers: ['经办人', '主管领导'],
  };
}

/** 上位法核对: each value against the law above the place, on the day from which it shall hold. */
async function checkSetting({ law }: Services, kinds: Kinds, { tx, theCase }: CaseContext): Promise<CaseCheck> {
  const authority = await getInstitution(tx, { id: theCase.authorityId });
  const data = theCase.data as unknown as SettingData;
  const items = data.items.filter((item) => item.kind === 'PARAMETER');
  const findings = items.map((item) => findingOf(law, authority, data, item));
  findings.push(...windowFindings(data.items, kinds, { shortName: authority.shortName, notice: data.notice.title }));
  findings.push(...fileFieldFindings(law, authority, data));
  if (data.from < dayOf(tx.now)) findings.push(retroactive(data.from, authority.shortName));
  const count = (verdict: string) => findings.filter((finding) => finding.verdict === verdict).length;
  return {
    findings,
    red: count('REFUSE'),
    amber: count('DISCRETIONARY'),
    green: count('ALLOW'),
    note: null,
    unsound: 0,
  };
}

function findingOf(
  law: Services['law'],
  authority: { placeCode: string; name: string; shortName: string },
  data: SettingData,
  item: ParameterItem,
): CaseFinding {
  const effect = effectOf(law, asLocalSetting(authority, data, item), data.from);
  const finding = { ruleId: item.ruleId, force: 'MUST', facts: {}, clauses: [], count: 1 } as const;
  if (!effect?.basis) {
    const sentence = `${data.from}本地没有“${item.ruleId}”这项规定`;
    const remedy = '从可设参数中另选，或改生效日期';
    return {
      ...finding,
      verdict: 'REFUSE',
      code: 'NO_SUCH_PARAMETER',
      sentence,
      remedy,
      chip: authority.shortName,
      instrument: data.notice.title,
    };
  }
  const { basis, label, before, after, because } = effect;
  const cited = { chip: chipOf(basis), instrument: basis.instrument.title, clauses: basis.clauses };
  if (because) {
    const sentence = `${label}：${after}，不能设定，${because}`;
    return {
      ...finding,
      ...cited,
      verdict: 'REFUSE',
      code: 'AGAINST_LAW_ABOVE',
      sentence,
      remedy: '改为上位规定允许的值',
    };
  }
  const sentence = before === undefined ? `${label}：${after}，原未规定` : `${label}：${after}，原为${before}`;
  return { ...finding, ...cited, verdict: 'ALLOW', code: 'WITHIN_LAW_ABOVE', sentence };
}

/** Nothing forbids it, but who was decided on in the meantime was decided on under the old value. */
const retroactive = (from: string, chip: string): CaseFinding => ({
  ruleId: 'local-setting',
  verdict: 'DISCRETIONARY',
  force: 'PRINCIPLE',
  code: 'RETROACTIVE',
  sentence: `自${from}起生效，早于今天；其间已办结的不重新核办`,
  remedy: '写明理由，或改为今天以后生效',
  chip,
  instrument: '',
  clauses: [],
  facts: {},
  count: 1,
});

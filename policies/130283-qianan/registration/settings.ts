/** 迁安参数: what Qian'an sets, and what it sets against the nation and therefore does not take effect. */
import { cite, type Setting, setting, withoutEffect } from '../../../src/policy/index.ts';
import { entryAge } from '../../000000-national/registration/entry-age.ts';
import { oneRegistration } from '../../000000-national/registration/one-registration.ts';
import { registrationNumber } from '../../000000-national/registration/registration-number.ts';
import { system } from '../instruments.ts';

export const settings: readonly Setting[] = [
  setting(
    entryAge,
    { years: 6, cutoff: '08-31', underAge: 'GENERALLY_NOT' },
    cite(system, '二、（一）', 'S5-2.1.3', 'S5-2.1.6'),
  ),
  withoutEffect(
    setting(registrationNumber, { length: 14 }, cite(system, '三、1', 'S5-3.1.1', 'S5-3.1.2', 'S5-3.1.3')),
    '国家·第五条规定学籍号按全国规则生成；14位号码只作地方辅号',
  ),
  withoutEffect(
    setting(registrationNumber, { issuedBy: '乡镇中心校' }, cite(system, '二、（一）', 'S5-2.1.7')),
    '国家·第五条规定学籍号由全国学籍系统编制；中心校只编地方辅号',
  ),
  withoutEffect(
    setting(oneRegistration, { live: 2 }, cite(system, '二、（一）', 'S5-2.1.5', 'S5-2.1.7', 'S5-2.3.2')),
    '国家·第六条规定不得重复建立学籍；随迁子女在就读学校建正式学籍，借读只作借读记录',
  ),
];

/** 监管: how the clauses of this subject are kept that nothing executes. */
import { type Keeping, notComputable, record } from './kept.ts';

const PURPOSE = notComputable('只写目的和依据，没有可核对的条件');
const POSTS = record('src/authorities/offices/office.ts', '校长、主管副校长、学籍管理员三种责任岗位及任职时间');

export const oversight: Keeping = {
  'MOE-N0.1': record('policies/000000-national/instruments.ts', '国家文本、印发日期，各地法规包都在其下'),
  'MOE-N3.2': record('src/authorities/accounts/training.api.ts', '登记培训须含的五项内容'),
  'MOE-N3.3': record('src/authorities/accounts/record-training.ts', '登记培训时写明培训单位'),
  'MOE-N4.5': notComputable('经费由教育部安排，系统不作核对'),
  'CG-0.1': record('policies/411082-changge/instruments.ts', '长葛文本、印发日期，位于国家和河南之下'),
  'SC-0.7': notComputable('网页所载登录网址，没有规范内容'),
  'SC-1.1': PURPOSE,
  'SC-3.8': POSTS,
  'SC-53.1': record('src/policy/law/resolve.ts', '下级文本可补定、收窄上级参数，放宽的不适用'),
  'SC-54.1': record('policies/510000-sichuan/instruments.ts', '施行日期空缺，按2017年末计'),
  'S1-1.1': PURPOSE,
  'S2-1.1': PURPOSE,
  'S3-0.1': PURPOSE,
  'S3-2.1.1': notComputable('纸质书写的墨水和字迹由学校查看；系统内的改动都有留痕'),
  'S4-0.1': PURPOSE,
  'S5-2.0': record('src/policy/law/resolve.ts', '下级规定与上级抵触的不适用，并注明上级条文'),
  'S5-3.0': notComputable('对学籍工作的总要求，没有可核对的条件'),
  'S6-1.1': PURPOSE,
  'S6-2.1': record('policies/schools/town-primary-school/pack.ts', '只对采用此文本的学校适用'),
  'S6-28.2': record('src/audit/record.store.ts', '每次写入都记下何人、何时、改前改后'),
  'S6-29.1': record('src/audit/verify.ts', '留痕被改动即可查出'),
  'SX-0.3': notComputable('网页所印网址属河南域名，疑为误印，没有规范内容'),
  'SX-1.1': PURPOSE,
  'SX-3.13': POSTS,
  'SX-4.1': record('src/cases/engine/advance.ts', '学校提交，属地逐级审核，各级只办本行政区域的办件'),
};

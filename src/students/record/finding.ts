/**
 * 校验结论: the one table of everything that can be found in what was filled in about a student.
 *
 * Red must be mended before the record counts; amber stands once a person has looked at it. The cause is the title under
 * which an import groups its rows, the sentence says what was found and expected, the remedy what to do about it.
 */
const FINDINGS = {
  // any item
  REQUIRED: ['red', '{label}未填', '{label}为必填项，未填。', '补填{label}'],
  REQUIRED_HERE: ['red', '{label}未填', '{why}的须填{label}。', '补填{label}'],
  TOO_LONG: ['red', '{label}过长', '{label}最多{limit}字，现为{found}字。', '删减到{limit}字以内'],
  NOT_IN_TABLE: ['red', '{label}不在代码表', '“{found}”不是{label}的代码或名称。', '从“{choices}”中选填'],
  NOT_A_DATE: ['red', '{label}不是日期', '“{found}”不是实有的日期。', '写作2019-12-03'],
  NOT_A_MONTH: ['red', '{label}不是年月', '“{found}”不是实有的年月。', '写作2026-09'],
  NOT_A_VALIDITY: ['red', '{label}写法不符', '“{found}”不是有效期。', '写作2024-03-01至2029-03-01，长期有效的写“长期”'],
  NOT_YES_NO: ['red', '{label}须填是或否', '“{found}”不是“是”或“否”。', '改填“是”或“否”'],
  NOT_A_NUMBER: ['red', '{label}不是数', '“{found}”不是{label}可用的数。', '只填数字，范围{least}至{most}'],
  NOT_A_PLACE: ['red', '{label}查无此地', '“{found}”不在行政区划代码表。', '写全省、市、县（市、区）名称，或填6位代码'],
  PLACE_AMBIGUOUS: ['red', '{label}不止一处', '“{found}”不止一处：{choices}。', '写全省、市名称，或填6位代码'],
  PLACE_DETAIL_LEFT: ['amber', '{label}多于县级', '{label}登记到县（市、区），“{rest}”不登记。', '核对后确认'],
  STORED_AS_NUMBER: ['red', '{label}成了数值', '此格为数值，末几位可能已失真。', '把该列设为文本后重填'],
  UNPRINTABLE: ['red', '{label}有看不见的字符', '{label}中有看不见的字符。', '删去看不见的字符'],
  // names
  NAME_UNREADABLE: [
    'red',
    '{label}有未显示的字',
    '“{found}”多为生僻字未能显示所致。',
    '对照户口簿，用GB 18030收录的字重填',
  ],
  NAME_PRIVATE_CHARACTER: [
    'red',
    '{label}用了自造字',
    '第{position}个字是自造字，换一台电脑就无法显示。',
    '改用GB 18030收录的标准字',
  ],
  NAME_COMPONENT: ['red', '{label}用了部首或拼字符', '“{found}”是部首或拼字符，不是汉字。', '改用GB 18030收录的标准字'],
  NAME_COMPATIBILITY_CHARACTER: [
    'amber',
    '{label}用了兼容字',
    '“{found}”是兼容字，与标准字“{standard}”同形，查重时会被当成两个字。',
    '换成标准字',
  ],
  NAME_DIGITS: ['red', '{label}含数字', '{label}中有数字“{found}”。', '对照户口簿删去数字'],
  NAME_SYMBOL: ['red', '{label}含符号', '{label}中有符号“{found}”。', '对照户口簿改'],
  NAME_MIXED: ['amber', '{label}汉字字母混写', '{label}中汉字与字母“{found}”混写。', '对照户口簿核对，无误则确认'],
  NAME_OTHER_SCRIPT: [
    'red',
    '{label}文字不符',
    '“{found}”不是汉字或拉丁字母。',
    '按户口簿上的汉字，或护照上的拉丁字母填写',
  ],
  NAME_SPACES: ['amber', '{label}含空格', '{label}“{found}”中有空格。', '去掉空格，或改用间隔号“·”'],
  NAME_DOT: ['amber', '{label}间隔号写法不一', '间隔号写成了“{found}”，应为“·”。', '改用“·”'],
  NAME_DOT_AT_END: ['red', '{label}首尾有间隔号', '间隔号只用在两段名字之间。', '删去首尾的间隔号'],
  NAME_SHORT: ['amber', '{label}只有一个字', '{label}只有一个字。', '对照户口簿核对，无误则确认'],
  // identity documents
  ID_LENGTH: ['red', '{label}位数不对', '{label}应为18位，现为{found}位。', '对照户口簿补全或删去多余的字符'],
  ID_CHARACTERS: [
    'red',
    '{label}含非数字',
    '第{position}位是“{found}”，只有末位可以是X，其余应为数字。',
    '对照户口簿改',
  ],
  ID_ROUNDED: [
    'red',
    '{label}末几位失真',
    '末三位成了000，多为表格软件把号码当数值存放所致。',
    '把该列设为文本，对照户口簿重填',
  ],
  ID_DATE: ['red', '{label}出生日期不实', '第7至14位{found}不是实有的日期。', '对照户口簿改'],
  ID_DATE_FUTURE: ['red', '{label}出生日期在今天之后', '第7至14位的出生日期{found}在今天之后。', '对照户口簿改'],
  ID_DATE_EARLY: ['red', '{label}出生日期过早', '第7至14位的出生日期{found}早于1900年。', '对照户口簿改'],
  ID_CHECK_DIGIT: [
    'red',
    '{label}校验位不符',
    '按前17位推算末位应为{expected}，现为{found}。不一定错在末位，请对照户口簿逐位看。',
    '对照户口簿改',
  ],
  ID_BIRTH: [
    'red',
    '{label}与出生日期不符',
    '号中出生日期为{inNumber}，所填出生日期为{filled}。',
    '对照户口簿，改号码或改出生日期',
  ],
  ID_GENDER: [
    'red',
    '{label}与性别不符',
    '第17位为{digit}，表示{inNumber}，所填性别为{filled}。',
    '对照户口簿，改号码或改性别',
  ],
  ID_AREA_UNKNOWN: [
    'amber',
    '{label}地区码未收录',
    '地区码{found}不在历年行政区划代码中。',
    '对照户口簿核对，无误则确认',
  ],
  ID_AREA_ABOLISHED: [
    'amber',
    '{label}地区码已撤销',
    '地区码{found}（{place}）已撤销，号码有效。',
    '号码有效，只需确认',
  ],
  ID_FIFTEEN: ['amber', '{label}为15位旧号', '15位旧号已停用，换算为18位。', '核对后换成18位'],
  ID_KIND: [
    'red',
    '{label}与证件类型不符',
    '此号是{kind}的号码，所填证件类型为“{filled}”。',
    '改选证件类型，或对照证件改号码',
  ],
  DOCUMENT_FORM: ['red', '{label}写法不符', '{label}不合“{document}”号码的写法：{form}。', '对照证件改'],
  DOCUMENT_NOT_NEEDED: [
    'amber',
    '无证件却填了{label}',
    '证件类型为“{document}”，却填了{label}。',
    '改选证件类型，或删去号码',
  ],
  REGISTRATION_NUMBER_FORM: [
    'red',
    '学籍号写法不符',
    '学籍号应为G、L或J加18位，共19位。',
    '对照学籍卡改，或留空由系统生成',
  ],
  SCHOOL_CODE_FORM: ['red', '学校标识码写法不符', '学校标识码应为10位数字，现为“{found}”。', '对照学校信息改'],
  // contact
  PHONE: ['red', '{label}位数不对', '{label}应为11位手机号，或带区号的固定电话。', '应为11位'],
  POSTAL_CODE: ['red', '{label}位数不对', '{label}应为6位数字，现为“{found}”。', '应为6位数字'],
  EMAIL: ['red', '{label}写法不符', '{label}应形如name@example.cn。', '对照名片或邮件改，没有则留空'],
  WEB_ADDRESS: ['red', '{label}写法不符', '{label}应以http://或https://开头。', '补全网址，没有则留空'],
  ADDRESS_SHORT: ['amber', '{label}过于简略', '{label}“{found}”到不了门牌。', '写到村组或门牌号'],
  // between items
  BORN_IN_FUTURE: ['red', '出生日期在今天之后', '出生日期{found}在今天之后。', '对照户口簿改'],
  AGE_UNUSUAL: ['amber', '年龄少见', '按出生日期，今天为{age}周岁。', '对照户口簿核对，无误则确认'],
  ADMITTED_BEFORE_BIRTH: ['red', '入学早于出生', '入学年月{admitted}早于出生日期。', '改入学年月或出生日期'],
  ADMITTED_FAR_AHEAD: ['red', '入学年月过晚', '入学年月{admitted}在一年以后。', '改入学年月'],
  FOREIGN_WITH_CITIZEN_CARD: [
    'red',
    '国籍与证件类型不符',
    '居民身份证只发给中国公民，所填国籍为{country}。',
    '改国籍或改证件类型',
  ],
  OVERSEAS_DISAGREES: [
    'amber',
    '国籍与港澳台侨外不符',
    '国籍/地区为{country}，港澳台侨外为“{status}”。',
    '核对后改其中一项，无误则确认',
  ],
  MEMBER_TOO_YOUNG: ['amber', '政治面貌与年龄不符', '{age}周岁，政治面貌为“{status}”。', '核对后改，无误则确认'],
  HEALTH_DISAGREES: [
    'amber',
    '健康状况与残疾类型不符',
    '健康状况为“{health}”，残疾类型为“{disability}”。',
    '对照残疾证改其中一项',
  ],
  INCLUSION_DISAGREES: [
    'amber',
    '随班就读与残疾类型不符',
    '随班就读为“{inclusion}”，残疾类型为“{disability}”。',
    '对照残疾证改其中一项',
  ],
  LEFT_AND_MIGRANT: [
    'amber',
    '留守与随迁并存',
    '既填留守儿童，又填随迁子女。',
    '留守儿童与随迁子女只能是其一，核对后改',
  ],
  ORPHAN_WITH_PARENT: ['amber', '孤儿与家庭成员不符', '填为孤儿，家庭成员中有{relation}。', '核对后改其中一项'],
  // guardians
  GUARDIAN_MISSING: ['red', '没有监护人', '至少须有一名家庭成员“是否监护人”填“是”。', '补填监护人'],
  GUARDIAN_NUMBER_NEEDED: [
    'red',
    '无证件学生缺监护人证件号',
    '学生无身份证件，须填至少一名监护人的身份证件号。',
    '补填监护人身份证件号',
  ],
  GUARDIAN_SAME_NUMBER: ['red', '监护人证件号与学生相同', '监护人与学生的身份证件号相同。', '对照户口簿改'],
  GUARDIANS_ALIKE: ['red', '两名家庭成员证件号相同', '两名家庭成员的身份证件号相同。', '对照户口簿改'],
  GUARDIAN_UNDER_AGE: [
    'amber',
    '监护人未成年',
    '按证件号，监护人今天为{age}周岁，不满18周岁。',
    '核对监护人，无误则确认',
  ],
  GUARDIAN_GENDER: ['amber', '监护人关系与证件号不符', '关系为{relation}，证件号表示{inNumber}。', '核对关系和证件号'],
  RELATION_NOTE_NEEDED: ['amber', '缺关系说明', '关系为“{relation}”，须说明是何关系。', '填写关系说明'],
  // the family's circumstances
  UNEMPLOYED_TOO_MANY: ['red', '失业人数多于家庭人口', '失业{unemployed}人，家庭人口{family}人。', '核对后改'],
} as const satisfies Record<string, readonly [severity: Severity, cause: string, sentence: string, remedy: string]>;

export type Severity = 'red' | 'amber';
export type FindingCode = keyof typeof FINDINGS;

/** One thing found. `at` counts UTF-16 units of the text as it was filled in, half-open. */
export interface Finding {
  readonly severity: Severity;
  readonly code: FindingCode;
  /** Short title under which like findings are grouped. */
  readonly cause: string;
  readonly sentence: string;
  readonly remedy: string;
  readonly at?: readonly [from: number, to: number];
  /** The text that cures it mechanically; a person looks before it is taken. */
  readonly proposal?: string;
}

/** A finding about one item of the record; `field` is the item's path (`identityNumber`, `guardians.0.phone`). */
export interface RecordFinding extends Finding {
  readonly field: string;
}

type Holes<S extends string> = S extends `${string}{${infer Hole}}${infer Rest}` ? Hole | Holes<Rest> : never;
/** What must be filled into the texts of a finding. */
export type FindingHoles<C extends FindingCode> = Record<Holes<(typeof FINDINGS)[C][1 | 2 | 3]>, string | number>;
type Extras = Pick<Finding, 'at' | 'proposal'>;

/** Builds a finding whose holes must all be filled: `finding('TOO_LONG', { label: '姓名', limit: 60, found: 61 })`. */
export function finding<C extends FindingCode>(code: C, holes: FindingHoles<C>, extras: Extras = {}): Finding {
  const [severity, cause, sentence, remedy] = FINDINGS[code];
  return {
    severity,
    code,
    cause: fill(cause, holes),
    sentence: fill(sentence, holes),
    remedy: fill(remedy, holes),
    ...extras,
  };
}

/** Every code with its texts, for the documentation and the tests of wording. */
export function listFindings(): {
  code: FindingCode;
  severity: Severity;
  cause: string;
  sentence: string;
  remedy: string;
}[] {
  return (Object.keys(FINDINGS) as FindingCode[]).map((code) => {
    const [severity, cause, sentence, remedy] = FINDINGS[code];
    return { code, severity, cause, sentence, remedy };
  });
}

function fill(template: string, holes: Record<string, string | number>): string {
  return template.includes('{')
    ? template.replace(/\{(\w+)\}/g, (_, hole: string) => String(holes[hole] ?? ''))
    : template;
}

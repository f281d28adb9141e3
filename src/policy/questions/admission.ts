/** 招生入学之问: plans, check-in and the gates of entry. */
import { STAGES } from './choices.ts';
import { choice, choices, day, flag, number, optional, question } from './fact.ts';

export const admissionQuestions = {
  /** May the school admit this child within its plan and its area? */
  'admission-plan': question('招生录取', {
    stage: choice('学段', STAGES),
    season: choice('招生季', { AUTUMN: '秋季', SPRING: '春季' }),
    places: optional(number('招生计划', '人')),
    /** This child included. */
    admitted: optional(number('连同此名已录取', '人')),
    tested: optional(flag('入学须经考试或测评')),
    householdWithGuardian: optional(flag('与监护人户籍一致')),
    livesAtHousehold: optional(flag('户籍与实际常住地一致')),
    crossCity: optional(flag('跨市（州）招生')),
    provincialQuota: optional(flag('列入省跨市招生计划')),
    privateSchool: optional(flag('民办学校')),
    methodApproved: optional(flag('招生办法已经市级批准')),
    care: optional(
      choice('照顾对象', {
        SOLDIER: '现役军人子女',
        TRANSFERRED: '部队转业干部子女',
        DISABLED: '残疾学生',
      }),
    ),
  }),
  /** Does an entrant report in time and with the papers, or with a deferral? Applied for on the day asked about. */
  'check-in': question('新生报到与延期', {
    stage: choice('学段', STAGES),
    termStart: day('开学日期'),
    reportedOn: optional(day('报到日期')),
    deferralDays: optional(number('申请或准予延期', '天')),
    hasProof: optional(flag('有延期证明')),
    papers: optional(
      choices('报到所持材料', { NOTICE: '录取（入学）通知书', PRIMARY_FILE: '小学生档案', HOUSEHOLD: '户口簿' }),
    ),
  }),
  /** What may be done about an entrant who has not come by the day asked about? */
  'no-show': question('新生未报到', {
    stage: choice('学段', STAGES),
    termStart: day('开学日期'),
    act: choice('拟办事项', { URGE: '督促入学', DROPOUT: '按辍学登记', GIVE_UP: '取消入学资格' }),
    contacts: number('学校督促联系', '次'),
    deferredTo: optional(day('准予延期至')),
    leaveAppliedOn: optional(day('申请休学日期')),
    postponed: optional(flag('已批准延缓入学')),
  }),
  /** How does the child of parents who work away from home enter? */
  'migrant-entry': question('随迁子女入学', {
    stage: choice('学段', STAGES),
    registration: choice('拟建学籍', { FULL: '正式学籍', GUEST: '借读或临时学籍' }),
    papers: optional(
      choices('所持材料', {
        RESIDENCE: '居住证（暂住证）',
        EMPLOYMENT: '就业证明',
        LICENCE: '营业执照',
        HOUSEHOLD: '户口簿',
        LEASE: '住房或租房证明',
      }),
    ),
  }),
  /** May a senior school register whom it has admitted? */
  'senior-entry': question('高中入学资格', {
    stage: choice('学段', STAGES),
    withinPlan: flag('在招生计划内正式录取'),
    notice: flag('持有市级核准的录取通知书'),
    entered: flag('已办理入学手续'),
    feesPaid: flag('已缴纳相关费用'),
    fraud: flag('弄虚作假、冒名顶替'),
    privateSchool: flag('民办学校'),
    cityApproved: optional(flag('市级教育行政部门已审批')),
  }),
  /** May the grade or the stage be moved up? */
  promotion: question('升级、升学', {
    stage: choice('现学段', STAGES),
    move: choice('升入', { NEXT_GRADE: '本学段下一年级', NEXT_STAGE: '下一学段' }),
    newFile: flag('拟另建学籍档案'),
    photoRetaken: optional(flag('已重新采集照片')),
  }),
  /** Are the class groups of a grade made up evenly? */
  'class-balance': question('均衡编班', {
    stage: choice('学段', STAGES),
    largest: number('人数最多的班', '人'),
    smallest: number('人数最少的班', '人'),
    mostBoys: number('男生最多的班有男生', '人'),
    fewestBoys: number('男生最少的班有男生', '人'),
  }),
};

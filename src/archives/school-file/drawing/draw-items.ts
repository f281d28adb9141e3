/** 归集学校学籍档案: the ten items of a school year, drawn from what the product knows today. */
import type { Actor, Services } from '../../../access/index.ts';
import { classGroupName, gradeName, type Institution, listClassGroups } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { listGraduates } from '../../../graduation/index.ts';
import { type CivilDate, dayOf } from '../../../kernel/civil-date.ts';
import { rosterAsOf } from '../../../placements/index.ts';
import { SCHOOL_FILE_KINDS, type SchoolFileKind } from '../../../policy/index.ts';
import { genders, labelOf } from '../../../students/index.ts';
import { rosterDayOf, type SchoolFileItem, type YearOfFile } from '../school-file.ts';
import {
  listAdmitted,
  listAwards,
  listCampuses,
  listCompleted,
  listProofStubs,
  listStubs,
  listVouchers,
  type OfYear,
} from './items.store.ts';

/** 学生增减情况登记表 is drawn by what lies above archives. */
export type RegisterOfChanges = (
  tx: Transaction,
  actor: Actor,
  wish: { schoolId: string; from: CivilDate; to: CivilDate },
) => Promise<{
  items: {
    on: string;
    kindWords: string;
    name: string;
    genderWords: string;
    gradeWords: string;
    other: string | null;
  }[];
}>;

export interface Drawing {
  tx: Transaction;
  services: Pick<Services, 'cipher'>;
  actor: Actor;
  school: Institution;
  year: YearOfFile;
  register: RegisterOfChanges;
}

/** 休学、复学、转学、借读、退学 (SX-6.1.4). */
const CHANGES = {
  LEAVE: '休学',
  LEAVE_EXTENSION: '延长休学',
  RETURN: '复学',
  TRANSFER: '转学',
  GUEST_STUDY: '借读',
  WITHDRAWAL: '退学',
  AUTOMATIC_WITHDRAWAL: '自动退学',
};
/** 奖励处分材料 (SX-6.1.10): a revoked one leaves the student's file and stays here. */
const CONDUCT = { DISCIPLINE: '处分', DISCIPLINE_REVOCATION: '撤销处分' };
const STAGES = { PRIMARY: '小学', JUNIOR: '初中', SENIOR: '普通高中' } as const;
type Stage = keyof typeof STAGES;

const rowOf = (...cells: (string | null | undefined)[]): string[] => cells.map((cell) => cell ?? '');
const genderOf = (code: string): string => labelOf(genders, code) ?? code;

/** All ten, in the order of the text; an item of which there is nothing has no rows. */
export async function drawItems(drawing: Drawing): Promise<SchoolFileItem[]> {
  const items: SchoolFileItem[] = [];
  for (const kind of Object.keys(SCHOOL_FILE_KINDS) as SchoolFileKind[]) {
    const { columns, draw } = SOURCES[kind];
    items.push({ kind, columns, rows: await draw(drawing, ofYear(drawing)) });
  }
  return items;
}

const ofYear = ({ school, year }: Drawing): OfYear => ({ schoolId: school.id, path: school.path, ...year });

interface Source {
  columns: readonly string[];
  draw: (drawing: Drawing, of: OfYear) => Promise<string[][]>;
}

const PERSON = ['姓名', '性别', '出生日期'] as const;

const SOURCES: Readonly<Record<SchoolFileKind, Source>> = {
  SCHOOL_FORM: {
    columns: ['项目', '内容'],
    draw: async ({ school }) => [
      rowOf('学校名称', school.name),
      rowOf('学校标识码', school.code),
      rowOf('行政区划代码', school.placeCode),
      rowOf('学段', school.stages.map((stage) => STAGES[stage as Stage]).join('、')),
    ],
  },
  CAMPUS_FORM: {
    columns: ['校区', '地址', '启用日期', '停用日期'],
    draw: async ({ tx }, of) =>
      (await listCampuses(tx, of)).map((one) => rowOf(one.name, one.address, one.valid_from, one.valid_to)),
  },
  CLASS_ROSTERS: {
    columns: ['班级', '座号', ...PERSON, '学籍号'],
    draw: drawRosters,
  },
  CHANGES: {
    columns: ['办件编号', '类别', '事项', '办结日期', '办结单位'],
    draw: ({ tx }, of) => drawCases(tx, of, CHANGES),
  },
  COUNTS: {
    columns: ['日期', '增减', '姓名', '性别', '年级', '转自或转往'],
    draw: async ({ tx, actor, school, year, register }) => {
      const to = rosterDayOf(year, dayOf(tx.now));
      if (to < year.from) return [];
      const { items } = await register(tx, actor, { schoolId: school.id, from: year.from, to });
      return items.map((one) => rowOf(one.on, one.kindWords, one.name, one.genderWords, one.gradeWords, one.other));
    },
  },
  GRADUATES: {
    columns: ['学段', ...PERSON, '结果', '办结日期', '办件编号'],
    draw: async ({ tx, school, year }) => {
      const rows: string[][] = [];
      for (const stage of school.stages as readonly Stage[]) {
        const ended = await listGraduates(tx, {
          schoolId: school.id,
          stage,
          year: year.year + 1,
          outcome: 'GRADUATED',
        });
        for (const one of ended) {
          rows.push(rowOf(STAGES[stage], one.name, genderOf(one.gender), one.bornOn, '毕业', one.on, one.caseNumber));
        }
      }
      return rows;
    },
  },
  COMPLETION_STUBS: {
    columns: ['证书编号', ...PERSON, '班级', '编号日期', '发放日期', '收回日期'],
    draw: async ({ tx }, of) =>
      (await listStubs(tx, of, 'COMPLETED')).map((one) =>
        rowOf(
          ...[one.number, one.name, genderOf(one.gender), one.born_on, one.class_words],
          ...[one.numbered_on, one.handed_on, one.called_back_on],
        ),
      ),
  },
  SCHOOLING_STUBS: {
    columns: ['编号', ...PERSON, '原证书编号', '出具日期'],
    draw: async ({ tx }, of) =>
      (await listProofStubs(tx, of)).map((one) =>
        rowOf(one.number, one.name, genderOf(one.gender), one.born_on, one.certificate_number, one.issued_on),
      ),
  },
  ENTRANTS: {
    columns: ['学段', '姓名', '证件号码', '入学方式', '录取通知书号', '报到日期', '未注册原因'],
    draw: async ({ tx }, of) =>
      (await listAdmitted(tx, of)).map((one) =>
        rowOf(
          ...[STAGES[one.stage as Stage], one.name, one.identity_masked, one.entry_way],
          ...[one.notice_number, one.checked_in_on, one.end_reason ? (ENDS[one.end_reason] ?? '') : ''],
        ),
      ),
  },
  VOUCHERS: {
    columns: ['类别', '名称', '学生或办件', '日期', '经办'],
    draw: drawVouchers,
  },
};

const ENDS: Readonly<Record<string, string>> = {
  ...{ NO_SHOW: '未报到', FRAUD: '弄虚作假，取消入学资格', ELSEWHERE: '到他校就读', FINISHED: '已办结' },
};

async function drawRosters({ tx, services, school, year }: Drawing): Promise<string[][]> {
  const on = rosterDayOf(year, dayOf(tx.now));
  const lines = await rosterAsOf(tx, services, { school, on });
  const groups = new Map((await listClassGroups(tx, school.id, on)).map((group) => [group.id, group]));
  return lines
    .map((one) => {
      const group = one.classGroupId === null ? undefined : groups.get(one.classGroupId);
      const words = group ? classGroupName(one.grade, group.ordinal) : `${gradeName(one.grade)}未分班`;
      return {
        key: `${String(one.grade).padStart(2, '0')}/${String(group?.ordinal ?? 999).padStart(3, '0')}`,
        row: rowOf(words, one.seatNo?.toString(), one.name, genderOf(one.gender), one.bornOn, one.registrationNumber),
      };
    })
    .toSorted((a, b) => a.key.localeCompare(b.key))
    .map(({ row }) => row);
}

async function drawCases(tx: Transaction, of: OfYear, kinds: Readonly<Record<string, string>>): Promise<string[][]> {
  const rows = await listCompleted(tx, of, Object.keys(kinds));
  return rows.map((one) => rowOf(one.number, kinds[one.kind], one.title, dayOf(one.at), one.by));
}

async function drawVouchers({ tx }: Drawing, of: OfYear): Promise<string[][]> {
  const papers = (await listVouchers(tx, of)).map((one) =>
    rowOf('凭证资料', one.what, `${one.number} ${one.title}`, dayOf(one.made_at), one.person_name),
  );
  const awards = (await listAwards(tx, of)).map((one) => rowOf('奖励', one.title, one.name, one.given_on, one.giver));
  const conduct = (await drawCases(tx, of, CONDUCT)).map(([number, kind, title, on, by]) =>
    rowOf(kind, title, number, on, by),
  );
  return [...papers, ...awards, ...conduct];
}

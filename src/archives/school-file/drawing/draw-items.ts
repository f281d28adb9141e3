/** 归集学校学籍档案: the ten items of a school year, drawn from what the product knows today. */
import type { Actor, Services } from '../../../access/index.ts';
import { ENTRY_WAYS, type EntryWay } from '../../../admissions/index.ts';
import {
  classGroupName,
  gradeName,
  type Institution,
  listClassGroups,
  nameOn,
  PROFILE_ITEMS,
  type ProfileItem,
  profileOf,
  SCHOOL_TYPES,
} from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { listGraduates } from '../../../graduation/index.ts';
import { type CivilDate, dayOf } from '../../../kernel/civil-date.ts';
import { chainOf } from '../../../kernel/place-codes.ts';
import { listFileFields } from '../../../local-settings/index.ts';
import { rosterAsOf } from '../../../placements/index.ts';
import { SCHOOL_FILE_KINDS, type SchoolFileKind } from '../../../policy/index.ts';
import { genders, labelOf } from '../../../students/index.ts';
import { rosterDayOf, type SchoolFileItem, type YearOfFile } from '../school-file.ts';
import { CHANGE_COLUMNS, drawChanges, drawVouchers, rowOf, VOUCHER_COLUMNS } from './draw-cases.ts';
import {
  listAdmitted,
  listCampuses,
  listCertificateNumbers,
  listProofStubs,
  listStubs,
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

const STAGES = { PRIMARY: '小学', JUNIOR: '初中', SENIOR: '普通高中' } as const;
type Stage = keyof typeof STAGES;

const genderOf = (code: string): string => labelOf(genders, code) ?? code;

/** All ten, in the order of the text; an item of which there is nothing has no rows. */
export async function drawItems(drawing: Drawing): Promise<SchoolFileItem[]> {
  const items: SchoolFileItem[] = [];
  for (const kind of Object.keys(SCHOOL_FILE_KINDS) as SchoolFileKind[]) items.push(await drawItem(drawing, kind));
  return items;
}

/** One of the ten. */
export async function drawItem(drawing: Drawing, kind: SchoolFileKind): Promise<SchoolFileItem> {
  const { columns, draw } = SOURCES[kind];
  return { kind, columns, rows: await draw(drawing, ofYear(drawing)) };
}

/** Is the item kept by a school of these stages? The roll of the admitted is one of junior and senior schools. */
export const concerns = (kind: SchoolFileKind, { stages }: Pick<Institution, 'stages'>): boolean =>
  kind !== 'ENTRANTS' || stages.some((stage) => stage !== 'PRIMARY');

const ofYear = ({ school, year }: Drawing): OfYear => ({ schoolId: school.id, path: school.path, ...year });

interface Source {
  columns: readonly string[];
  draw: (drawing: Drawing, of: OfYear) => Promise<string[][]>;
}

const PERSON = ['姓名', '性别', '出生日期'] as const;

const SOURCES: Readonly<Record<SchoolFileKind, Source>> = {
  SCHOOL_FORM: {
    columns: ['项目', '内容'],
    draw: drawSchoolForm,
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
    columns: CHANGE_COLUMNS,
    draw: ({ tx }, of) => drawChanges(tx, of),
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
    columns: ['学段', ...PERSON, '结果', '办结日期', '办件编号', '毕业证书编号'],
    draw: async ({ tx, school, year }, of) => {
      const rows: string[][] = [];
      const certificates = await listCertificateNumbers(tx, of);
      for (const stage of school.stages as readonly Stage[]) {
        const ended = await listGraduates(tx, {
          schoolId: school.id,
          stage,
          year: year.year + 1,
          outcome: 'GRADUATED',
        });
        for (const one of ended) {
          const person = [STAGES[stage], one.name, genderOf(one.gender), one.bornOn];
          rows.push(rowOf(...person, '毕业', one.on, one.caseNumber, certificates.get(one.studentId)?.number));
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
          ...[STAGES[one.stage as Stage], one.name, one.identity_masked, ENTRY_WAYS[one.entry_way as EntryWay]],
          ...[one.notice_number, one.checked_in_on, one.end_reason ? (ENDS[one.end_reason] ?? '') : ''],
        ),
      ),
  },
  VOUCHERS: {
    columns: VOUCHER_COLUMNS,
    draw: async (drawing, of) => [...(await drawVouchers(drawing.tx, of)), ...(await drawFields(drawing))],
  },
};

const ENDS: Readonly<Record<string, string>> = {
  ...{ NO_SHOW: '未报到', FRAUD: '弄虚作假，取消入学资格', ELSEWHERE: '到他校就读', FINISHED: '已办结' },
};

/** 地方教育行政部门规定的其他信息 (SX-6.1.10): which fields stood in the files of the year; the values stand in the files. */
async function drawFields({ tx, school, year }: Drawing): Promise<string[][]> {
  const fields = await listFileFields(tx, chainOf(school.placeCode), rosterDayOf(year, dayOf(tx.now)));
  return fields
    .filter(({ ended, stages }) => !ended && stages.some((stage) => school.stages.includes(stage)))
    .map(({ title, from, placeName, required }) =>
      rowOf('地方规定的信息', title, required ? '必填，填在学生档案内' : '选填，填在学生档案内', from, placeName, ''),
    );
}

const OWNERSHIP = { PUBLIC: '公办', PRIVATE: '民办' } as const;

/** As the form of annex 1 has it; the name is that of the year, the rest as it stands when it is drawn. */
async function drawSchoolForm({ tx, school, year }: Drawing, of: OfYear): Promise<string[][]> {
  const profile = profileOf(school.profile);
  const on = rosterDayOf(year, dayOf(tx.now));
  const campuses = await listCampuses(tx, of);
  const years = (Object.keys(STAGES) as Stage[])
    .filter((stage) => school.stages.includes(stage))
    .map((stage) => `${STAGES[stage]}${school.years[stage] ?? ''}年`);
  return [
    rowOf('学校名称', await nameOn(tx, school, on)),
    rowOf('学校标识码', school.code),
    rowOf('英文名称', school.englishName),
    rowOf('行政区划代码', school.placeCode),
    rowOf('办学类型', school.schoolType && SCHOOL_TYPES[school.schoolType]),
    rowOf('举办性质', school.ownership && OWNERSHIP[school.ownership]),
    rowOf('学段和学制', years.join('、')),
    rowOf('校区数', String(campuses.length)),
    rowOf('启用日期', school.validFrom),
    ...(school.validTo ? [rowOf('停用日期', school.validTo)] : []),
    ...(Object.keys(PROFILE_ITEMS) as ProfileItem[]).map((item) => rowOf(PROFILE_ITEMS[item], profile[item])),
  ];
}

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

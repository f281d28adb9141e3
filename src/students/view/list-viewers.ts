/** 谁看过: who looked at a record or changed it, newest first, as the caller may know it. */
import { type Actor, ROLES, type Role } from '../../access/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { Viewer } from '../api/students.api.ts';
import { maskName } from '../identity/masking.ts';
import { columnAt } from '../record/fields/form.ts';
import { checkMaySee } from './may-see.ts';
import { getStudentRow, listViewers as readViewers, rolesOf } from './student.store.ts';

/** What the trail's acts on a student are called. */
const ACTS: Record<string, string> = {
  VIEW_STUDENT: '查看学生',
  REVEAL_VALUE: '查看完整值',
  COMPARE_STUDENT: '比对疑似学籍',
  LOOK_BEYOND: '外校查找',
  OPEN_TRANSFER: '发起转学',
  VIEW_COPY: '查看留存副本',
  TRANSFER_STUDENT: '转学转接学籍',
  STUDY_ELSEWHERE: '到特殊学校就读，学籍不变',
  INVITE_TRANSFER: '登记转学意愿',
  WITHDRAW_INVITATION: '撤回转学意愿',
  DECLINE_INVITATION: '答复不能接收',
  ARRANGE_SCHOOL: '安排接收学校',
  UNLAWFUL_REFUSAL: '以非法定理由拒收，未准',
  SEND_FILE: '转出学籍档案',
  RECEIVE_FILE: '签收学籍档案',
  OPEN_LEAVE: '申请休学',
  OPEN_LEAVE_EXTENSION: '申请延长休学',
  OPEN_RETURN: '申请复学',
  BEGIN_LEAVE: '办理休学',
  EXTEND_LEAVE: '延长休学',
  END_LEAVE: '办理复学',
  URGE_RETURN: '督促复学',
  UPDATE_STUDENT: '维护信息项',
  OPEN_KEY_DATA_CHANGE: '申请变更关键数据',
  CHANGE_KEY_DATA: '变更关键数据',
  SET_PHOTO: '更换照片',
  REGISTER_STUDENT: '建立学籍',
  PUT_FORWARD_ENTRANT: '登记新生',
  VIEW_ENTRANT: '查看新生登记',
  MEND_ENTRANT: '修改新生登记',
  SET_ENTRANT_PHOTO: '采集新生照片',
  ISSUE_FORMAL_NUMBER: '发放正式学籍号',
  PLACE_STUDENT: '编入班级',
  MOVE_STUDENT: '调班',
  PRINT_REGISTRATION_CARD: '打印学籍卡',
  VIEW_FILE: '查看学籍档案',
  VIEW_FILE_PAPER: '查看归档材料',
  FILE_PAPER: '归档材料',
  NOTE_NONE: '注明档案某部分无内容',
  ENTER_HEALTH: '录入健康记录',
  VIEW_HEALTH: '查看健康记录',
  ENTER_FILE_FIELDS: '填写归档自设项',
  CHECK_BASE_FORMS: '核对学籍表',
  PRINT_FORM: '打印表册',
  ISSUE_PROOF_OF_REGISTRATION: '开具在籍证明',
  REVOKE_PAPER: '撤销文书',
  MAKE_FAMILY_LINK: '开出家长链接',
  REVOKE_FAMILY_LINK: '停用家长链接',
  FAMILY_CHECK_REFUSED: '家长核对未通过',
  FAMILY_ENTERED: '家长核对后进入',
  FAMILY_LEFT: '家长退出',
  FAMILY_VIEW: '家长查看',
  FAMILY_REVEAL: '家长查看完整值',
  FAMILY_SIGN: '家长签字确认',
  CHECK_FAMILY_SIGNATURE: '审核家长签字的信息表',
  SEND_FAMILY_REQUEST: '家长提出申请',
  WITHDRAW_FAMILY_REQUEST: '家长撤回申请',
  VIEW_FAMILY_REQUEST: '查看家长申请',
  ANSWER_FAMILY_REQUEST: '答复家长申请',
};

const MOST = 100;

/** The last hundred. People of other institutions are named by their surname: the institution answers for them. */
export async function listViewers(tx: Transaction, actor: Actor, studentId: string): Promise<Viewer[]> {
  await checkMaySee(tx, actor, studentId);
  await getStudentRow(tx, studentId);
  const rows = await readViewers(tx, studentId, MOST);
  return rows.map((row) => {
    const person = row.person_name ?? '系统';
    const stranger = row.institution_id !== null && row.institution_id !== actor.institution.id;
    return {
      id: row.id,
      at: row.at.toISOString(),
      personName: stranger ? maskName(person) : person,
      institutionName: row.short_name ?? '',
      did: ACTS[row.action] ?? '办理',
      about: itemsIn(row.detail as { field?: unknown; changes?: unknown }),
      reason: row.reason,
    };
  });
}

/**
 * The same as the child's family is told it: who in an office has looked is named by the office, which answers for its
 * people; a guardian as the trail knows them. Only what happened in the scope that holds.
 */
export async function listViewersForFamily(tx: Transaction, studentId: string): Promise<Viewer[]> {
  const rows = await readViewers(tx, studentId, MOST);
  const roles = await rolesOf(tx, [...new Set(rows.flatMap(({ account_id }) => account_id ?? []))]);
  return rows.map((row) => {
    const role = row.account_id && (roles.get(row.account_id) as Role | undefined);
    return {
      id: row.id,
      at: row.at.toISOString(),
      personName: role ? ROLES[role] : row.institution_id === null ? (row.person_name ?? '系统') : '工作人员',
      institutionName: row.short_name ?? '',
      did: ACTS[row.action] ?? '办理',
      about: itemsIn(row.detail as { field?: unknown; changes?: unknown }),
      reason: row.reason,
    };
  });
}

/** 身份证件号、现住址: the items that an act was about, by name, never by value. */
function itemsIn({ field, changes }: { field?: unknown; changes?: unknown }): string | null {
  const paths = Array.isArray(changes) ? changes.map((change: { item?: unknown }) => change.item) : [field];
  const names = paths.flatMap((path) => columnAt(String(path))?.heading ?? []);
  return names.length === 0 ? null : names.join('、');
}

/** 档案电子包外送: the application to give a student's file out of the node; approved, the school takes the package out once. */
import { type AnyChangeKind, asked, changeKind } from '../../../changes/index.ts';
import { text } from '../../../policy/questions/fact.ts';
import { insertPackage } from './packages.store.ts';

export const FILE_PACKAGE = 'FILE_PACKAGE';

export const filePackage: AnyChangeKind = changeKind({
  kind: FILE_PACKAGE,
  tables: 'file-package',
  title: '档案电子包外送',
  prefix: 'DA',
  purpose:
    '学生转往或升入未接入本系统的学校，须把电子档案交给对方；在本系统内转学、升学的，电子档案随学籍转接，不办此事',
  form: {
    receiver: asked(text('接收单位'), { hint: '写全称；档案包只交给这一单位' }),
    purpose: asked(text('事由'), { hint: '写明转往何处、凭何材料，如对方的接收证明' }),
  },
  unfit: () => undefined,
  // The case is the written approval: it is asked for as given, and nothing leaves before the authority has given it.
  ask: (law, where) => law.ask('disclosure', where, { act: 'GIVE_OUT', approvedInWriting: true, beyondApproval: 0 }),
  complete: ({ tx, studentId, caseId, on, school, form: { receiver } }) =>
    insertPackage(tx, { studentId, caseId, path: school.path, receiverName: receiver, approvedOn: on }),
  after: { role: '档案电子包', fact: '由学校取出一次，七天内有效' },
});

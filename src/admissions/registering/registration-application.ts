/** 学籍建立申请表: what the form of a registration shows: the children that the school puts forward, numbers masked. */
import type { CaseApplication, CaseContext } from '../../cases/index.ts';
import { refuse } from '../../kernel/refusal.ts';
import { listOfCase } from '../entrants/entrant.store.ts';
import { type SignedBy, type SignedForms, signedBy } from '../submitting/signed-forms.ts';

/** Children on one form; more would take the memory of several. */
const MOST_CHILDREN = 3000;

/** Refuses BAD_INPUT for more children than one document holds. */
export async function registrationApplication(
  { tx, theCase, school }: CaseContext,
  signed: SignedForms,
): Promise<CaseApplication> {
  const children = await listOfCase(tx, theCase.id, { limit: MOST_CHILDREN + 1 });
  if (children.length > MOST_CHILDREN) {
    throw refuse('BAD_INPUT', { what: `一份申请表最多${MOST_CHILDREN}人，此件人数超出，请在新生名单中分班查看` });
  }
  const forms = await signed(tx, school, children);
  const ways = Map.groupBy(children, ({ id }) => signedBy(theCase, forms.get(id)));
  const count = (by: SignedBy) => ways.get(by)?.length ?? 0;
  const enteredOn = theCase.data['enteredOn'];
  return {
    fields: [
      ['学校标识码', school.code ?? ''],
      ['入学日期', typeof enteredOn === 'string' ? enteredOn : ''],
      ['新生人数', `${children.length}人`],
      ['基本信息表签字', `家长手机签字${count('TELEPHONE')}人，纸质签字（学校声明）${count('PAPER')}人`],
    ],
    lists: [
      {
        title: '新生名单',
        columns: [
          { heading: '序号', width: 12 },
          { heading: '姓名', width: 34, align: 'left' },
          { heading: '性别', width: 14 },
          { heading: '出生日期', width: 28 },
          { heading: '证件号码', width: 42 },
          { heading: '班级', width: 24 },
          { heading: '监护人', width: 24, align: 'left' },
        ],
        rows: children.map(({ name, shown }, at) => [
          String(at + 1),
          name,
          shown.genderText,
          shown.bornText,
          shown.identityMasked,
          shown.classText,
          shown.guardian,
        ]),
      },
    ],
    signers: ['学籍管理员', '校长'],
  };
}

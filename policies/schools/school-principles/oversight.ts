/** 学校文本 篇一、篇二 监管: confidentiality, written procedures, training and supervision. */
import { cite, duty, type Instrument, type PackPart, type PartyName } from '../../../src/policy/index.ts';

export function oversight(text: Instrument): PackPart {
  const standing = (id: string, title: string, clause: string, holder: PartyName = 'SCHOOL') =>
    duty({ id, title, basis: cite(text, '序', `${text.id}-${clause}`), holder, rhythm: { kind: 'STANDING' } });
  return {
    duties: [
      standing('information-confidential', '保证学生个人信息完整并保密', '2.2'),
      standing('changes-by-procedure', '转学、退学按规定和程序办理', '2.5'),
      standing('written-procedures', '制定管理制度和操作规范', '3.1'),
      standing('teachers-trained', '培训教师和学生，提高学籍管理意识', '3.2'),
      standing('school-supervised', '监督指导学校学籍管理，及时解决问题', '3.3', 'AUTHORITY'),
    ],
  };
}

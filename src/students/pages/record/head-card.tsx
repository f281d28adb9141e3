/** 学生页头: photo, name, states, numbers, school, class group, guardian, and the papers that can be printed. */
import { ArrowRightLeft, CalendarOff, FilePenLine } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { Link, useNavigate } from 'react-router';
import { useMayCall } from '../../../authorities/sessions/session-parts.tsx';
import { MaskedValue } from '../../../web/parts/fields/masked-value.tsx';
import { PhotoFrame } from '../../../web/parts/fields/photo-frame.tsx';
import { StatusChip } from '../../../web/parts/state/status-chip.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import { Card } from '../../../web/parts/surface/card.tsx';
import { Facts } from '../../../web/parts/surface/dot.tsx';
import { Line } from '../../../web/parts/surface/layout.tsx';
import type { StudentView } from '../../api/students.api.ts';
import { kindOfState } from '../state-kinds.screen.ts';
import type { StudentActs } from '../student-queries.tsx';
import { CardMenu } from './card-menu.tsx';
import { itemsByPath } from './items/items.screen.ts';
import { PhotoChange } from './photo-change.tsx';
import './student.css';

/** Usual reasons to look at a full value. */
export const USUAL_REASONS = ['核对户口簿', '核对身份证件', '联系监护人', '办理学籍事项'];

/** Beside a name stand two states at most. */
const CHIPS = 2;

/** The head of the record. */
export function HeadCard({ student, acts }: { student: StudentView; acts: StudentActs }): ReactNode {
  const { studentId, name, photoId, openCases } = student;
  const mayCall = useMayCall();
  const navigate = useNavigate();
  useEffect(() => {
    document.title = '学生'; // a name would stay in the browser's history, on a machine that others use
  }, []);
  const more = openCases.length - (CHIPS - 1);
  return (
    <div className="student-head">
      <Card label="学生概况">
        <div className="student-who">
          <div className="student-photo">
            <PhotoFrame
              name={name}
              src={photoId === null ? undefined : `/api/students/${studentId}/photo?v=${photoId}`}
            />
          </div>
          <div className="student-said">
            <Line
              end={
                <>
                  {student.left === null && mayCall('POST /api/students/:id/photo') && (
                    <PhotoChange student={student} onSend={acts.setPhoto} />
                  )}
                  {mayCall('POST /api/transfer-invitations') && (
                    <Button icon={ArrowRightLeft} onPress={() => navigate(`/transfers/wishes/${studentId}`)}>
                      转学意愿
                    </Button>
                  )}
                  {student.left === null && mayCall('POST /api/leaves') && (
                    <Button icon={CalendarOff} onPress={() => navigate(`/leaves/students/${studentId}`)}>
                      休学复学
                    </Button>
                  )}
                  {mayCall('POST /api/changes') && (
                    <Button icon={FilePenLine} onPress={() => navigate(`/changes/students/${studentId}`)}>
                      异动
                    </Button>
                  )}
                  {mayCall('GET /api/students/:id/registration-card.pdf') && <CardMenu student={student} />}
                </>
              }
            >
              <h1>{name}</h1>
              <Facts>
                {student.pinyin !== '' && <span className="quiet">{student.pinyin}</span>}
                <span>{student.genderWords}</span>
                <span>{student.age}岁</span>
              </Facts>
              <StatusChip kind={kindOfState(student.state)}>{student.stateWords}</StatusChip>
              {openCases.slice(0, CHIPS - 1).map(({ caseId, title, holderName }) => (
                <StatusChip key={caseId} kind="IN_PROCESS" to={`/cases/${caseId}`}>
                  {title}，在{holderName}
                </StatusChip>
              ))}
              {more > 0 && <span className="quiet">另有{more}件</span>}
            </Line>
            <HeadFacts student={student} acts={acts} />
          </div>
        </div>
      </Card>
    </div>
  );
}

function HeadFacts({ student, acts }: { student: StudentView; acts: StudentActs }): ReactNode {
  const { numberMasked, identityMasked, identityTypeWords, schoolName, classGroupName, gradeWords, seatNo, left } =
    student;
  const items = itemsByPath(student);
  const guardian = student.guardians.find(({ isGuardian }) => isGuardian) ?? student.guardians[0];
  const masked = (field: string, label: string, value: string) => (
    <MaskedValue
      label={label}
      masked={value}
      usualReasons={USUAL_REASONS}
      onReveal={(reason) => acts.reveal(field, reason)}
    />
  );
  return (
    <dl className="student-facts">
      <Fact term="学籍号">{masked('registrationNumber', '学籍号', numberMasked)}</Fact>
      {left ? (
        <Fact term="最后学校">
          {left.schoolName}，{left.on}离校
        </Fact>
      ) : (
        <Fact term="学校">{schoolName}</Fact>
      )}
      <Fact term="年级班级">
        {classGroupName ?? (gradeWords && `${gradeWords}，未分班`)}
        {seatNo !== null && `${seatNo}号`}
      </Fact>
      <Fact term="班主任">{student.teacherName ?? <span className="quiet">未定</span>}</Fact>
      <Fact term="身份证件">
        {identityMasked === '' ? identityTypeWords : masked('identityNumber', '身份证件号', identityMasked)}
      </Fact>
      <Fact term="入学年月">{items.get('admittedIn')?.value}</Fact>
      <Fact term="就读方式">{items.get('studyMode')?.value}</Fact>
      <Fact term="监护人">
        {guardian && (
          <>
            {guardian.name}
            {guardian.relationWords !== '' && `（${guardian.relationWords}）`} {guardian.phoneMasked}
          </>
        )}
      </Fact>
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children ?? <span className="quiet">未填</span>}</dd>
    </div>
  );
}

/** Back to the list, where a record is not there. */
export const TO_LIST = <Link to="/students">看学生名册</Link>;

/** 取辅号: those of a student, how far a school is numbered, and the act of numbering an intake. */
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../web/api-client.ts';
import type { IssuedNumbers, SchoolNumbers, StudentNumbers } from '../numbering.api.ts';

const ALL = 'secondary-numbers';

/** Every secondary number of a student. */
export function useStudentNumbers(studentId: string): UseQueryResult<StudentNumbers> {
  return useQuery({
    queryKey: [ALL, 'student', studentId],
    queryFn: ({ signal }) => api.get<StudentNumbers>(`/students/${studentId}/secondary-numbers`, { signal }),
    placeholderData: () => undefined,
  });
}

/** How far the intakes of a school are numbered. */
export function useSchoolNumbers(schoolId: string): UseQueryResult<SchoolNumbers> {
  return useQuery({
    queryKey: [ALL, 'school', schoolId],
    queryFn: ({ signal }) => api.get<SchoolNumbers>(`/schools/${schoolId}/secondary-numbers`, { signal }),
  });
}

/** Numbers one intake; renews everything that shows numbers. */
export function useIssueNumbers(schoolId: string) {
  const client = useQueryClient();
  return async (what: { kind: string; stage: string; intakeYear: number }): Promise<IssuedNumbers> => {
    const issued = await api.post<IssuedNumbers>(`/schools/${schoolId}/secondary-numbers`, what);
    await client.invalidateQueries({ queryKey: [ALL] });
    await client.invalidateQueries({ queryKey: ['class-groups'] });
    return issued;
  };
}

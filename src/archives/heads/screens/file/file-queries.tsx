/** 取学籍档案: one student's file and health, and what is put in; every fetching of a file is told in the trail. */
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, uploadFile, useFetchedFile } from '../../../../web/api-client.ts';
import type { FileView, NotesEntry, PaperEntry, PaperOnlyEntry } from '../../heads.api.ts';
import type { StudentHealth } from '../../health/health.api.ts';

export const FILES = 'student-files';

/** Not fetched anew when the window is looked at again: each time somebody has looked. */
export const useFile = (studentId: string): UseQueryResult<FileView> =>
  useQuery({
    queryKey: [FILES, 'one', studentId],
    queryFn: ({ signal }) => api.get<FileView>(`/students/${studentId}/file`, { signal }),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    placeholderData: () => undefined,
  });

/** The values of a student's health records, once somebody asks for them. */
export const useStudentHealth = (studentId: string, wanted: boolean): UseQueryResult<StudentHealth> =>
  useQuery({
    queryKey: [FILES, 'health', studentId],
    queryFn: ({ signal }) => api.get<StudentHealth>(`/students/${studentId}/health`, { signal }),
    enabled: wanted,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    placeholderData: () => undefined,
  });

/** The bytes of a scan. */
export const useFilePaper = (studentId: string, paperId: string) =>
  useFetchedFile(`/students/${studentId}/file/papers/${paperId}`);

/** Each throws ApiProblem. */
export function useFileActs() {
  const client = useQueryClient();
  return useMemo(() => {
    const renewed = async <T,>(act: Promise<T>): Promise<T> => {
      const answer = await act;
      await client.invalidateQueries({ queryKey: [FILES] });
      return answer;
    };
    return {
      filePaper: (studentId: string, entry: PaperEntry, file: File, onProgress: (part: number) => void) => {
        const query = new URLSearchParams(
          Object.entries(entry).filter((pair): pair is [string, string] => pair[1] !== undefined),
        );
        const address = `/students/${studentId}/file/papers?${query}`;
        return renewed(uploadFile<{ id: string }>(address, { file, onProgress }));
      },
      filePaperOnly: (entry: PaperOnlyEntry) => renewed(api.post<{ students: number }>('/file-papers', entry)),
      noteNone: (entry: NotesEntry) => renewed(api.post<{ students: number }>('/file-notes', entry)),
    };
  }, [client]);
}

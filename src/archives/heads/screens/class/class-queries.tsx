/** 取班级档案: what a school and a class group lack, health, fields, checks of base forms; acts renew what they change. */
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, downloadFile, uploadFile } from '../../../../web/api-client.ts';
import type { FormChecksView, GroupFormsView } from '../../base-forms/base-forms.api.ts';
import type { FieldEntry, FieldGrid, FieldsView } from '../../further/further.api.ts';
import type { GapsView, GroupGapsView } from '../../heads.api.ts';
import type { HealthEntry, HealthGrid } from '../../health/health.api.ts';
import type { HealthKind } from '../../health/health-items.api.ts';
import { FILES } from '../file/file-queries.tsx';

/** A school's class groups; the own school where none is named. */
export const useGaps = (schoolId: string, wanted = true): UseQueryResult<GapsView> =>
  useQuery({
    queryKey: [FILES, 'gaps', schoolId],
    queryFn: ({ signal }) => api.get<GapsView>('/file-gaps', { signal, query: schoolId ? { schoolId } : {} }),
    enabled: wanted,
    placeholderData: () => undefined,
  });

export const useGroupGaps = (classGroupId: string): UseQueryResult<GroupGapsView> =>
  useQuery({
    queryKey: [FILES, 'group-gaps', classGroupId],
    queryFn: ({ signal }) => api.get<GroupGapsView>(`/class-groups/${classGroupId}/file-gaps`, { signal }),
    placeholderData: () => undefined,
  });

/** Told in the trail each time it is fetched: so not when the window is looked at again. */
const quietly = { refetchOnWindowFocus: false, refetchOnReconnect: false, placeholderData: () => undefined } as const;

export const useHealthGrid = (classGroupId: string, kind: HealthKind): UseQueryResult<HealthGrid> =>
  useQuery({
    queryKey: [FILES, 'health-grid', classGroupId, kind],
    queryFn: ({ signal }) => api.get<HealthGrid>(`/class-groups/${classGroupId}/health`, { signal, query: { kind } }),
    ...quietly,
  });

export const useFieldGrid = (classGroupId: string): UseQueryResult<FieldGrid> =>
  useQuery({
    queryKey: [FILES, 'field-grid', classGroupId],
    queryFn: ({ signal }) => api.get<FieldGrid>(`/class-groups/${classGroupId}/file-fields`, { signal }),
    ...quietly,
  });

/** The fields that are set here, above and below. */
export const useFields = (wanted: boolean): UseQueryResult<FieldsView> =>
  useQuery({
    queryKey: [FILES, 'fields'],
    queryFn: ({ signal }) => api.get<FieldsView>('/file-fields', { signal }),
    enabled: wanted,
  });

export const useFormChecks = (wanted = true): UseQueryResult<FormChecksView> =>
  useQuery({
    queryKey: [FILES, 'form-checks'],
    queryFn: ({ signal }) => api.get<FormChecksView>('/form-checks', { signal }),
    enabled: wanted,
  });

export const useGroupForms = (classGroupId: string): UseQueryResult<GroupFormsView> =>
  useQuery({
    queryKey: [FILES, 'forms', classGroupId],
    queryFn: ({ signal }) => api.get<GroupFormsView>(`/class-groups/${classGroupId}/form-check`, { signal }),
    placeholderData: () => undefined,
  });

/** Each throws ApiProblem. */
export function useClassFileActs() {
  const client = useQueryClient();
  return useMemo(() => {
    const renewed = async <T,>(act: Promise<T>): Promise<T> => {
      const answer = await act;
      await client.invalidateQueries({ queryKey: [FILES] });
      return answer;
    };
    const group = (id: string) => `/class-groups/${id}`;
    return {
      fetchHealthWorkbook: (id: string, kind: HealthKind) =>
        downloadFile(`${group(id)}/health.xlsx`, { query: { kind } }),
      readHealthWorkbook: async (id: string, kind: HealthKind, file: File) => {
        const address = `${group(id)}/health/readings?${new URLSearchParams({ kind })}`;
        return (await uploadFile<{ rows: string[][] }>(address, { file })).rows;
      },
      enterHealth: (id: string, entry: HealthEntry) => renewed(api.put(`${group(id)}/health`, entry)),
      fetchFieldWorkbook: (id: string) => downloadFile(`${group(id)}/file-fields.xlsx`),
      readFieldWorkbook: async (id: string, file: File) =>
        (await uploadFile<{ rows: string[][] }>(`${group(id)}/file-fields/readings`, { file })).rows,
      enterFields: (id: string, entry: FieldEntry) => renewed(api.put(`${group(id)}/file-fields`, entry)),
      tick: (id: string, studentIds: readonly string[]) =>
        renewed(api.post(`${group(id)}/form-check/ticks`, { studentIds: [...studentIds] })),
      sign: (id: string) => renewed(api.post(`${group(id)}/form-check/signature`, {})),
      review: (id: string) => renewed(api.post(`${group(id)}/form-check/review`, {})),
    };
  }, [client]);
}

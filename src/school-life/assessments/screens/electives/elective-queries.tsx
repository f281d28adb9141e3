/** 取选修: offers of a term, the choices of a class group and the list of a module; every act renews what it changed. */
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../../web/api-client.ts';
import type { TermOf } from '../../assessment.api.ts';
import type { ChoicesSave, ChoicesView, ElectivesView, ModuleList, OfferWish } from '../../electives/electives.api.ts';

const KEY = ['assessments', 'electives'];
const queryOf = ({ schoolYear, term }: TermOf) => ({ schoolYear: String(schoolYear), term: String(term) });

export const useElectives = (term: TermOf): UseQueryResult<ElectivesView> =>
  useQuery({
    queryKey: [...KEY, 'offers', term.schoolYear, term.term],
    queryFn: ({ signal }) => api.get<ElectivesView>('/electives', { signal, query: queryOf(term) }),
    placeholderData: () => undefined,
  });

export const useChoices = (classGroupId: string, term: TermOf): UseQueryResult<ChoicesView> =>
  useQuery({
    queryKey: [...KEY, 'choices', classGroupId, term.schoolYear, term.term],
    queryFn: ({ signal }) =>
      api.get<ChoicesView>(`/class-groups/${classGroupId}/elective-choices`, { signal, query: queryOf(term) }),
    placeholderData: () => undefined,
    refetchOnWindowFocus: false,
  });

export const useModule = (id: string): UseQueryResult<ModuleList> =>
  useQuery({
    queryKey: [...KEY, 'module', id],
    queryFn: ({ signal }) => api.get<ModuleList>(`/electives/${id}`, { signal }),
    enabled: id !== '',
  });

/** Each throws ApiProblem. */
export function useElectiveActs() {
  const client = useQueryClient();
  const renewed = async <T,>(act: Promise<T>): Promise<T> => {
    const answer = await act;
    await client.invalidateQueries({ queryKey: ['assessments'] });
    return answer;
  };
  return {
    offer: (wish: OfferWish) => renewed(api.post<ElectivesView>('/electives', wish)),
    close: (id: string) => renewed(api.post<ElectivesView>(`/electives/${id}/closing`)),
    choose: (classGroupId: string, save: ChoicesSave) =>
      renewed(api.put<ChoicesView>(`/class-groups/${classGroupId}/elective-choices`, save)),
    renew: () => client.invalidateQueries({ queryKey: ['assessments'] }),
  };
}

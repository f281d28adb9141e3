/** 家长看自己的申请: what was asked, who answers until when, and the answer; of a transfer wish what became of it. */
import type { FamilyCaller, Services } from '../../access/index.ts';
import { institutionsById } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { maskName } from '../../students/index.ts';
import { listWishesAbout } from '../../transfers/index.ts';
import { shownPaper } from './keep-papers.ts';
import { listPapersOf } from './paper.store.ts';
import { listOwnRequests, type RequestState, type StoredRequest } from './request.store.ts';
import { KIND_WORDS, linesOf } from './request-words.ts';
import type { Content, FamilyRequest } from './requests.api.ts';

const STATE_WORDS: Record<RequestState, string> = {
  OPEN: '待答复',
  ACCEPTED: '已受理',
  DECLINED: '不予受理',
  WITHDRAWN: '已撤回',
};

type Wish = Awaited<ReturnType<typeof listWishesAbout>>[number];

/** Newest first. */
export async function viewOwnRequests(
  tx: Transaction,
  services: Pick<Services, 'cipher'>,
  family: FamilyCaller,
): Promise<FamilyRequest[]> {
  return tx.beyondScope(async () => {
    const requests = await listOwnRequests(tx, family);
    const ids = requests.map(({ id }) => id);
    const papers = Map.groupBy(await listPapersOf(tx, family.studentId, ids), ({ requestId }) => requestId);
    const schools = await institutionsById(tx, [...new Set(requests.map(({ receiverId }) => receiverId))]);
    const wishes = await listWishesAbout(tx, family.studentId);
    return requests.map((one) => {
      const content = services.cipher.open('family_requests', one.id, one.sealed) as Content;
      const receiverName = schools.get(one.receiverId)?.name ?? '';
      const base = {
        ...{ id: one.id, kind: one.kind, receiverName },
        kindWords: one.kind === 'CORRECTION' && !family.registered ? '填报基本信息表' : KIND_WORDS[one.kind],
        ...{ sentOn: dayOf(one.sentAt), answerBy: one.answerBy, said: content.said },
        lines: linesOf(content, undefined, receiverName),
        papers: (papers.get(one.id) ?? []).map(shownPaper),
      };
      const wish = wishes.find(({ id }) => id === one.invitationId);
      return wish ? { ...base, ...ofWish(wish, wishes) } : { ...base, ...ofRequest(one) };
    });
  });
}

function ofRequest(one: StoredRequest): Pick<FamilyRequest, 'state' | 'stateWords' | 'answer' | 'caseId'> {
  const { state, kind, caseId, answeredAt, answeredByName, opinion, basis } = one;
  const settled = kind === 'CORRECTION' && caseId === null ? '已更正' : kind === 'COMPLAINT' ? '已答复' : '已立案办理';
  return {
    state,
    stateWords: state === 'ACCEPTED' ? settled : STATE_WORDS[state],
    caseId,
    answer:
      answeredAt && state !== 'WITHDRAWN'
        ? { on: dayOf(answeredAt), byName: maskName(answeredByName ?? ''), opinion, basis }
        : null,
  };
}

/** A wish that was declined may have been followed by another school, named by the authority. */
function ofWish(wish: Wish, all: readonly Wish[]): Pick<FamilyRequest, 'state' | 'stateWords' | 'answer' | 'caseId'> {
  const arranged =
    wish.state === 'ARRANGED' ? all.find((one) => one.arranged && one.askedOn === wish.askedOn) : undefined;
  const now = arranged ?? wish;
  const { state, answer, caseId, toName } = now;
  const words = {
    OPEN: arranged ? `主管部门已安排${toName}，待其办理` : '待意向学校答复',
    TAKEN: `${toName}已发起转学`,
    DECLINED: '意向学校答复不能接收',
    ARRANGED: '主管部门已另行安排学校',
    WITHDRAWN: '已撤回',
  } as const;
  const states = {
    OPEN: 'OPEN',
    TAKEN: 'ACCEPTED',
    DECLINED: 'DECLINED',
    ARRANGED: 'OPEN',
    WITHDRAWN: 'WITHDRAWN',
  } as const;
  const said = [answer?.reasonWords, answer?.opinion, answer?.remedy].filter(Boolean).join('；');
  return {
    state: states[state],
    stateWords: words[state],
    caseId,
    answer:
      answer && state === 'DECLINED'
        ? { on: answer.on, byName: maskName(answer.byName), opinion: said, basis: answer.chip }
        : null,
  };
}

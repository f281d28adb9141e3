/** 家长一侧: a guardian of a student who has signed the form, for the routes by which the school sees it. */
import sharp from 'sharp';
import type { Institution } from '../../src/authorities/index.ts';
import type { BaseForm } from '../../src/families/form/form.api.ts';
import type { LinksPage } from '../../src/families/links/links.api.ts';
import { takePapers } from '../../src/families/requests/paper.store.ts';
import { getRequest, insertRequest } from '../../src/families/requests/request.store.ts';
import { newId } from '../../src/kernel/ids.ts';
import type { TestApplication } from '../application.ts';
import { anAccount, writing } from '../builders.ts';
import { aDrawing, aFamily } from '../families.ts';

/** The guardian's way in and what has been sent through it. */
export async function aFamilySide(
  app: TestApplication,
  at: Institution,
  { classGroupId, studentId, invitationId }: { classGroupId: string; studentId: string; invitationId: string },
) {
  const registrar = app.as(await anAccount(app, { at }));
  const family = await aFamily(app, registrar, studentId);
  const { digest } = (await family.get<BaseForm>('/api/family/form')).body;
  const drawing = { name: 'sign.png', bytes: await aDrawing() };
  await family.upload(`/api/family/form/signatures?step=FILLED&digest=${digest}`, drawing);
  const grey = { width: 400, height: 300, channels: 3, background: '#cfd8e3' } as const;
  const photo = { name: 'photo.jpg', bytes: await sharp({ create: grey }).jpeg().toBuffer() };
  const paper = await family.upload<{ id: string }>(`/api/family/papers?what=${encodeURIComponent('户口簿')}`, photo);
  const items = [{ path: 'guardians.0.position', value: '护士长' }];
  const request = await family.post<{ id: string }>('/api/family/requests', {
    ...{ content: { kind: 'CORRECTION', items, said: '职务变动' }, paperIds: [paper.body.id] },
  });
  const sent = await family.upload<{ id: string }>(`/api/family/papers?what=${encodeURIComponent('房产证')}`, photo);
  await wishBehind(app, at, { requestId: request.body.id, invitationId, paperId: sent.body.id });
  const { body } = await registrar.get<LinksPage>(`/api/class-groups/${classGroupId}/family-links`);
  const line = body.items.find((item) => item.studentId === studentId)!;
  return {
    familyLinkId: line.links[0]!.id,
    familySignatureId: line.signed.signatureId ?? '',
    familyRequestId: request.body.id,
    familyPaperId: paper.body.id,
    wishPaperId: sent.body.id,
  };
}

/** The family's request behind a wish that waits, with its photograph: as if the same guardian had told it. */
function wishBehind(
  app: TestApplication,
  { path, id: schoolId }: Institution,
  { requestId, invitationId, paperId }: { requestId: string; invitationId: string; paperId: string },
): Promise<void> {
  return writing(app, async (tx) => {
    const { studentId, linkId, guardianName, relation, answerBy } = await getRequest(tx, requestId);
    const id = newId();
    const sealed = app.services.cipher.seal('family_requests', id, { kind: 'TRANSFER', said: '已搬到新家' });
    const wish = { id, studentId, linkId, guardianName, relation, kind: 'TRANSFER', path, schoolId } as const;
    await insertRequest(tx, { ...wish, receiverId: schoolId, sealed, answerBy, invitationId });
    await takePapers(tx, { studentId, linkId, requestId: id, path }, [paperId]);
  });
}

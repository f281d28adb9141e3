/** 核验二维码: beside each verification code the square that a phone reads, with the address of the page that answers it. */
import { toSVG } from 'bwip-js/node';
import type { TypesetJob } from './typesetter.ts';

type Job = Pick<TypesetJob, 'papers' | 'mark' | 'pictures'>;

/**
 * The job with a picture for each `verificationCode` that its mark or one of its papers bears, named there as
 * `verificationPicture`. Unchanged where the installation has no address of its own to print.
 */
export function withVerificationPictures<J extends Job>(job: J, publicUrl: string | undefined): J {
  if (!publicUrl) return job;
  const page = `${publicUrl.replace(/\/+$/, '')}/verify`;
  const pictures = new Map(job.pictures);
  const added = (item: object, name: string): object => {
    const code = 'verificationCode' in item ? item.verificationCode : null;
    if (typeof code !== 'string') return item;
    const text = `${page}/${code.replaceAll('-', '')}`;
    pictures.set(name, Buffer.from(toSVG({ bcid: 'qrcode', text, scale: 1 })));
    return { ...item, verificationPicture: name, verifyAt: page.replace(/^https?:\/\//, '') };
  };
  const mark = added(job.mark, 'verify.svg');
  const papers = job.papers.map((paper, position) => added(paper, `verify-${position}.svg`));
  return { ...job, mark, papers, pictures };
}

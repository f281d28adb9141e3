/** 选照片: a photo is chosen, cut to 26×32 in the browser and sent; for whoever keeps the photo of a child. */
import { type ReactNode, useState } from 'react';
import { sentenceOf } from '../../web/api-client.ts';
import { ProblemLine } from '../../web/parts/feedback/states.tsx';
import { Dialog } from '../../web/parts/floating/dialog.tsx';
import { FileDrop } from '../../web/parts/form/file-drop.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { type Crop, firstCrop, isCoarse, turned } from './photo/crop.screen.ts';
import { CropStage } from './photo/crop-stage.tsx';
import { cutOut, readPicture, turnedPicture } from './photo/picture.tsx';

export interface PhotoDialogProps {
  open: boolean;
  onClose: () => void;
  /** 李沐辰的照片 */
  title: string;
  /** Sends the cut photo; what it throws is shown and the cut stays. Closes once it is done. */
  onSend: (photo: Blob, onProgress: (part: number) => void) => Promise<unknown>;
}

const MOST_BYTES = 40 * 1_048_576;
/** Pixels across the photo that is kept. */
const PRINTED = 358;

interface Chosen {
  picture: HTMLCanvasElement;
  crop: Crop;
}

/** Content is only there while open, so that each photo begins anew. */
export function PhotoDialog(props: PhotoDialogProps): ReactNode {
  return props.open ? <Choosing {...props} /> : null;
}

function Choosing({ onClose, title, onSend }: PhotoDialogProps): ReactNode {
  const [chosen, setChosen] = useState<Chosen>();
  const [problem, setProblem] = useState<string>();
  const [sent, setSent] = useState<number>();
  const choose = async (file: File) => {
    setProblem(undefined);
    try {
      const picture = await readPicture(file);
      setChosen({ picture, crop: firstCrop(picture) });
    } catch {
      setProblem('此文件打不开，请换一张JPEG或PNG照片');
    }
  };
  const send = async ({ picture, crop }: Chosen) => {
    setSent(0);
    setProblem(undefined);
    try {
      await onSend(await cutOut(picture, crop), setSent);
      onClose();
    } catch (thrown) {
      setProblem(sentenceOf(thrown));
    } finally {
      setSent(undefined);
    }
  };
  const turn = ({ picture, crop }: Chosen) =>
    setChosen({ picture: turnedPicture(picture), crop: turned(picture, crop).crop });
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      foot={
        <>
          {chosen && (
            <span className="dialog-note">
              <Button tone="quiet" onPress={() => setChosen(undefined)}>
                另选一张
              </Button>
            </span>
          )}
          <Button onPress={onClose}>取消</Button>
          {chosen && (
            <Button tone="primary" busy={sent !== undefined} onPress={() => void send(chosen)}>
              {sent === undefined ? '用此照片' : `正在送出${Math.round(sent * 100)}%`}
            </Button>
          )}
        </>
      }
    >
      {chosen ? (
        <>
          <CropStage {...chosen} onCrop={(crop) => setChosen({ ...chosen, crop })} onTurn={() => turn(chosen)} />
          <p className="quiet small crop-note" role="status">
            {isCoarse(chosen.picture, chosen.crop, PRINTED)
              ? '放得太大，印出会模糊，请缩小或换一张更清晰的'
              : '拖动、缩放，使头顶与下颌落在虚线内；原照片留作历史'}
          </p>
        </>
      ) : (
        <FileDrop
          accept={['.jpg', '.jpeg', '.png']}
          most={MOST_BYTES}
          hint="JPEG或PNG，近期免冠正面半身照，浅蓝底"
          onFiles={([file]) => file && void choose(file)}
        >
          把照片拖到这里，或点此选择
        </FileDrop>
      )}
      <ProblemLine problem={problem} />
    </Dialog>
  );
}

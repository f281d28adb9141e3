/** 手写签字: the name drawn with a finger under exactly what was shown. */

import { type ReactNode, useEffect, useRef, useState } from 'react';
import SignaturePad from 'signature_pad';
import { uploadFile } from '../../../../web/api-client.ts';
import { ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import type { BaseForm } from '../../../form/form.api.ts';

interface SignFieldProps {
  form: BaseForm;
  step: 'FILLED' | 'FINAL';
  onSigned: () => void;
}

/** A field to sign in, the act, and starting anew. */
export function SignField({ form, step, onSigned }: SignFieldProps): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad>(undefined);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  useEffect(() => {
    const field = canvas.current;
    if (!field) return;
    const ratio = Math.max(devicePixelRatio, 1);
    field.width = field.offsetWidth * ratio;
    field.height = field.offsetHeight * ratio;
    field.getContext('2d')?.scale(ratio, ratio);
    const drawing = new SignaturePad(field, {
      minWidth: 1.4,
      maxWidth: 3.4,
      penColor: '#111111',
      backgroundColor: '#ffffff',
    });
    pad.current = drawing;
    return () => drawing.off();
  }, []);
  const sign = async () => {
    if (!canvas.current || !pad.current || pad.current.isEmpty()) return setProblem('请先在框内签上您的姓名');
    setBusy(true);
    setProblem(undefined);
    try {
      const file = await new Promise<Blob | null>((resolve) => canvas.current?.toBlob(resolve, 'image/png'));
      if (!file) throw new Error('签字未能保存，请再试');
      await uploadFile(`/family/form/signatures?step=${step}&digest=${form.digest}`, { file, name: 'sign.png' });
      onSigned();
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="family-form">
      <p>{`我是${form.childName}的家长，已逐项核对以上信息，确认无误。`}</p>
      <canvas ref={canvas} className="family-sign" aria-label="手写签名框，用手指签名" role="img" />
      <ProblemLine problem={problem} />
      <div className="family-row">
        <Button onPress={() => pad.current?.clear()}>重写</Button>
        <Button tone="primary" large busy={busy} onPress={() => void sign()}>
          签字确认
        </Button>
      </div>
      <p className="small quiet">签字图像和所签内容一并封存，学校可以核对，任何人不能改动</p>
    </div>
  );
}

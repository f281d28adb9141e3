/** 提交更正: key data and other items go different ways; the family sends them at one press. */
import { type ReactNode, useState } from 'react';
import { api } from '../../../../web/api-client.ts';
import { ProblemLine } from '../../../../web/parts/feedback/states.tsx';
import { TextField } from '../../../../web/parts/form/text-field.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import type { BaseForm } from '../../../form/form.api.ts';
import { PhotoField, usePhotos } from '../ask/photo-field.tsx';
import type { Wanted } from './form.page.tsx';

interface SendCorrectionsProps {
  wanted: Wanted;
  lines: readonly BaseForm['groups'][number]['lines'][number][];
  onSent: () => void;
}

/** Why, a photograph of a paper, and off. */
export function SendCorrections({ wanted, lines, onSent }: SendCorrectionsProps): ReactNode {
  const { papers } = usePhotos();
  const [said, setSaid] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const items = Object.entries(wanted).map(([path, value]) => ({ path, value: value.trim() }));
  const isKeyData = (path: string) => lines.some((line) => line.path === path && line.keyData);
  const empty = items.filter(({ value }) => value === '').length;
  const send = async () => {
    setTried(true);
    if (said.trim().length < 2 || empty > 0) return;
    setBusy(true);
    setProblem(undefined);
    const ids = papers.map(({ id }) => id);
    const sorts = [items.filter(({ path }) => isKeyData(path)), items.filter(({ path }) => !isKeyData(path))];
    try {
      let paperIds = ids;
      for (const sort of sorts.filter(({ length }) => length > 0)) {
        const content = { kind: 'CORRECTION', items: sort, said: said.trim() };
        await api.post('/family/requests', { content, paperIds });
        paperIds = []; // they belong to the first now: key data, where there is any
      }
      onSent();
    } catch (thrown) {
      setProblem(thrown);
      setBusy(false);
    }
  };
  return (
    <Card title="提交更正" note={`${items.length}项`}>
      <div className="family-form">
        <TextField
          label="为什么更正"
          required
          layout="above"
          lines={3}
          maxLength={500}
          value={said}
          onChange={setSaid}
          problem={tried && said.trim().length < 2 ? '请写明缘由' : undefined}
        />
        <PhotoField hint="关键数据须附户口簿或其他证明的照片" />
        {tried && empty > 0 && <ProblemLine problem={`还有${empty}项没有填新的内容，填好或改回`} />}
        <ProblemLine problem={problem} />
        <Button tone="primary" large busy={busy} onPress={() => void send()}>
          提交更正
        </Button>
        <p className="small quiet">关键数据由学校立案、主管部门批准后更正，其他项目由班主任或学籍管理员核对后更正</p>
      </div>
    </Card>
  );
}

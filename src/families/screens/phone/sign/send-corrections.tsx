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
  /** Of a child who is not registered yet: what is missing is filled in, without a reason for each. */
  filling: boolean;
  onSent: () => void;
}

/** Why, a photograph of a paper, and off. */
export function SendCorrections({ wanted, lines, filling, onSent }: SendCorrectionsProps): ReactNode {
  const { papers } = usePhotos();
  const [said, setSaid] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const items = Object.entries(wanted).map(([path, value]) => ({ path, value: value.trim() }));
  const isKeyData = (path: string) => lines.some((line) => line.path === path && line.keyData);
  const reason = said.trim() || (filling ? '填写学生基本信息表' : '');
  const empty = items.filter(({ value }) => value === '').length;
  const send = async () => {
    setTried(true);
    if (reason.length < 2 || empty > 0) return;
    setBusy(true);
    setProblem(undefined);
    const ids = papers.map(({ id }) => id);
    const sorts = [items.filter(({ path }) => isKeyData(path)), items.filter(({ path }) => !isKeyData(path))];
    try {
      let paperIds = ids;
      for (const sort of sorts.filter(({ length }) => length > 0)) {
        const content = { kind: 'CORRECTION', items: sort, said: reason };
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
    <Card title={filling ? '交给学校' : '提交更正'} note={`${items.length}项`}>
      <div className="family-form">
        <TextField
          label={filling ? '要说明的' : '为什么更正'}
          required={!filling}
          hint={filling ? '可不填' : undefined}
          layout="above"
          lines={3}
          maxLength={500}
          value={said}
          onChange={setSaid}
          problem={tried && reason.length < 2 ? '请写明缘由' : undefined}
        />
        <PhotoField hint={filling ? '姓名、证件号等有改动的，请附户口簿照片' : '关键数据须附户口簿或其他证明的照片'} />
        {tried && empty > 0 && <ProblemLine problem={`还有${empty}项没有填，填好或${filling ? '点暂不填' : '改回'}`} />}
        <ProblemLine problem={problem} />
        <Button tone="primary" large busy={busy} onPress={() => void send()}>
          {filling ? '交给学校' : '提交更正'}
        </Button>
        <p className="small quiet">
          {filling
            ? '学籍管理员核对后写入登记，写入前登记不变'
            : '关键数据由学校立案、主管部门批准后更正，其他项目由班主任或学籍管理员核对后更正'}
        </p>
      </div>
    </Card>
  );
}

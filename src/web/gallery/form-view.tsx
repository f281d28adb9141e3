/** 样板间 填报: every field, and files. */
import { type ReactNode, useState } from 'react';
import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import { Page, PageHead } from '../frame/page.tsx';
import { ActionBar, ActionBarActs } from '../parts/findings/decision-bar.tsx';
import { Dialog } from '../parts/floating/dialog.tsx';
import { CheckField, ChoiceField } from '../parts/form/choice-field.tsx';
import { DateField } from '../parts/form/date-field.tsx';
import { FileDrop } from '../parts/form/file-drop.tsx';
import { SearchSelect } from '../parts/form/search-select.tsx';
import { SelectField } from '../parts/form/select-field.tsx';
import { TextField } from '../parts/form/text-field.tsx';
import { Button } from '../parts/surface/button.tsx';
import { Card } from '../parts/surface/card.tsx';
import { Columns, Stack } from '../parts/surface/layout.tsx';
import { TODAY } from './sample.ts';

const PLACES = Array.from({ length: 400 }, (_, at) => ({
  value: String(at),
  words: `第${at + 1}处`,
  keywords: `d${at + 1}c`,
}));
const FEW = ['甲', '乙', '丙'].map((words) => ({ value: words, words }));

/** A form with right, wrong and locked fields. */
export function FormView(): ReactNode {
  const [name, setName] = useState('甲一');
  const [kind, setKind] = useState('');
  const [place, setPlace] = useState<readonly string[]>([]);
  const [several, setSeveral] = useState<readonly string[]>(['1', '2']);
  const [day, setDay] = useState<CivilDate | undefined>(TODAY);
  const [choice, setChoice] = useState('否');
  const [checked, setChecked] = useState(true);
  const [open, setOpen] = useState(false);
  return (
    <Page>
      <PageHead title="填报" facts="每种栏位的各种样子" />
      <Columns template="minmax(0, 1fr) minmax(0, 1fr)">
        <Card title="本人">
          <TextField
            label="姓名"
            required
            value={name}
            onChange={setName}
            hint="与证件一致，少数民族姓名中的间隔号用“·”"
          />
          <TextField
            label="证件号"
            required
            value="411082201505121235"
            onChange={() => undefined}
            problem="第18位校验不符，不一定错在末位，请对照证件逐位看"
          />
          <SelectField label="类别" value={kind} onChange={setKind} options={FEW} />
          <SearchSelect
            label="地区"
            required
            value={place}
            onChange={setPlace}
            options={PLACES}
            placeholder="输入名称、拼音首字母或代码"
          />
          <SearchSelect label="兼及" several value={several} onChange={setSeveral} options={PLACES} />
          <DateField
            label="日期"
            required
            value={day}
            onChange={setDay}
            today={TODAY}
            to={addDays(TODAY, 10)}
            hint="不晚于9月27日"
          />
          <ChoiceField
            label="暂停"
            value={choice}
            onChange={setChoice}
            options={['是', '否'].map((words) => ({ value: words, words }))}
          />
          <TextField label="说明" value="" onChange={() => undefined} lines={3} placeholder="可不填" />
          <TextField
            label="编号"
            value="G4110**********1234"
            onChange={() => undefined}
            readOnly
            hint="关键数据，更正须办件"
          />
          <CheckField checked={checked} onChange={setChecked}>
            只看不同
          </CheckField>
        </Card>
        <Stack>
          <Card title="文件">
            <FileDrop accept={['.xlsx']} most={50 * 1_048_576} hint="仅限.xlsx，不超过50兆" onFiles={() => undefined}>
              把工作簿拖到这里，或点此选择
            </FileDrop>
          </Card>
          <Card title="按钮">
            <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
              <Button tone="primary" onPress={() => setOpen(true)}>
                提交
              </Button>
              <Button>存草稿</Button>
              <Button tone="danger">不同意</Button>
              <Button tone="quiet">清除筛选</Button>
              <Button locked={{ reason: '先处理2项' }}>提交审核</Button>
              <Button tone="primary" busy>
                正在提交
              </Button>
            </div>
          </Card>
        </Stack>
      </Columns>
      <ActionBar>
        <span className="quiet small">提交后、他人办理前，可整批撤销</span>
        <ActionBarActs>
          <Button large>全部改好再提交</Button>
          <Button large tone="primary">
            先提交286行
          </Button>
        </ActionBarActs>
      </ActionBar>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="选地区"
        foot={<Button onPress={() => setOpen(false)}>取消</Button>}
      >
        <SearchSelect label="地区" layout="above" value={place} onChange={setPlace} options={PLACES} />
        <DateField label="日期" layout="above" value={day} onChange={setDay} today={TODAY} />
      </Dialog>
    </Page>
  );
}

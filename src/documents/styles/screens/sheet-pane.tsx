/** 改版面: the sheet of a paper with its preview beside it; what the layout cannot follow is said and not offered. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { ShownPaper } from '../../../evidence/screen/paper-parts.tsx';
import { api, fetchFile, sentenceOf } from '../../../web/api-client.ts';
import { ProblemLine } from '../../../web/parts/feedback/states.tsx';
import { ChoiceField } from '../../../web/parts/form/choice-field.tsx';
import { SelectField } from '../../../web/parts/form/select-field.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { PaperStyleView } from '../styles.api.ts';
import { heldWords, STYLES } from './style-words.screen.ts';

type Sheet = PaperStyleView['sheet'];

const SIDES = [
  ['left', '装订边（左）'],
  ['right', '右边距'],
  ['top', '上边距'],
  ['bottom', '下边距'],
] as const;
/** Whoever types a number is not shown every digit of it. */
const WAIT_MS = 500;

export function SheetPane({ view }: { view: PaperStyleView }): ReactNode {
  const client = useQueryClient();
  const [sheet, setSheet] = useState<Sheet>(view.sheet);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const change = (part: Partial<Sheet>) => setSheet({ ...sheet, ...part });
  const save = async (wish: Sheet | null) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const saved = await api.put<PaperStyleView>(`/paper-styles/${view.paper}/sheet`, wish);
      client.setQueryData([STYLES, view.paper], saved);
      setSheet(saved.sheet);
      await client.invalidateQueries({ queryKey: [STYLES], exact: true });
    } catch (thrown) {
      setProblem(sentenceOf(thrown));
    }
    setBusy(false);
  };
  const same = JSON.stringify(sheet) === JSON.stringify(view.sheet);
  const { flows, lines, why } = view.design;
  return (
    <div className="styles-halves">
      <div className="styles-fields">
        <p className="quiet">{`现行版面：${heldWords(view.sheetHeld, '本系统版面')}`}</p>
        {why !== '' && <p>{`${why}。`}</p>}
        {flows && <SizeFields view={view} sheet={sheet} onChange={change} />}
        {lines.includes('head') && (
          <TextField
            label="题上单位"
            layout="above"
            maxLength={40}
            value={sheet.head}
            onChange={(head) => change({ head })}
            hint="印在表名上方，如：某市教育体育局监制"
          />
        )}
        {lines.includes('foot') && (
          <>
            <TextField
              label="份数"
              layout="above"
              maxLength={60}
              value={sheet.copies}
              onChange={(copies) => change({ copies })}
              hint="如：一式两份，学校、学生各存一份"
            />
            <TextField
              label="页脚"
              layout="above"
              maxLength={60}
              value={sheet.foot}
              onChange={(foot) => change({ foot })}
            />
          </>
        )}
        <ProblemLine problem={problem} />
        {(flows || lines.length > 0) && (
          <div className="styles-acts">
            <Button
              tone="primary"
              busy={busy}
              onPress={() => void save(sheet)}
              {...(same ? { locked: { reason: '版面没有改动' } } : {})}
            >
              保存版面
            </Button>
            {!same && <Button onPress={() => setSheet(view.sheet)}>撤回改动</Button>}
            {view.sheetHeld?.mine && <Button onPress={() => void save(null)}>恢复原版面</Button>}
          </div>
        )}
        <p className="quiet">本辖区学校此后打印的都照此，已打印的不变；下级另有设定的照下级。</p>
      </div>
      <Preview paper={view.paper} title={view.title} sheet={sheet} />
    </div>
  );
}

interface FieldsProps {
  view: PaperStyleView;
  sheet: Sheet;
  onChange: (part: Partial<Sheet>) => void;
}

function SizeFields({ view, sheet, onChange }: FieldsProps): ReactNode {
  const { margins } = sheet;
  return (
    <>
      <SelectField
        label="纸张"
        layout="above"
        empty={null}
        value={sheet.size}
        options={view.design.sizes.map(({ size, words }) => ({ value: size, words }))}
        onChange={(size) => onChange({ size: size as Sheet['size'] })}
      />
      <ChoiceField
        label="方向"
        layout="above"
        value={sheet.landscape ? 'ACROSS' : 'UPRIGHT'}
        options={[
          { value: 'UPRIGHT', words: '纵向' },
          { value: 'ACROSS', words: '横向' },
        ]}
        onChange={(way) => onChange({ landscape: way === 'ACROSS' })}
      />
      <div className="styles-margins">
        {SIDES.map(([side, label]) => (
          <NumberField
            key={side}
            label={label}
            unit="毫米"
            value={margins[side]}
            onChange={(length) => onChange({ margins: { ...margins, [side]: Math.round(length) } })}
          />
        ))}
      </div>
      <NumberField label="正文字号" unit="磅" value={sheet.body} onChange={(body) => onChange({ body })} />
    </>
  );
}

interface NumberFieldProps {
  label: string;
  unit: string;
  value: number;
  onChange: (value: number) => void;
}

/** What was typed stays until it can be read as a number. */
function NumberField({ label, unit, value, onChange }: NumberFieldProps): ReactNode {
  const [text, setText] = useState(String(value));
  useEffect(() => setText((held) => (Number(held) === value ? held : String(value))), [value]);
  return (
    <TextField
      label={`${label}，${unit}`}
      layout="above"
      inputMode="decimal"
      maxLength={5}
      value={text}
      onChange={(typed) => {
        setText(typed);
        if (/^\d+(\.5|\.0)?$/.test(typed.trim())) onChange(Number(typed));
      }}
    />
  );
}

function Preview({ paper, title, sheet }: { paper: string; title: string; sheet: Sheet }): ReactNode {
  const text = JSON.stringify(sheet);
  const [asked, setAsked] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), WAIT_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const { data, error } = useQuery({
    queryKey: [STYLES, paper, 'preview', asked],
    queryFn: ({ signal }) => fetchFile(`/paper-styles/${paper}/preview.pdf`, { query: { sheet: asked }, signal }),
    placeholderData: (held) => held,
    retry: false,
  });
  return (
    <section className="styles-preview" aria-label="版面预览">
      {error ? <ProblemLine problem={sentenceOf(error)} /> : <ShownPaper blob={data} what={`${title}样例`} />}
    </section>
  );
}

/** 归档自设项一览: what the authorities above, the own one and those below have set for the students' files. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useMayCall } from '../../../../authorities/sessions/session-parts.tsx';
import { countWords } from '../../../../web/format.ts';
import { Skeleton } from '../../../../web/parts/feedback/skeleton.tsx';
import { EmptyState, ErrorState } from '../../../../web/parts/feedback/states.tsx';
import { ArticleChip } from '../../../../web/parts/findings/article.tsx';
import { SplitBar } from '../../../../web/parts/progress/split-bar.tsx';
import { Tag } from '../../../../web/parts/state/tag.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import { Card } from '../../../../web/parts/surface/card.tsx';
import { Facts } from '../../../../web/parts/surface/dot.tsx';
import { Stack } from '../../../../web/parts/surface/layout.tsx';
import type { FieldsView } from '../../further/further.api.ts';
import { useFields } from './class-queries.tsx';

/** `inside` a card it draws lines, not cards. */
export function SetFields({ inside = false }: { inside?: boolean }): ReactNode {
  const mayCall = useMayCall();
  const { data, error, refetch } = useFields(mayCall('GET /api/file-fields'));
  if (error && !data) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={8} />;
  const [place = '', name = ''] = data.chip.split('·');
  return (
    <Stack>
      <Piece
        inside={inside}
        title="归档自设项"
        note={data.chip ? <ArticleChip article={{ place, name }} /> : undefined}
        side={mayCall('POST /api/local-settings') && <Button to="/local-settings">设自设项</Button>}
      >
        {data.here.length === 0 ? (
          <EmptyState words="本地和上级都没有设" why="在“地方设定”中拟定，经签署后各校在班级档案中填写" />
        ) : (
          <Fields fields={data.here} />
        )}
      </Piece>
      {data.below.length > 0 && (
        <Piece inside={inside} title="下级所设" note="设定生效即报本级备案">
          <Fields fields={data.below} />
        </Piece>
      )}
    </Stack>
  );
}

interface PieceProps {
  inside: boolean;
  title: string;
  note?: ReactNode;
  side?: ReactNode;
  children: ReactNode;
}

function Piece({ inside, title, note, side, children }: PieceProps): ReactNode {
  if (!inside) {
    return (
      <Card title={title} note={note} side={side}>
        {children}
      </Card>
    );
  }
  return (
    <section className="set-fields-piece" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <span className="quiet">{note}</span>
        {side}
      </header>
      {children}
    </section>
  );
}

function Fields({ fields }: { fields: FieldsView['here'] }): ReactNode {
  return (
    <ul className="set-fields">
      {fields.map((field) => (
        <li key={`${field.key} ${field.from}`}>
          <span>
            <b>{field.title}</b> {field.ended && <Tag>已停用</Tag>}
          </span>
          <span className="quiet">
            <Facts>
              {field.setBy}
              {field.required ? '必填' : '选填'}
              {field.choices.length > 0 ? `${field.kindWords}：${field.choices.join('、')}` : field.kindWords}
              {field.stageWords}
              {`自${field.from}起`}
            </Facts>
          </span>
          {field.students > 0 && (
            <span className="set-fields-filled">
              {`已填${countWords(field.filled)}/${countWords(field.students)}人`}
              <SplitBar
                label={field.title}
                width={96}
                shares={[
                  { key: 'filled', words: '已填', count: field.filled, colour: 'green' },
                  { key: 'open', words: '未填', count: field.students - field.filled, colour: 'grey' },
                ]}
              />
            </span>
          )}
          <Link to={`/cases/${field.caseId}`}>{field.notice}</Link>
        </li>
      ))}
    </ul>
  );
}

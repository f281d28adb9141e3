/** 用语: how the paper and its items are called here, and by whom that was said. */
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { PaperStyleView } from '../styles.api.ts';
import { heldWords, STYLES } from './style-words.screen.ts';
import { WordingDialog } from './wording-dialog.tsx';

export function WordingPane({ view }: { view: PaperStyleView }): ReactNode {
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    void client.invalidateQueries({ queryKey: [STYLES] });
  };
  if (!view.words) {
    return <p>{`${view.title}的名称和文字由法规和签章定式，不改用语；要改排法的，用自备模板。`}</p>;
  }
  return (
    <div className="styles-fields is-steps">
      <p className="quiet">{`现行用语：${heldWords(view.wording, '本系统用语')}`}</p>
      {view.fixed && <p>{`名称“${view.fixed.title}”由法规定名，不改；项目和页脚说明可以另叫。`}</p>}
      <div className="styles-acts">
        <Button tone="primary" opens="dialog" onPress={() => setOpen(true)}>
          改用语
        </Button>
      </div>
      {open && (
        <WordingDialog line={{ form: view.paper, title: view.title }} fixed={view.fixed?.title} onClose={close} />
      )}
    </div>
  );
}

/** 告知书: the paper to township, county or authority about a child who stays away, to be printed, stamped and signed for. */
import { Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useSession } from '../../../../authorities/sessions/session-parts.tsx';
import { civilDate, partsOf } from '../../../../kernel/civil-date.ts';
import { useAddressState } from '../../../../web/address-state.ts';
import { Page, PageHead } from '../../../../web/frame/page.tsx';
import { Skeleton } from '../../../../web/parts/feedback/skeleton.tsx';
import { ErrorState } from '../../../../web/parts/feedback/states.tsx';
import { SelectField } from '../../../../web/parts/form/select-field.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import { RECIPIENTS, type Recipient } from '../../truancy/reporting.api.ts';
import type { TruantStanding } from '../../truancy/truancy.api.ts';
import { useTruantStanding } from '../attendance-queries.tsx';
import './truancy.css';

/** /truancy/:id/notice */
export function Component(): ReactNode {
  const { id = '' } = useParams();
  const [address, change] = useAddressState({ to: 'TOWNSHIP', matter: 'TRUANCY' });
  const query = useTruantStanding(id);
  const standing = query.data;
  return (
    <Page>
      <PageHead
        trail={[{ to: `/truancy/${id}`, words: standing?.name ?? '旷课学生' }]}
        title={address.matter === 'DROPOUT' ? '辍学报告书' : '旷课告知书'}
        side={
          <span className="screen-only notice-choices">
            <SelectField
              label="文书"
              value={address.matter}
              onChange={(matter) => change({ matter })}
              empty={null}
              options={[
                { value: 'TRUANCY', words: '旷课告知书' },
                { value: 'DROPOUT', words: '辍学报告书' },
              ]}
            />
            <SelectField
              label="送"
              value={address.to}
              onChange={(to) => change({ to })}
              empty={null}
              options={Object.entries(RECIPIENTS).map(([value, words]) => ({ value, words }))}
            />
            <Button tone="primary" icon={Printer} onPress={() => print()}>
              打印
            </Button>
          </span>
        }
      />
      {query.error && !standing && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton rows={12} />}
      {standing && <Paper standing={standing} to={address.to as Recipient} dropout={address.matter === 'DROPOUT'} />}
    </Page>
  );
}

const words = (day: string): string => {
  const [year, month, date] = partsOf(civilDate(day));
  return `${year}年${month}月${date}日`;
};

/** 《…办法》第二十二条: the whole title, as papers to other offices cite. */
const articleWords = ({ instrument, chip }: NonNullable<TruantStanding['truant']>['findings'][number]): string =>
  `${instrument.startsWith('《') ? instrument : `《${instrument}》`}${chip.split('·')[1] ?? ''}`;

/** The sheet, paper-coloured in both themes, with the receipt to be cut off below. */
function Paper({ standing, to, dropout }: { standing: TruantStanding; to: Recipient; dropout: boolean }): ReactNode {
  const { today } = useSession();
  const { truant, contacts, schoolName, name, numberMasked, gradeWords } = standing;
  const articles = [...new Set((truant?.findings ?? []).map(articleWords))].join('、');
  // Once it was sent it is known how the office is called.
  const named = standing.reports.find(({ recipient }) => recipient === to)?.recipientName ?? RECIPIENTS[to];
  const away = truant?.from
    ? `自${words(truant.from)}起连续旷课${truant.runDays}天，本学期累计旷课${truant.periods}节`
    : `本学期累计旷课${truant?.periods ?? 0}节`;
  return (
    <article className="notice-paper" aria-label="文书">
      <h2>{dropout ? '学生辍学报告书' : '学生旷课告知书'}</h2>
      <p>{named}：</p>
      <p className="notice-text">
        我校{gradeWords}
        {truant && truant.classGroupName !== '未编班' ? truant.classGroupName : ''}学生{name}（学籍号{numberMasked}），
        {away}。学校已联系监护人{contacts.length}次{contacts[0] && `，最近一次为${words(contacts[0].on)}`}，
        {dropout ? '该生仍未到校，现按辍学书面报告，学籍予以保留。' : '该生仍未到校。'}
      </p>
      <p className="notice-text">
        {articles && `依照${articles}的规定，`}
        请依法督促监护人送学生到校接受教育，并将办理情况告知学校。
      </p>
      <p className="notice-sign">
        {schoolName}（盖章）
        <br />
        {words(today)}
      </p>
      <hr />
      <h3>回执</h3>
      <p className="notice-text">
        {schoolName}关于{name}的{dropout ? '辍学报告书' : '旷课告知书'}已收到。
      </p>
      <p className="notice-sign">签收人：＿＿＿＿＿＿＿＿　　　　年　　月　　日</p>
    </article>
  );
}

import { Link } from '@tanstack/react-router'
import { featureOf } from '../../../measures/earns/feature.ts'
import { classLabels } from '../../../register/account.ts'
import { useZone } from '../../frame/facts.ts'
import { Empty, Section } from '../../parts/section.tsx'
import { Shape } from '../../parts/shape.tsx'
import { shortDay } from '../../say.ts'
import css from '../measures.module.css'
import { type Earns, type Lesson, lessonSentence, earnsWords as w } from './earns-words.ts'

type Example = Lesson['examples'][number]

/** A typical post with what its account is for and what the rules say of it: never applause alone. */
const ExampleOf = ({ e, zone }: { e: Example; zone: string }) => (
  <li>
    <blockquote className={css.quoted}>{e.words}</blockquote>
    <p className="small second">
      <Link to="/measures/accounts/$id" params={{ id: e.accountId }} search={{ span: 'year', measure: 'M07' }}>
        {e.account}
      </Link>
      , {classLabels[e.class]}, {shortDay(e.at, zone, new Date())}. {w.replies(e.replies)}.
    </p>
    {e.purpose && (
      <p className="small second">
        {w.isFor}: {e.purpose}
      </p>
    )}
    {e.risks.length === 0 ? (
      <p className="small second">{w.noRisk}</p>
    ) : (
      <p className={css.noReason}>
        <Shape name="triangle" /> {w.risks} {e.risks.join(' ')}
      </p>
    )}
  </li>
)

/** What corporate accounts can take from conversational ones, with typical posts of theirs. */
export const Lessons = ({ lessons, rows }: Pick<Earns, 'lessons' | 'rows'>) => {
  const zone = useZone()
  const rowOf = (feature: string) =>
    rows.find((r) => r.feature === feature && r.group === 'others' && r.reaction === 'replies')
  return (
    <Section heading={w.lessons} note={w.lessonsNote}>
      {lessons.length === 0 && <Empty>{w.lessonsNone}</Empty>}
      {lessons.map((l) => (
        <div key={l.feature} className={css.lesson}>
          <p>{lessonSentence(featureOf(l.feature)?.name ?? l.feature, l, rowOf(l.feature))}</p>
          {l.examples.length === 0 ? (
            <p className="small second">{w.noExample}</p>
          ) : (
            <ul>
              {l.examples.map((e) => (
                <ExampleOf key={`${e.accountId} ${e.at}`} e={e} zone={zone} />
              ))}
            </ul>
          )}
        </div>
      ))}
    </Section>
  )
}

import { Navigate, useNavigate, useSearch } from '@tanstack/react-router'
import { measuresEndpoints } from '../../measures/measures.contract.ts'
import { useAct, useRead } from '../call.ts'
import { useInspects, useZone } from '../frame/facts.ts'
import { ActFailed } from '../parts/act-failed.tsx'
import { Answered } from '../parts/answered.tsx'
import { Button, ButtonLink } from '../parts/button.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import { day } from '../say.ts'
import { SpanChoice } from './acts.tsx'
import { ByClass } from './classes.tsx'
import { HowCounted } from './definition.tsx'
import { furthest, ofAll } from './figures.ts'
import css from './measures.module.css'
import { overviewHeading, spanLabels, measuresWords as w } from './measures-words.ts'
import { spansShown } from './pages.ts'
import { MeasurePanel } from './panel.tsx'
import { Furthest } from './reasons.tsx'

const six = ['M07', 'M08', 'M04', 'M05', 'M01', 'M16'] as const
/** Those that are compared inside each class. */
const compared = ['M07', 'M08', 'M04'] as const

/** The day that is the last one counted, from the instant at which it was over. */
const lastDay = (until: string, zone: string): string => day(new Date(Date.parse(until) - 1), zone, new Date())

/** Do we answer people, and who does not? */
export const MeasuresPage = () => {
  const { span, measure = 'M07' } = useSearch({ from: '/staff/measures' })
  const navigate = useNavigate()
  const zone = useZone()
  const read = useRead(measuresEndpoints.overview, { span })
  const again = useAct(measuresEndpoints.count)
  if (useInspects()) return <Navigate to="/measures/variation" replace />
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }}>
      {(data) => {
        const definition = (id: string) => data.definitions.find((d) => d.id === id)
        const chosen = definition(measure)
        const until = data.count.until
        return (
          <>
            <PageAnswer
              dense
              answer={overviewHeading(until !== null, data.figures)}
              lede={
                until === null ? (
                  w.notCounted
                ) : (
                  <>
                    {w.lede(spanLabels[span], lastDay(until, zone))} <span className={css.diamond} aria-hidden="true" />{' '}
                    {w.ledeLook} <span className={css.triangle} aria-hidden="true" /> {w.ledeMiddle}
                  </>
                )
              }
              acts={
                <>
                  <SpanChoice
                    span={span}
                    spans={spansShown}
                    onSpan={(next) => void navigate({ to: '/measures', search: { span: next, measure } })}
                  />
                  {data.mayCount && (
                    <Button onPress={() => again.mutate({})} busy={again.isPending}>
                      {w.count}
                    </Button>
                  )}
                </>
              }
            />
            <ActFailed cause={again.error} />
            <div className={css.top}>
              <div className={css.panels}>
                {six.map((id) => {
                  const d = definition(id)
                  return (
                    d && (
                      <MeasurePanel
                        key={id}
                        d={d}
                        head={(id === 'M01' ? definition('M03') : d) ?? d}
                        figures={data.figures}
                        all={data.all}
                        before={data.before}
                        span={span}
                        open={id === measure}
                      />
                    )
                  )
                })}
              </div>
              {chosen && <HowCounted d={chosen} counts={ofAll(data.all, chosen.id)} span={span} />}
            </div>
            <Section
              heading={w.differ}
              note={w.differNote}
              more={
                <span className="row">
                  <ButtonLink small to="/measures/variation">
                    {w.variation}
                  </ButtonLink>
                  <ButtonLink small to="/measures/earns">
                    {w.earns}
                  </ButtonLink>
                  <ButtonLink small to="/measures/officials">
                    {w.officials}
                  </ButtonLink>
                </span>
              }
            >
              <div className={css.differ}>
                <ByClass
                  accounts={data.accounts}
                  figures={data.figures}
                  definitions={compared.flatMap((id) => definition(id) ?? [])}
                />
                <Furthest
                  rows={furthest(data.accounts, data.figures, compared, 6)}
                  definitions={data.definitions}
                  reasons={data.reasons}
                  may={data.maySayWhy}
                />
              </div>
            </Section>
          </>
        )
      }}
    </Answered>
  )
}

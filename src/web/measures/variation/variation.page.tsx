import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { variationEndpoints } from '../../../measures/variation/variation.contract.ts'
import { classLabels } from '../../../register/account.ts'
import { addressWith, useRead } from '../../call.ts'
import { useInspects, useZone } from '../../frame/facts.ts'
import { Answered } from '../../parts/answered.tsx'
import { PageAnswer } from '../../parts/page-answer.tsx'
import { Section } from '../../parts/section.tsx'
import { Select } from '../../parts/select.tsx'
import { day } from '../../say.ts'
import { PageActs } from '../acts.tsx'
import css from '../measures.module.css'
import { measuresWords, spanLabels } from '../measures-words.ts'
import { spansShown } from '../pages.ts'
import { Comparing } from './comparing.tsx'
import { BetweenForces, forcesHeading, useForces } from './forces.tsx'
import { accountLink, KindPanels, KindTable } from './kinds.tsx'
import { variationHeading, variationWords as w } from './variation-words.ts'

/** Which accounts differ from their class by more than accounts of it do? */
export const VariationPage = () => {
  const { span, measure = 'M07' } = useSearch({ from: '/staff/measures/variation' })
  const navigate = useNavigate()
  const zone = useZone()
  const read = useRead(variationEndpoints.variation, { measure, span })
  const forces = useForces({ measure, span }, read.data?.mayCompare ?? false)
  const inspects = useInspects()
  const path = inspects ? undefined : <Link to="/measures">{measuresWords.measures}</Link>
  const go = (to: { span?: typeof span; measure?: string }) =>
    void navigate({ to: '/measures/variation', search: { span, measure, ...to } })
  return (
    <Answered read={read} heading={{ reading: measuresWords.reading, failed: measuresWords.failed }} path={path}>
      {(data) => {
        const kinds = data.classes.map((c) => ({ name: classLabels[c.class], variation: c.variation }))
        const nameOf = accountLink(data.accounts, span, measure)
        const own = data.accounts.length > 0 || !data.mayCompare
        const variations = kinds.map((k) => k.variation)
        const { until } = data
        const last = until === null ? null : day(new Date(Date.parse(until) - 1), zone, new Date())
        return (
          <>
            <PageAnswer
              dense
              path={path}
              answer={own ? variationHeading(data.measure, until !== null, variations) : forcesHeading(forces)}
              lede={own ? (last === null ? w.notCounted : w.lede(spanLabels[span], last)) : w.forcesNote}
              acts={
                <PageActs
                  span={span}
                  spans={spansShown}
                  onSpan={(next) => go({ span: next })}
                  file={own && addressWith(variationEndpoints.variationFile, { measure, span })}
                />
              }
            />
            <div className={css.chooser}>
              <Select
                label={w.measure}
                value={measure}
                onChange={(id) => go({ measure: id })}
                options={data.measures.map((m) => ({ id: m.id, name: m.name, aside: m.id }))}
              />
              <p className="small second">{data.measure.asks}</p>
            </div>
            {own && (
              <>
                <KindPanels m={data.measure} kinds={kinds} one="account" nameOf={nameOf} />
                <Limits />
                <KindTable
                  m={data.measure}
                  kinds={kinds}
                  head={measuresWords.account}
                  caption={w.all}
                  nameOf={nameOf}
                />
              </>
            )}
            {data.mayCompare && <BetweenForces read={forces} measure={measure} span={span} />}
            {!inspects && <Comparing />}
          </>
        )
      }}
    </Answered>
  )
}

const Limits = () => (
  <Section heading={w.how}>
    <ul className={css.explained}>
      {w.howText.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  </Section>
)

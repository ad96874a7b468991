import { Link } from '@tanstack/react-router'
import { aimKinds } from '../../inbox/desk.ts'
import { deskSettings } from '../../inbox/settings/settings.contract.ts'
import { said } from '../../posting/facts.ts'
import { useRead } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { Answered } from '../parts/answered.tsx'
import { Ledger } from '../parts/ledger.tsx'
import { PageAnswer } from '../parts/page-answer.tsx'
import { Section } from '../parts/section.tsx'
import { clock, shortDay } from '../say.ts'
import css from './settings.module.css'
import { AimsPart, LimitsPart } from './settings-aims.tsx'
import { DangerPart } from './settings-danger.tsx'
import { LinePart } from './settings-line.tsx'
import { changeWords, ownCount, type Settings, settingsHeading, settingsWords as w } from './settings-words.ts'

const Changes = ({ changes, zone }: { changes: Settings['changes']; zone: string }) => (
  <Section heading={w.changes.heading} state={changes.length === 0 ? 'empty' : 'loaded'} empty={w.changes.none}>
    <Ledger
      rows={changes.map(({ id, at, by, change }) => ({
        id,
        time: clock(at, zone),
        day: shortDay(at, zone, new Date()),
        body: (
          <>
            <p>{changeWords(change)}</p>
            <p className="small second">{said(by)}</p>
            {change.what === 'lines' && change.before && (
              <details className={css.before}>
                <summary>{w.changes.before}</summary>
                <p lang="en">{change.before.en}</p>
                <p lang="cy">{change.before.cy}</p>
              </details>
            )}
          </>
        ),
      }))}
    />
  </Section>
)

/** How the desk works: its aims, what goes out by itself, and by which words of its own it hears danger. */
export const DeskSettingsPage = () => {
  const zone = useZone()
  const read = useRead(deskSettings, {})
  const path = (
    <>
      <Link to="/desk">{w.path}</Link> / {w.link}
    </>
  )
  return (
    <Answered read={read} heading={{ reading: w.reading, failed: w.failed }} path={path}>
      {(settings) => (
        <>
          <PageAnswer
            path={path}
            answer={settingsHeading(settings)}
            lede={w.lede(ownCount(settings.aims), settings.aims.length * aimKinds.length)}
          />
          <div className="two-columns">
            <div>
              <AimsPart settings={settings} />
              <LinePart zone={zone} />
              <DangerPart settings={settings} />
            </div>
            <div>
              <LimitsPart settings={settings} />
              <Changes changes={settings.changes} zone={zone} />
            </div>
          </div>
        </>
      )}
    </Answered>
  )
}

import type { CSSProperties, ReactNode } from 'react'
import { useState } from 'react'
import { standingAt } from '../../people/training/training.ts'
import type { AccountPage } from '../../register/register.contract.ts'
import { Bars } from '../parts/bars.tsx'
import { Button } from '../parts/button.tsx'
import { type Column, DataTable } from '../parts/data-table.tsx'
import { Icon } from '../parts/icon.tsx'
import { Menu } from '../parts/menu.tsx'
import { Section } from '../parts/section.tsx'
import { Signature } from '../parts/signature.tsx'
import { SeverityMark } from '../parts/state-mark.tsx'
import { Tag } from '../parts/tag.tsx'
import { age, day } from '../say.ts'
import css from './account.module.css'
import { accountWords } from './account-words.ts'
import { PlaceDialog, type Placing } from './place-dialogs.tsx'
import { type Activity, draftersOf, type Place, type VoiceRow as Row, rowsOf, type Voice } from './voices.ts'

const w = accountWords.speaks
const percent = (share: number): number => Math.round(share * 100)

const Signs = ({ place }: { place: Place }) =>
  place.signature === null ? (
    <span className="third">{w.unsigned}</span>
  ) : (
    <Signature text={place.signature} state={place.clash ? 'clash' : 'inForce'} />
  )

/** Nothing while there is time; then when the right to write ends, or that it has. */
const TrainedWords = ({ until, zone }: { until: string | null; zone: string }) => {
  const now = new Date()
  const at = until === null ? null : new Date(until)
  const standing = standingAt(at, now)
  if (at === null || (standing !== 'soon' && standing !== 'ended')) return null
  return (
    <p>
      <SeverityMark severity="approval">{w.trained[standing](day(at, zone, now))}</SeverityMark>
    </p>
  )
}

const Who = ({ place, zone }: { place: Place; zone: string }) => (
  <>
    <b>
      {place.person.rank} {place.person.name}
    </b>{' '}
    {place.trusted && <Tag>{w.trusted}</Tag>}
    <br />
    <span className="second">
      {w.since(day(place.from, zone, new Date()))}
      {place.until && w.until(day(place.until, zone, new Date()))}
    </span>
    <TrainedWords until={place.trainedUntil} zone={zone} />
    {place.clash && (
      <p>
        <SeverityMark severity="approval">{w.clash(place.clash.wanted, place.clash.heldBy.name)}</SeverityMark>
      </p>
    )}
  </>
)

const Last = ({ row }: { row: Row }) => {
  const at = row.voice?.lastAt
  if (row.quiet) return <SeverityMark severity="approval">{at ? age(at, new Date()) : w.never}</SeverityMark>
  return at ? age(at, new Date()) : <span className="third">{w.never}</span>
}

const Share = ({ row: { voice, overHalf } }: { row: Row }) => {
  if (!voice) return '–'
  const share = `${percent(voice.share)}%`
  if (!overHalf) return share
  return (
    <span className={css.whole}>
      <SeverityMark severity="approval">{w.overHalf(share)}</SeverityMark>
    </span>
  )
}

const columnsFor = (zone: string, top: number): Column<Row>[] => [
  { id: 'signs', head: w.sign, cell: ({ place }) => <Signs place={place} /> },
  { id: 'who', head: w.who, names: true, cell: ({ place }) => <Who place={place} zone={zone} /> },
  {
    id: 'weeks',
    head: w.weeks,
    later: true,
    cell: ({ voice, place }) =>
      voice && (
        <Bars
          weeks={voice.bars.map((first) => ({ first, second: 0 }))}
          form="stacked"
          top={top}
          width={170}
          height={30}
          name={w.barsOf(place.person.name)}
        />
      ),
  },
  { id: 'posts', head: w.posts, number: true, cell: ({ voice }) => <b>{voice?.all ?? 0}</b> },
  { id: 'share', head: w.share, number: true, cell: (row) => <Share row={row} /> },
  { id: 'last', head: w.last, cell: (row) => <Last row={row} /> },
]

const PlaceActs = ({ place, onDo }: { place: Place; onDo: (placing: Placing) => void }) => (
  <Menu
    trigger={
      <Button small label={w.actsLabel(place.person.name)}>
        {w.acts}
        <Icon name="down" size={12} />
      </Button>
    }
    sections={[
      {
        entries: [
          {
            id: 'trust',
            name: place.trusted ? w.untrust : w.trust,
            onPress: () => onDo({ what: 'trust', place, trusted: !place.trusted }),
          },
          ...(place.voice === 'signs'
            ? [
                { id: 'initials', name: w.initials, onPress: () => onDo({ what: 'initials', place }) },
                { id: 'drafts', name: w.drafts, onPress: () => onDo({ what: 'voice', place, voice: 'drafts' }) },
              ]
            : [{ id: 'signs', name: w.signs, onPress: () => onDo({ what: 'voice', place, voice: 'signs' }) }]),
        ],
      },
      { entries: [{ id: 'end', name: w.end, onPress: () => onDo({ what: 'end', place }) }] },
    ]}
  />
)

const Balance = ({ activity }: { activity: Activity }) => {
  const voices = activity.voices.filter((v) => v.all > 0).sort((a, b) => b.all - a.all)
  const widest = voices[0]
  if (!widest) return <p className="small second">{w.nothing}</p>
  const nameOf = (v: Voice) => v.mark ?? v.person.name
  return (
    <div>
      <p className="small">
        <b>{w.balance}</b> {w.balanceWords(percent(widest.share))}
      </p>
      <div
        className={css.strip}
        role="img"
        aria-label={w.balanceLabel(voices.map((v) => `${nameOf(v)} ${percent(v.share)}%`).join(', '))}
      >
        {voices.map((v) => (
          <span key={v.person.id} style={{ flexGrow: v.all, flexBasis: 0 } as CSSProperties}>
            {v.share > 0.08 && (
              <>
                <b>{v.mark ?? v.person.name.split(' ').at(-1)}</b>&nbsp;{percent(v.share)}%
              </>
            )}
          </span>
        ))}
      </div>
    </div>
  )
}

/** Staff officers and others who write here and are no voice. */
const Drafters = ({
  places,
  zone,
  acts,
}: {
  places: readonly Place[]
  zone: string
  acts: (place: Place) => ReactNode
}) =>
  places.length > 0 && (
    <div className={css.drafters}>
      <p className="small">
        <b>{w.drafters}</b>
      </p>
      <ul className={css.list}>
        {places.map((place) => (
          <li key={place.id}>
            <span>
              <Who place={place} zone={zone} />
            </span>
            {acts(place)}
          </li>
        ))}
      </ul>
    </div>
  )

const Before = ({ legend, zone }: { legend: AccountPage['legend']; zone: string }) => {
  const past = legend.filter((row) => row.until !== null)
  if (past.length === 0) return null
  return (
    <p className="small second">
      <b>{w.before}</b>{' '}
      {past.map((row) => (
        <span key={`${row.mark} ${row.from}`}>
          <Signature text={row.signature ?? row.mark} state="past" />{' '}
          {w.beforeOne(`${row.rank} ${row.name}`, day(row.until ?? row.from, zone, new Date()))}{' '}
        </span>
      ))}
      {w.beforeAfter}
    </p>
  )
}

/** Who signs here, how often each speaks, and who signed before. */
export const WhoSpeaks = ({
  page,
  activity,
  failed,
  zone,
}: {
  page: AccountPage
  activity: Activity | undefined
  failed: boolean
  zone: string
}) => {
  const [placing, setPlacing] = useState<Placing | null>(null)
  const rows = rowsOf(page.account.kind, page.contributors, activity)
  const top = Math.max(1, ...rows.flatMap((row) => row.voice?.bars ?? []))
  const columns = columnsFor(zone, top)
  if (page.may.contributors) {
    columns.push({
      id: 'acts',
      head: w.acts,
      act: true,
      cell: ({ place }) => <PlaceActs place={place} onDo={setPlacing} />,
    })
  }
  return (
    <Section
      heading={w.heading}
      note={w.note(day(new Date(), zone))}
      more={
        page.may.contributors && (
          <Button small onPress={() => setPlacing({ what: 'add' })}>
            {w.add}
          </Button>
        )
      }
    >
      <div className="stack">
        <DataTable
          caption={w.caption}
          middle
          rows={rows}
          keyOf={({ place }) => place.id}
          toneOf={(row) => (row.quiet || row.overHalf ? 'warn' : undefined)}
          columns={columns}
          empty={w.none}
        />
        <Drafters
          places={draftersOf(page.contributors)}
          zone={zone}
          acts={(place) => page.may.contributors && <PlaceActs place={place} onDo={setPlacing} />}
        />
        {failed && <p className="small second">{w.notKnown}</p>}
        {activity && page.account.kind === 'collective' && <Balance activity={activity} />}
        <Before legend={page.legend} zone={zone} />
      </div>
      {placing && (
        <PlaceDialog placing={placing} accountId={page.account.id} zone={zone} onClose={() => setPlacing(null)} />
      )}
    </Section>
  )
}

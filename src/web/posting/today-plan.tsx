import { Link } from '@tanstack/react-router'
import { accountClasses, classLabels } from '../../register/account.ts'
import { Drawing } from '../parts/drawing.tsx'
import { Ledger } from '../parts/ledger.tsx'
import { Notice } from '../parts/notice.tsx'
import { Section } from '../parts/section.tsx'
import { Shape, type ShapeName } from '../parts/shape.tsx'
import { clock, day } from '../say.ts'
import css from './today.module.css'
import { type Planned, type Today, todayWords } from './today-words.ts'

const w = todayWords.plan
const row = 26
const left = 104
const hour = 3_600_000

const Mark = ({ state, x, y }: { state: Planned['state']; x: number; y: number }) => {
  if (state === 'waiting') return <rect className={css.tick} x={x - 2.5} y={y - 7} width="5" height="14" />
  if (state === 'toApprove') return <path className={css.ask} d={`M${x} ${y - 7.5}l8 14h-16z`} />
  return (
    <>
      <rect className={css.held} x={x - 7} y={y - 7} width="14" height="14" rx="1" />
      <path className={css.bars} d={`M${x - 2.5} ${y - 3.5}v7M${x + 2.5} ${y - 3.5}v7`} />
    </>
  )
}

/** As much of a title as there is room for; none rather than a stump. */
const fitting = (title: string, room: number): string => {
  const letters = Math.floor((room - 14) / 6.9)
  if (title.length <= letters) return title
  return letters < 8 ? '' : `${title.slice(0, letters - 1).trimEnd()}…`
}

const Row = ({
  items,
  y,
  xOf,
  width,
}: {
  items: readonly Planned[]
  y: number
  xOf: (at: string) => number
  width: number
}) =>
  items.map((item, i) => {
    const x = xOf(item.at)
    const next = items[i + 1]
    const title = fitting(item.title, (next ? xOf(next.at) - 10 : width) - x)
    return (
      <g key={item.postId}>
        <Mark state={item.state} x={x} y={y} />
        {title !== '' && (
          <text x={x + 12} y={y + 4.5}>
            {title}
          </text>
        )}
      </g>
    )
  })

/** Every third hour of the wall clock, from the first one after now. */
const hoursFrom = (from: number, zone: string): { at: number; words: string }[] => {
  const found: { at: number; words: string }[] = []
  for (let at = Math.ceil(from / hour) * hour; at <= from + 24 * hour; at += hour) {
    const words = clock(new Date(at), zone)
    if (Number(words.slice(0, 2)) % 3 === 0 && words.endsWith(':00')) found.push({ at, words })
  }
  return found
}

const rowsOf = ({ items }: Today['next24']) => accountClasses.filter((c) => items.some((item) => item.class === c))

type DrawnProps = { next24: Today['next24']; zone: string }

const Hours = ({ next24, zone, width }: DrawnProps & { width: number }) => {
  const from = new Date(next24.from).getTime()
  const span = Math.max(hour, new Date(next24.to).getTime() - from)
  const xOf = (at: string | number) => left + Math.max(0, (new Date(at).getTime() - from) / span) * (width - left - 8) // what is past due stands at now
  const classes = rowsOf(next24)
  const height = classes.length * row
  return (
    <g className={css.plan}>
      {classes.map((c, i) => (
        <g key={c}>
          <text className={css.class} x="0" y={i * row + row / 2 + 4.5}>
            {classLabels[c]}
          </text>
          <path className={css.grid} d={`M${left} ${(i + 1) * row - 0.5}H${width}`} />
          <Row items={next24.items.filter((item) => item.class === c)} y={i * row + row / 2} xOf={xOf} width={width} />
        </g>
      ))}
      <path className={css.axis} d={`M${left} ${height + 0.5}H${width}`} />
      <path className={css.now} d={`M${left} 0V${height}`} />
      <text x={left} y={height + 19} textAnchor="middle">
        {w.now}
      </text>
      {hoursFrom(from, zone)
        .filter(({ at }) => xOf(at) > left + 46 && xOf(at) < width - 16)
        .map(({ at, words }) => (
          <g key={at}>
            <path className={css.axis} d={`M${xOf(at)} ${height}v4`} />
            <text className={css.hour} x={xOf(at)} y={height + 19} textAnchor="middle">
              {words === '00:00' ? w.midnight : words}
            </text>
          </g>
        ))}
    </g>
  )
}

const shapeOf: Readonly<Record<Planned['state'], ShapeName>> = { waiting: 'clock', toApprove: 'triangle', held: 'bars' }

/** Which of them no longer stands as it was released, before its time comes. */
const Fallen = ({ next24, zone }: { next24: Today['next24']; zone: string }) => {
  const fallen = next24.items.filter((item) => item.standing.length > 0)
  const once = fallen.filter((item, i) => fallen.findIndex((other) => other.postId === item.postId) === i)
  return once.map((item) => (
    <Notice key={item.postId} tone="warn">
      <b>{todayWords.fallen.is(item.title, clock(item.at, zone))}</b> {item.standing.join(' ')} {todayWords.fallen.due}{' '}
      <Link to="/posts/$id" params={{ id: item.postId }}>
        {todayWords.fallen.open}
      </Link>
      .
    </Notice>
  ))
}

/** What goes out in the next 24 hours: drawn by time and class, and as a list for a phone and for who does not see the drawing. */
export const Plan = ({ today }: { today: Today }) => {
  const { next24, zone } = today
  return (
    <Section
      heading={<span id="plan">{w.heading}</span>}
      note={
        <span className={css.legend}>
          <span>
            <svg width="6" height="13" aria-hidden="true" className={css.plan}>
              <rect className={css.tick} width="5" height="13" />
            </svg>
            {w.waiting(next24.waiting)}
          </span>
          <span className={css.amber}>
            <svg width="17" height="16" aria-hidden="true" className={css.plan}>
              <path className={css.ask} d="M8.500 1.500l7 12.500h-14z" />
            </svg>
            {w.toApprove(next24.toApprove)}
          </span>
          <span className={css.amber}>
            <Shape name="bars" />
            {w.held(next24.held)}
          </span>
        </span>
      }
      more={<Link to="/posts">{w.all}</Link>}
      state={next24.items.length === 0 ? 'empty' : 'loaded'}
      empty={w.none}
    >
      <Fallen next24={next24} zone={zone} />
      <div className={css.drawn}>
        <Drawing label={w.sentence(next24.items.length)} height={rowsOf(next24).length * row + 26}>
          {(width) => <Hours next24={next24} zone={zone} width={width} />}
        </Drawing>
      </div>
      <div className={css.list}>
        <Ledger
          rows={next24.items.map((item) => ({
            id: item.postId,
            time: clock(item.at, zone),
            day: day(item.at, zone),
            body: (
              <Link className={css.title} to="/posts/$id" params={{ id: item.postId }}>
                {item.title}
              </Link>
            ),
            side: (
              <span className="row">
                <Shape name={shapeOf[item.state]} /> {w.state[item.state]}, {w.accounts(item.accounts)}
              </span>
            ),
          }))}
        />
      </div>
      <div className={css.drawn}>
        <table className="hidden-words">
          <caption>{w.list}</caption>
          <tbody>
            {next24.items.map((item) => (
              <tr key={item.postId}>
                <th scope="row">{item.title}</th>
                <td>
                  {day(item.at, zone)}, {clock(item.at, zone)}, {w.state[item.state]}, {classLabels[item.class]},{' '}
                  {w.accounts(item.accounts)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

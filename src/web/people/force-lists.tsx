import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ForceSettings } from '../../people/force.ts'
import { Button } from '../parts/button.tsx'
import { DayField } from '../parts/day-field.tsx'
import { TextField } from '../parts/field.tsx'
import form from '../parts/form.module.css'
import { Section } from '../parts/section.tsx'
import { readingOf, Select } from '../parts/select.tsx'
import { day } from '../say.ts'
import { forceWords as w } from './force-words.ts'
import css from './people.module.css'

type Pack = ForceSettings['pack']
type Part = { pack: Pack; onChange: (pack: Pack) => void; may: boolean }

const noPeriod = { words: '', from: '', to: '' }

/** When the rules of a pre-election period count. */
export const Periods = ({ pack, onChange, may }: Part) => {
  const [next, setNext] = useState(noPeriod)
  const whole = next.words.trim() !== '' && next.from !== '' && next.to !== '' && next.from <= next.to
  return (
    <Section heading={w.preElection} note={w.preElectionNote}>
      {pack.preElection.length === 0 && <p className="small second">{w.noPeriods}</p>}
      <ul className={css.list}>
        {pack.preElection.map((p) => (
          <li key={`${p.from} ${p.words}`}>
            <b>{p.words}</b>
            <span>
              {day(`${p.from}T12:00:00Z`, 'UTC', new Date())} – {day(`${p.to}T12:00:00Z`, 'UTC', new Date())}
            </span>
            {may && (
              <Button
                small
                label={w.remove(p.words)}
                onPress={() => onChange({ ...pack, preElection: pack.preElection.filter((other) => other !== p) })}
              >
                {w.takeOut}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {may && (
        <div className={form.form}>
          <div className={form.beside}>
            <TextField label={w.vote} value={next.words} onChange={(words) => setNext({ ...next, words })} />
            <DayField label={w.first} value={next.from} onChange={(from) => setNext({ ...next, from })} />
            <DayField label={w.last} value={next.to} onChange={(to) => setNext({ ...next, to })} earliest={next.from} />
          </div>
          <div className={form.acts}>
            <Button
              small
              onPress={() => {
                if (!whole) return
                onChange({ ...pack, preElection: [...pack.preElection, { ...next, words: next.words.trim() }] })
                setNext(noPeriod)
              }}
            >
              {w.addPeriod}
            </Button>
          </div>
        </div>
      )}
    </Section>
  )
}

const weightIds = ['off', 'advise', 'needsApproval', 'block'] as const
type Weight = (typeof weightIds)[number]
const weightOf = (id: string | null): Weight | undefined => weightIds.find((known) => known === id)

/** The force's own weight for a rule. */
export const OwnWeights = ({ pack, onChange, may }: Part) => {
  const rules = useQuery({
    queryKey: ['rulebook'],
    queryFn: async () => (await import('../../rulebook/rulebook.ts')).allRules,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const [rule, setRule] = useState<string | null>(null)
  const [weight, setWeight] = useState<Weight>('advise')
  const own = Object.entries(pack.severities)
  const title = (id: string) => rules.data?.find((r) => r.id === id)?.title ?? ''
  return (
    <Section heading={w.own} note={w.ownNote} more={<Link to="/rules">{w.readRules}</Link>}>
      {own.length === 0 && <p className="small second">{w.noOwn}</p>}
      <ul className={css.list}>
        {own.map(([id, given]) => (
          <li key={id}>
            <span>
              <b>{id}</b> {title(id)}: {w.weights[given]}
            </span>
            {may && (
              <Button
                small
                label={w.remove(id)}
                onPress={() => onChange({ ...pack, severities: Object.fromEntries(own.filter(([r]) => r !== id)) })}
              >
                {w.takeOut}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {may && (
        <div className={form.form}>
          <div className={form.beside}>
            <Select
              label={w.rule}
              value={rule}
              onChange={setRule}
              reading={readingOf(rules)}
              options={(rules.data ?? []).map((r) => ({ id: r.id, name: `${r.id} ${r.title}` }))}
            />
            <Select
              label={w.weight}
              value={weight}
              onChange={(id) => setWeight(weightOf(id) ?? weight)}
              options={weightIds.map((id) => ({ id, name: w.weights[id] }))}
            />
          </div>
          <div className={form.acts}>
            <Button
              small
              onPress={() => {
                if (rule !== null) onChange({ ...pack, severities: { ...pack.severities, [rule]: weight } })
                setRule(null)
              }}
            >
              {w.addOwn}
            </Button>
          </div>
        </div>
      )}
    </Section>
  )
}

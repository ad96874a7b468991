import { useState } from 'react'
import { Button } from '../parts/button.tsx'
import { Checkbox, RadioGroup, Segmented } from '../parts/choices.tsx'
import { CountBar } from '../parts/count-bar.tsx'
import { TextField } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { Menu } from '../parts/menu.tsx'
import { NetworkMark } from '../parts/network-mark.tsx'
import { Section } from '../parts/section.tsx'
import { Select } from '../parts/select.tsx'
import { Shape } from '../parts/shape.tsx'
import { Signature, WhoTile } from '../parts/signature.tsx'
import { type Severity, SeverityMark, type State, StateMark } from '../parts/state-mark.tsx'
import { Tag } from '../parts/tag.tsx'
import { WhenField } from '../parts/when-field.tsx'
import { MarkedWords } from '../parts/word-editor.tsx'
import { marksIn, networks } from './examples.ts'
import css from './gallery.module.css'

const states: readonly State[] = [
  'draft',
  'waiting',
  'sending',
  'checking',
  'live',
  'held',
  'refused',
  'needsPerson',
  'withdrawn',
]
const severities: readonly Severity[] = ['blocked', 'approval', 'advice', 'fixed']
const nothing = () => {}

export const Marks = () => (
  <Section heading="Marks">
    <div className={`row ${css.gap}`}>
      {Object.values(networks).map((n) => (
        <NetworkMark key={n.name} mark={n.mark} name={n.name} />
      ))}
      <NetworkMark mark="X" name="X, keys end soon" state="endsSoon" />
      <NetworkMark mark="Yt" name="YouTube, not connected" state="notConnected" />
    </div>
    <div className={`row ${css.gap}`}>
      <Signature text="ACC MJ:" />
      <Signature text="PC LC:" locked />
      <Signature text="^DW" />
      <Signature text="ACC JK:" state="past" title="until 31 Mar 2026" />
      <Signature text="PC LC:" state="clash" />
      <WhoTile initials="MJ" />
    </div>
    <div className={`row ${css.gap}`}>
      <Tag>District</Tag>
      <Tag tone="accent">Collective</Tag>
      <Tag tone="warn">
        <Icon name="clock" size={13} />
        20 min
      </Tag>
      <Tag tone="risk">
        <Shape name="diamond" size={13} />
        May be in danger
      </Tag>
      <Tag tone="ok">Confirmed both ways</Tag>
      <Tag tone="line" onRemove={nothing} removeWords="Take away the filter Facebook">
        Facebook
      </Tag>
    </div>
    <p className={css.words}>
      <MarkedWords
        text="Words with a number 14, a Burglar, a #saferwestport"
        marks={marksIn('Words with a number 14, a Burglar, a #saferwestport')}
      />
    </p>
    <div className="row">
      <CountBar used={55} most={100} width={90} />
      <CountBar used={80} most={100} width={90} tone="warn" />
      <CountBar used={95} most={100} width={90} tone="risk">
        285 of 300
      </CountBar>
    </div>
  </Section>
)

export const States = () => (
  <Section heading="States of a delivery" note="Shape first, word always, colour last.">
    <ul className={css.states}>
      {states.map((s) => (
        <li key={s}>
          <StateMark state={s} />
        </li>
      ))}
    </ul>
    <div className={css.below}>
      <Section heading="What a rule says" level={3}>
        <ul className={css.states}>
          {severities.map((s) => (
            <li key={s}>
              <SeverityMark severity={s} />
            </li>
          ))}
        </ul>
      </Section>
    </div>
  </Section>
)

export const Buttons = () => (
  <Section heading="Buttons" note="One filled button on a page.">
    <div className={`row ${css.gap}`}>
      <Button kind="primary">Open and take it</Button>
      <Button>Send back with a note</Button>
      <Button kind="refuse">Refuse</Button>
      <Button kind="quiet" icon="earlier">
        Versions
      </Button>
    </div>
    <div className={`row ${css.gap}`}>
      <Button kind="primary" notReady="Not ready: settle finding 1">
        Publish
      </Button>
      <Button small>Small, in a row</Button>
      <Button busy>Looking again</Button>
      <Menu
        trigger={<Button icon="filter">Network</Button>}
        sections={[
          {
            heading: 'Network',
            entries: Object.values(networks).map((n) => ({
              id: n.name,
              name: n.name,
              onPress: nothing,
              chosen: n.mark === 'X',
            })),
          },
          { entries: [{ id: 'all', name: 'All networks', onPress: nothing }] },
        ]}
      />
    </div>
    <Button kind="primary" second="on 4 accounts, as Ffion Maddox">
      Approve and release at 22:00
    </Button>
  </Section>
)

export const Fields = () => {
  const [reference, setReference] = useState('0418-06102026')
  const [reason, setReason] = useState('')
  const [chosen, setChosen] = useState(true)
  const [one, setOne] = useState<'these' | 'other'>('these')
  const [whose, setWhose] = useState<'all' | 'mine' | 'none'>('all')
  const [objective, setObjective] = useState<string | null>('mill')
  const [when, setWhen] = useState({ date: '2026-10-25', time: '01:30' })
  return (
    <Section heading="Fields">
      <div className={css.stack}>
        <TextField label="Incident reference" mono value={reference} onChange={setReference} />
        <TextField
          label="Reason"
          aside="(kept with the decision)"
          lines
          value={reason}
          onChange={setReason}
          wrong={reason === '' && 'Say why in a sentence: she will read it.'}
        />
        <div className="row">
          <Checkbox checked={chosen} onChange={setChosen}>
            Chosen
          </Checkbox>
          <Checkbox checked={!chosen} onChange={(on) => setChosen(!on)}>
            Not chosen
          </Checkbox>
          <RadioGroup
            label="One of two"
            labelHidden
            across
            value={one}
            onChange={setOne}
            choices={[
              { id: 'these', name: 'One of these' },
              { id: 'other', name: 'Other' },
            ]}
          />
        </div>
        <Segmented
          label="Whose"
          labelHidden
          value={whose}
          onChange={setWhose}
          choices={[
            { id: 'all', name: 'All 34' },
            { id: 'mine', name: 'Mine 4' },
            { id: 'none', name: 'No one’s 21' },
          ]}
        />
        <Select
          label="Objective it serves"
          value={objective}
          onChange={setObjective}
          options={[
            { id: 'mill', name: 'Evening break-ins, Mill Lane', aside: 'local priority' },
            { id: 'lead', name: 'Visible, accountable leadership' },
            { id: 'trust', name: 'Trust and confidence in policing' },
          ]}
        />
        <WhenField
          label="When"
          value={when}
          onChange={setWhen}
          zone="Europe/London"
          hint="01:30 happens twice. This is the first."
        />
      </div>
    </Section>
  )
}

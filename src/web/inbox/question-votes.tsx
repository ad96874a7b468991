import { useState } from 'react'
import { countVotes } from '../../inbox/asking/asking.contract.ts'
import { useAct } from '../call.ts'
import { Button } from '../parts/button.tsx'
import { Facts } from '../parts/facts.tsx'
import { TextField } from '../parts/field.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { Section } from '../parts/section.tsx'
import { type Whole, askingWords as w } from './asking-words.ts'
import css from './surge.module.css'

const most = 100_000_000
/** Null: nothing written down; undefined: it is no number of votes. */
const votesIn = (text: string): number | null | undefined => {
  if (text.trim() === '') return null
  return /^\d{1,9}$/.test(text.trim()) && Number(text) <= most ? Number(text) : undefined
}

const VotesForm = ({ whole, onClose }: { whole: Whole; onClose: () => void }) => {
  const [values, setValues] = useState(whole.choices.map((c) => (c.votes === null ? '' : String(c.votes))))
  const act = useAct(countVotes, ['questions'])
  const votes = values.map(votesIn)
  return (
    <FormDialog
      onClose={onClose}
      heading={w.votesHeading}
      act={w.votesAct}
      send={() => act.send({ id: whole.question.id, votes: votes.flatMap((n) => (n === undefined ? [] : [n])) })}
    >
      <p>{w.votesBody}</p>
      {whole.choices.map((choice, at) => (
        <TextField
          key={choice.words}
          label={choice.words}
          value={values[at] ?? ''}
          onChange={(text) => setValues(values.map((other, n) => (n === at ? text : other)))}
          wrong={votes[at] === undefined && w.votesWrong}
        />
      ))}
    </FormDialog>
  )
}

/** The choices of a poll: counted by the network where it has polls, and by theme where it has none. */
export const Choices = ({ whole }: { whole: Whole }) => {
  const [open, setOpen] = useState(false)
  const byNetwork = !whole.countedByHand
  return (
    <Section heading={w.choicesHeading} note={byNetwork ? w.byNetwork : w.byHand}>
      <div className="stack">
        <Facts
          facts={whole.choices.map((c) => ({ name: c.words, value: w.votes(c.votes, c.messages) }))}
          nameWidth={200}
        />
        {byNetwork && whole.may.ask && whole.question.asked && (
          <div className={css.acts}>
            <Button onPress={() => setOpen(true)}>{`${w.votesAct}…`}</Button>
          </div>
        )}
      </div>
      {open && <VotesForm whole={whole} onClose={() => setOpen(false)} />}
    </Section>
  )
}

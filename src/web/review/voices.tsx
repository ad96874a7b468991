import { useState } from 'react'
import { reviewEndpoints } from '../../review/review.contract.ts'
import { useAct } from '../call.ts'
import { useZone } from '../frame/facts.ts'
import { Button } from '../parts/button.tsx'
import { RadioGroup } from '../parts/choices.tsx'
import { DayField } from '../parts/day-field.tsx'
import { TextField } from '../parts/field.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { Section } from '../parts/section.tsx'
import { shortDay, wallDay } from '../say.ts'
import css from './review.module.css'
import { type Review, reviewWords as w } from './review-words.ts'

type Side = Review['review']['voices'][number]['side']

const VoiceForm = ({ data, onClose }: { data: Review; onClose: () => void }) => {
  const zone = useZone()
  const sides = (['people', 'public'] as const).filter((s) =>
    s === 'people' ? data.may.sayForPeople : data.may.sayForPublic,
  )
  const [side, setSide] = useState<Side>(sides[0] ?? 'people')
  const [who, setWho] = useState('')
  const [words, setWords] = useState('')
  const [on, setOn] = useState(wallDay(new Date(), zone))
  const give = useAct(reviewEndpoints.giveVoice)
  const short = (text: string) => text.trim().length < 3 && w.short
  return (
    <FormDialog
      onClose={onClose}
      heading={w.voiceHeading}
      act={w.voiceAct}
      send={() => on !== '' && give.send({ review: data.review.id, side, who, words, on })}
    >
      {sides.length > 1 && (
        <RadioGroup
          label={w.voiceSide}
          value={side}
          onChange={setSide}
          choices={sides.map((id) => ({ id, name: w.sides[id] }))}
          across
        />
      )}
      <TextField label={w.voiceWho} hint={w.voiceWhoHint} value={who} onChange={setWho} wrong={short(who)} />
      <TextField label={w.voiceWords} value={words} onChange={setWords} lines wrong={short(words)} />
      <DayField label={w.voiceOn} value={on} onChange={setOn} />
    </FormDialog>
  )
}

/** What those said whom it concerns; heard before anything is decided, and kept with the decision. */
export const Voices = ({ data }: { data: Review }) => {
  const [writing, setWriting] = useState(false)
  const zone = useZone()
  const { voices } = data.review
  const maySay = data.may.sayForPeople || data.may.sayForPublic
  return (
    <>
      <Section
        heading={w.voices}
        more={
          maySay && (
            <Button small onPress={() => setWriting(true)}>
              {w.sayVoice}
            </Button>
          )
        }
        state={voices.length === 0 ? 'empty' : 'loaded'}
        empty={w.noVoices}
      >
        <div className={css.voices}>
          {voices.map((v) => (
            <blockquote key={v.id} data-side={v.side}>
              <p>“{v.words}”</p>
              <footer>
                {v.who}, {shortDay(v.on, zone, new Date())}
              </footer>
            </blockquote>
          ))}
        </div>
      </Section>
      {/* Beside the section, which shows nothing of its own while nobody has been heard. */}
      {writing && <VoiceForm data={data} onClose={() => setWriting(false)} />}
    </>
  )
}

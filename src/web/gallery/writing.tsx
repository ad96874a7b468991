import { useState } from 'react'
import { Finding, Findings } from '../parts/finding.tsx'
import { Preview } from '../parts/preview.tsx'
import { Section } from '../parts/section.tsx'
import { SeverityMark } from '../parts/state-mark.tsx'
import { TargetChooser } from '../parts/target-chooser.tsx'
import { WordEditor } from '../parts/word-editor.tsx'
import { english, marksIn, places, targets, welsh } from './examples.ts'
import css from './gallery.module.css'

const LeaveIt = () => (
  <button type="button" className="as-link">
    Leave it
  </button>
)

export const Writing = () => {
  const [text, setText] = useState(english)
  const [cymraeg, setCymraeg] = useState(welsh)
  const [chosen, setChosen] = useState(['fb', 'x', 'bs'])
  const [at, setAt] = useState<number | null>(null)
  const used = text.length + 8
  const marks = marksIn(text)
  const use = () => setText(text.replace('number 14', 'a house in Mill Lane'))
  return (
    <>
      <Section heading="Where it goes">
        <TargetChooser
          label="On"
          aside={`${chosen.length} of the 4 accounts you contribute to`}
          targets={targets(used)}
          chosen={chosen}
          onChange={setChosen}
        />
      </Section>
      <div className={css.two}>
        <div className={css.stack}>
          <WordEditor
            label="English"
            lang="en"
            value={text}
            onChange={setText}
            marks={marks}
            signature={{ text: 'PC LC:', place: 'before' }}
            note={`${used} with your signature. Longest sentence 18 words`}
            onFinding={setAt}
            onUseWording={use}
          />
          <WordEditor
            label="Cymraeg"
            lang="cy"
            compact
            value={cymraeg}
            onChange={setCymraeg}
            signature={{ text: '^LC', place: 'after' }}
            note={<SeverityMark severity="approval">English changed at 21:49. Welsh not checked since</SeverityMark>}
          />
          <WordEditor
            label="Being sent"
            lang="en"
            compact
            frozen
            lines={2}
            value="Road open again. Thank you for waiting."
            onChange={() => {}}
            signature={{ text: 'PC LC:', place: 'before' }}
          />
        </div>
        <Findings>
          {marks.some((m) => m.n === 1) && (
            <Finding
              n={1}
              severity="blocked"
              what="“number 14” points to the victim’s home"
              why="With the street, it also tells people who rang."
              source="R32, Westshire policy 6.3. Inspector may decide."
              wording="a house in Mill Lane"
              onUse={use}
              onNumber={() => {}}
              chosen={at === 1}
              otherWay={
                <button type="button" className="as-link">
                  Why?
                </button>
              }
            />
          )}
          <Finding
            n={2}
            severity="approval"
            what="“Burglar” says guilt before a court has"
            why="They are arrested, not convicted."
            source="R03, College guidance: arrests and charges."
            wording="One person was stopped"
            chosen={at === 2}
            otherWay={<LeaveIt />}
          />
          <Finding
            n={3}
            severity="advice"
            kind="Advice: it goes out on Wednesday"
            wording="on Tuesday evening"
            chosen={at === 3}
            otherWay={<LeaveIt />}
          />
          <Finding n={4} severity="fixed" kind="Fixed: location removed" />
        </Findings>
        <Preview places={places(text)} />
      </div>
    </>
  )
}

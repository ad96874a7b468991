import { Button } from '../parts/button.tsx'
import { Checkbox } from '../parts/choices.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { words } from '../words.ts'
import css from './frame.module.css'
import { chooseSingleKeys, useSingleKeys } from './theme.ts'

const w = words.keys

type Keys = readonly (readonly [readonly string[], string])[]

const everywhere: Keys = [
  [['Ctrl K', '/'], w.find],
  [['w'], w.write],
  [['g t'], w.today],
  [['g d'], w.desk],
  [['g a'], w.approvals],
  [['g p'], w.posts],
  [['g r'], w.register],
  [['F8', 'Shift F8'], w.nextFinding],
  [['Alt Enter'], w.useWording],
  [['Ctrl Enter'], w.press],
  [['?'], w.list],
]

const atDesk: Keys = [
  [['j', 'k'], w.move],
  [['t'], w.take],
  [['r'], w.reply],
  [['a'], w.assign],
  [['h'], w.hide],
  [['c'], w.category],
  [['o'], w.outcome],
  [['n'], w.next],
]

const Group = ({ heading, keys }: { heading: string; keys: Keys }) => (
  <section aria-label={heading}>
    <h3>{heading}</h3>
    <dl className={css.keys}>
      {keys.map(([names, does]) => (
        <div key={does} style={{ display: 'contents' }}>
          <dt>
            {names.map((key) => (
              <span key={key}>
                <kbd>{key}</kbd>{' '}
              </span>
            ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  </section>
)

/** Which keys do what, and the switch for single letters. */
export const KeyList = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const on = useSingleKeys()
  return (
    <Dialog open={open} onClose={onClose} heading={w.heading} acts={<Button onPress={onClose}>{w.close}</Button>}>
      <Group heading={w.everywhere} keys={everywhere} />
      <Group heading={w.atDesk} keys={atDesk} />
      <Checkbox checked={on} onChange={chooseSingleKeys}>
        {w.single} <span className="small second">{on ? w.singleHint : w.off}</span>
      </Checkbox>
    </Dialog>
  )
}

import { Button } from '../parts/button.tsx'
import { Checkbox } from '../parts/choices.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { words } from '../words.ts'
import css from './frame.module.css'
import { chooseSingleKeys, useSingleKeys } from './theme.ts'

const w = words.keys

const list: readonly [readonly string[], string][] = [
  [['Ctrl K', '/'], w.find],
  [['w'], w.write],
  [['g t'], w.today],
  [['g a'], w.approvals],
  [['g p'], w.posts],
  [['g r'], w.register],
  [['F8', 'Shift F8'], w.nextFinding],
  [['Alt Enter'], w.useWording],
  [['?'], w.list],
]

/** Which keys do what, and the switch for single letters. */
export const KeyList = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const on = useSingleKeys()
  return (
    <Dialog open={open} onClose={onClose} heading={w.heading} acts={<Button onPress={onClose}>{w.close}</Button>}>
      <dl className={css.keys}>
        {list.map(([keys, name]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>
              {keys.map((key) => (
                <span key={key}>
                  <kbd>{key}</kbd>{' '}
                </span>
              ))}
            </dt>
            <dd>{name}</dd>
          </div>
        ))}
      </dl>
      <Checkbox checked={on} onChange={chooseSingleKeys}>
        {w.single} <span className="small second">{on ? w.singleHint : w.off}</span>
      </Checkbox>
    </Dialog>
  )
}

import { registerEndpoints } from '../../register/register.contract.ts'
import { useRead } from '../call.ts'
import { type Option, type Reading, readingOf, Select, type SelectProps } from '../parts/select.tsx'

type PracticeAccount = { id: string; name: string; handle: string }

/** The accounts on the practice network, and whether the register has been read. */
export type PracticeAccounts = { list: readonly PracticeAccount[]; reading: Reading }

export const usePracticeAccounts = (): PracticeAccounts => {
  const read = useRead(registerEndpoints.accounts, {}, { topic: 'account' })
  return { list: read.data?.accounts.filter((a) => a.practice) ?? [], reading: readingOf(read) }
}

/** The one that a form begins with: the first, as soon as it is known. */
export const firstOf = ({ list }: PracticeAccounts): string | null => list[0]?.id ?? null

type Props = Pick<SelectProps, 'label' | 'value' | 'onChange' | 'wrong'> & {
  accounts: PracticeAccounts
  /** Choices before the accounts. */
  before?: readonly Option[]
}

/** One of the practice accounts. */
export const AccountField = ({ accounts, before = [], ...field }: Props) => (
  <Select
    {...field}
    reading={accounts.reading}
    options={[...before, ...accounts.list.map((a) => ({ id: a.id, name: a.name, aside: a.handle }))]}
  />
)

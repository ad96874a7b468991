import { networkName, traitsOf } from '../../networks/networks.ts'
import { NetworkMark } from '../parts/network-mark.tsx'

/** The mark of a network beside a handle, by its id; a question mark for one that is not known any more. */
export const MarkOf = ({ network }: { network: string }) => (
  <NetworkMark mark={traitsOf(network)?.mark ?? '?'} name={networkName(network)} nameHidden />
)

import {
  TransferActs,
  TransferAge,
  TransferBed,
  TransferCode,
  type TransferFacts,
  TransferRoute,
  TransferStateMark,
} from './transfer-cells.tsx'

import '#web/pieces/list-line.css'
import './transfer-line.css'

type Props = TransferFacts & {
  href: string
  /** It is what stands open beside the list. */
  selected?: boolean | undefined
}

/** One transfer as one dense line of a list: a link with the code, the route, the bed, whose turn it is and since when. */
export function TransferLine(props: Props) {
  return (
    <a
      class="list-line transfer-line"
      href={props.href}
      aria-current={props.selected ? 'true' : undefined}
      data-pending={props.transfer.pending ? '' : undefined}
    >
      <span class="transfer-line__code">
        <TransferCode code={props.transfer.code} />
      </span>
      <span class="transfer-line__route">
        <TransferRoute transfer={props.transfer} />
      </span>
      <span class="transfer-line__bed">
        <TransferBed transfer={props.transfer} />
      </span>
      <span class="transfer-line__state">
        <TransferStateMark {...props} />
      </span>
      <span class="transfer-line__acts">
        <TransferActs {...props} />
      </span>
      <span class="transfer-line__age">
        <TransferAge {...props} />
      </span>
    </a>
  )
}

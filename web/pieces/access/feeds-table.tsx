import { LCPS_ORG } from '#shared/access/parties.ts'
import type { Feed } from '#shared/wire/capacity-feed.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { type Column, DataTable } from '#web/parts/data-table.tsx'
import { LeadCell, wideOnly } from '#web/pieces/lead-cell.tsx'
import { orgName } from '#web/pieces/place-name.ts'

type Props = { rows: readonly Feed[]; now: string; onEnd: (feed: Feed) => void }

const scopeName = (scope: string): string => (scope === LCPS_ORG ? t('admin.feeds.nation') : orgName(scope))

/** Which sources send bed figures, whose, and when they last did. */
export function FeedsTable(props: Props) {
  const last = ({ lastAt, lastRows }: Feed): string =>
    lastAt === null
      ? t('admin.feeds.never')
      : t('admin.feeds.lastRows', { at: moment(lastAt, props.now), count: lastRows ?? 0 })
  const columns = (): Column<Feed>[] => [
    {
      key: 'name',
      head: t('admin.feeds.name'),
      lead: true,
      cell: (feed) => (
        <LeadCell beside={scopeName(feed.scope)} lines={`${t('admin.feeds.last')}: ${last(feed)}`}>
          {feed.name}
        </LeadCell>
      ),
    },
    { ...wideOnly('scope', t('admin.feeds.scope')), cell: ({ scope }) => scopeName(scope) },
    { ...wideOnly('last', t('admin.feeds.last')), cell: last },
    { ...wideOnly('since', t('admin.feeds.since')), cell: ({ created }) => moment(created, props.now) },
    {
      key: 'end',
      head: t('admin.feeds.end'),
      end: true,
      phone: 'plain',
      cell: (feed) => (
        <Button label={t('admin.feeds.endLabel', { name: feed.name })} onClick={() => props.onEnd(feed)}>
          {t('admin.feeds.end')}
        </Button>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('admin.feeds.title')}
      columns={columns()}
      rows={props.rows}
      rowKey={({ id }) => id}
    />
  )
}

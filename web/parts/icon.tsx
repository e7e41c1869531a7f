import './icon.css'

/** One path each on a grid of 24, drawn as lines of 1.75. */
const PATHS = {
  ambulance:
    'M4.5 17H2V6h12v11H9M14 10h4l4 4v3h-1.5M16 17h-2M6.7 19.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4zM18.2 19.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4zM8 8.3v4.4M5.8 10.5h4.4',
  arrow: 'M3 12h17M14 6l6 6-6 6',
  bed: 'M3 5v14M3 16h18M21 19v-5.5A2.5 2.5 0 0 0 18.5 11H11v5M7 13a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6z',
  bell: 'M6 17V10.5a6 6 0 0 1 12 0V17M4 17h16M10 20.5h4M12 4.5V3',
  brancard:
    'M3.2 4.6l5.2 6.6h12.8M9.9 11.2l7.9 7M17.6 11.2l-7.9 7M8.7 21a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4zM18.9 21a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4z',
  calendar: 'M4 6h16v14H4zM4 10.5h16M8.5 3.5V8M15.5 3.5V8',
  chart: 'M4 3.5V20h16.5M8.5 16v-4.5M13 16V7.5M17.5 16v-3',
  check: 'M4 12.5l5.5 5.5L20 6.5',
  'chevron-down': 'M5 9l7 7 7-7',
  'chevron-left': 'M15 5l-7 7 7 7',
  'chevron-right': 'M9 5l7 7-7 7',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5.2l3.5 2',
  columns: 'M4 4.5h4.5v15H4zM10 4.5h4.5v9H10zM16 4.5h4.5v12H16z',
  contrast: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 3v18M15 5v14M18 7.5v9',
  cross: 'M5.5 5.5l13 13M18.5 5.5l-13 13',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v6M12 7v1.2',
  list: 'M8.5 6H21M8.5 12H21M8.5 18H21M3 6h2M3 12h2M3 18h2',
  map: 'M3 6l6-2.5 6 2.5 6-2.5V18l-6 2.5L9 18l-6 2.5zM9 3.5V18M15 6v14.5',
  menu: 'M3 6.5h18M3 12h18M3 17.5h18',
  minus: 'M5 12h14',
  phone: 'M5 3.5h4l2 5-2.5 2a12 12 0 0 0 5 5l2-2.5 5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 5.5a2 2 0 0 1 2-2z',
  plus: 'M5 12h14M12 5v14',
  print: 'M7 8V3.5h10V8M7 17H3.5V8h17v9H17M7 14h10v6.5H7z',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.3 15.3L21 21',
  stairs: 'M3 19.5h4.5V15H12v-4.5h4.5V6H21',
  'sign-out': 'M10 4H4v16h6M9.5 12H21M16.5 7.5L21 12l-4.5 4.5',
  user: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20.5a8 8 0 0 1 16 0',
  warning: 'M12 3.5L22 20.5H2zM12 10v5M12 17v1',
} as const

export type IconName = keyof typeof PATHS

type Props = {
  name: IconName
  /** Says what the icon means where no word stands beside it; without it the icon is decoration. */
  label?: string | undefined
}

export function Icon(props: Props) {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      role={props.label ? 'img' : undefined}
      aria-label={props.label}
      aria-hidden={props.label ? undefined : 'true'}
    >
      <path d={PATHS[props.name]} />
    </svg>
  )
}

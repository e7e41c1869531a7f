import type { RouteDefinition } from '@solidjs/router'
import { lazy } from 'solid-js'

import type { Role } from '#shared/terms.ts'
import type { IconName } from '#web/parts/icon.tsx'
import { type Key, loadListWords, loadWords } from '#web/i18n/t.ts'

import type { Screen } from './screen-files.ts'

/** Everybody signed in, or nobody in particular: the sign-in screen. */
type Roles = readonly Role[] | 'all' | 'public'
export type Place = {
  path: string
  /** `web/screens/<screen>.tsx`. */
  screen: string
  roles: Roles
  title: Extract<Key, `app.title.${string}`>
  /** Stands in the navigation of its roles. */
  nav?: { label: Extract<Key, `app.nav.${string}`>; icon: IconName; roles?: readonly Role[] }
}

const REFERRERS = ['intensivist', 'ward-staff'] as const
const COORDINATORS = ['rcps', 'lcps'] as const
/** Who follows the load over the nation. */
const SHARERS = ['secretary', ...COORDINATORS, 'observer'] as const
/** Who may open a request in an emergency (shared/access/emergency.ts). */
const HELPERS = [...REFERRERS, ...COORDINATORS, 'transport-desk', 'crew'] as const
/** Who reads figures of everybody together. */
const OVERSEERS = [...COORDINATORS, 'secretary', 'observer', 'admin'] as const
const PARTIES = [...REFERRERS, ...COORDINATORS, 'bed-desk', 'transport-desk', 'crew'] as const

/** Every screen: where, which file, for whom, under which name. `:id` is the transfer's unless said. */
export const PLACES: readonly Place[] = [
  {
    path: '/',
    screen: 'work-list',
    roles: 'all',
    title: 'app.title.work',
    nav: { label: 'app.nav.work', icon: 'list' },
  },
  { path: '/inloggen', screen: 'sign-in', roles: 'public', title: 'app.title.signIn' },
  { path: '/uitnodiging', screen: 'sign-in', roles: 'public', title: 'app.title.signIn' },
  { path: '/toegang', screen: 'my-access', roles: 'all', title: 'app.title.access' },
  { path: '/noodtoegang', screen: 'emergency', roles: HELPERS, title: 'app.title.emergency' },
  {
    path: '/mensen',
    screen: 'people',
    roles: ['admin'],
    title: 'app.title.people',
    nav: { label: 'app.nav.people', icon: 'user' },
  },
  // :id is the person's.
  { path: '/mensen/:id', screen: 'people', roles: ['admin'], title: 'app.title.people' },
  { path: '/instellingen', screen: 'people', roles: ['admin'], title: 'app.title.settings' },
  {
    path: '/aanvraag',
    screen: 'request-new',
    roles: REFERRERS,
    title: 'app.title.requestNew',
    nav: { label: 'app.nav.requestNew', icon: 'plus' },
  },
  { path: '/aanvragen/:id', screen: 'transfer', roles: PARTIES, title: 'app.title.transfer' },
  {
    path: '/bord',
    screen: 'board',
    roles: COORDINATORS,
    title: 'app.title.board',
    nav: { label: 'app.nav.board', icon: 'columns' },
  },
  {
    path: '/dagplan',
    screen: 'day-plan',
    roles: ['lcps'],
    title: 'app.title.dayPlan',
    nav: { label: 'app.nav.dayPlan', icon: 'calendar' },
  },
  {
    path: '/pecc',
    screen: 'wishes',
    roles: COORDINATORS,
    title: 'app.title.wishes',
    nav: { label: 'app.nav.wishes', icon: 'map' },
  },
  {
    path: '/matchen',
    screen: 'match-queue',
    roles: COORDINATORS,
    title: 'app.title.matchQueue',
    nav: { label: 'app.nav.matchQueue', icon: 'search' },
  },
  {
    path: '/matchen/:id',
    screen: 'match',
    roles: [...COORDINATORS, ...REFERRERS],
    title: 'app.title.match',
  },
  {
    path: '/aanbod',
    screen: 'offers',
    roles: ['bed-desk', 'rcps'],
    title: 'app.title.offers',
    nav: { label: 'app.nav.offers', icon: 'bell', roles: ['bed-desk'] },
  },
  // :id is the reservation's.
  { path: '/aanbod/:id', screen: 'offer', roles: ['bed-desk', 'rcps'], title: 'app.title.offer' },
  {
    path: '/bedden',
    screen: 'beds',
    roles: ['bed-desk', ...COORDINATORS],
    title: 'app.title.beds',
    nav: { label: 'app.nav.beds', icon: 'bed' },
  },
  {
    path: '/bedden/bestand',
    screen: 'bed-file',
    roles: ['bed-desk', ...COORDINATORS],
    title: 'app.title.beds',
  },
  {
    path: '/brieven',
    screen: 'letters',
    roles: [...REFERRERS, 'bed-desk'],
    title: 'app.title.letters',
    nav: { label: 'app.nav.letters', icon: 'print' },
  },
  {
    path: '/vervoer',
    screen: 'transport-queue',
    roles: ['transport-desk'],
    title: 'app.title.transportQueue',
    nav: { label: 'app.nav.transportQueue', icon: 'ambulance' },
  },
  {
    path: '/vloot',
    screen: 'transport-queue',
    roles: ['transport-desk', 'secretary', 'admin'],
    title: 'app.title.fleet',
    nav: { label: 'app.nav.fleet', icon: 'ambulance', roles: ['secretary', 'admin'] },
  },
  {
    path: '/ritten',
    screen: 'transport-queue',
    roles: ['transport-desk', ...COORDINATORS],
    title: 'app.title.dayBoard',
  },
  {
    path: '/vervoer/:id',
    screen: 'transport-plan',
    roles: ['transport-desk', ...COORDINATORS, ...REFERRERS],
    title: 'app.title.transportPlan',
  },
  {
    path: '/rit',
    screen: 'my-ride',
    roles: ['crew'],
    title: 'app.title.myRide',
    nav: { label: 'app.nav.myRide', icon: 'ambulance' },
  },
  // :id is the ride's.
  { path: '/rit/:id', screen: 'ride', roles: ['crew', 'transport-desk'], title: 'app.title.ride' },
  {
    path: '/fasen',
    screen: 'phases',
    roles: 'all',
    title: 'app.title.phases',
    nav: {
      label: 'app.nav.phases',
      icon: 'stairs',
      roles: ['secretary', ...COORDINATORS, 'observer', 'admin'],
    },
  },
  {
    path: '/verdeling',
    screen: 'shares',
    roles: SHARERS,
    title: 'app.title.shares',
    nav: { label: 'app.nav.shares', icon: 'contrast' },
  },
  { path: '/buitenland', screen: 'abroad', roles: [...SHARERS, 'admin'], title: 'app.title.abroad' },
  // :id is the region's.
  { path: '/regio/:id', screen: 'region-shares', roles: SHARERS, title: 'app.title.regionShares' },
  {
    path: '/rapport',
    screen: 'report',
    roles: OVERSEERS,
    title: 'app.title.report',
    nav: { label: 'app.nav.report', icon: 'chart' },
  },
  {
    path: '/prognose',
    screen: 'forecast',
    roles: OVERSEERS,
    title: 'app.title.forecast',
  },
  { path: '/afmelden', screen: 'sign-out', roles: 'all', title: 'app.title.signOut' },
  {
    path: '/meldingen',
    screen: 'alerts',
    roles: ['bed-desk', ...COORDINATORS, 'transport-desk', 'secretary'],
    title: 'app.title.alerts',
  },
  { path: '/te-verzenden', screen: 'outbox', roles: 'all', title: 'app.title.outbox' },
  { path: '/meer', screen: 'more', roles: 'all', title: 'app.title.more' },
]

export const mayOpen = ({ roles }: Place, held: readonly Role[]): boolean =>
  roles === 'all' || roles === 'public' || roles.some((role) => held.includes(role))

/** So many places stand below on a phone; with more, the last of them leads to the others. */
export const BELOW = 5

/** The rows that stand in this person's navigation. */
export const navFor = (held: readonly Role[]): (Place & Required<Pick<Place, 'nav'>>)[] =>
  PLACES.filter(
    (place): place is Place & Required<Pick<Place, 'nav'>> =>
      place.nav !== undefined &&
      mayOpen(place.nav.roles ? { ...place, roles: place.nav.roles } : place, held),
  )

/** Whether this path leads to a screen that this person may open. */
export const leadsSomewhere = (path: string, held: readonly Role[]): boolean =>
  PLACES.some((place) => mayOpen(place, held) && matches(place.path, path))

const matches = (pattern: string, path: string): boolean => {
  const wanted = pattern.split('/')
  const given = path.split('/')
  return (
    wanted.length === given.length && wanted.every((part, at) => part.startsWith(':') || part === given[at])
  )
}

export const mayBeAlerted = (held: readonly Role[]): boolean => leadsSomewhere('/meldingen', held)

/** The row of an address, for its title and who may open it. */
export const placeAt = (path: string): Place | undefined => PLACES.find((place) => matches(place.path, path))

/** The list people open the app with asks for itself and its own words only; every other screen for all of them. */
const load = async (name: string): Promise<Screen> => {
  const isList = name === 'work-list'
  const opened = isList
    ? import('./screens/work-list.tsx')
    : import('./screen-files.ts').then(({ openScreen }) => openScreen(name))
  return (await Promise.all([opened, isList ? loadListWords() : loadWords()]))[0]
}

const screen = (name: string) => lazy(() => load(name))

/** Fetches the code and words of an address while it is still being found out who is there. */
export const preloadPlace = (path: string): void => {
  const place = placeAt(path)
  if (place === undefined) return
  load(place.screen).catch((reason: unknown) => console.info('not preloaded', path, reason))
}

export const routes: RouteDefinition[] = [
  ...PLACES.map((place) => ({ path: place.path, component: screen(place.screen) })),
  { path: '*', component: screen('not-found') },
]

// What news needs and the first list does not: fetched after it.
export { Stream } from './stream.ts'
export { Tabs } from './tabs.ts'

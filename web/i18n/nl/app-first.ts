/** What stands round every screen, and on the list that people open the app with. */
export const appFirst = {
  brand: 'brancard',
  demo: 'DEMO – fictieve cijfers',
  nav: 'Hoofdmenu',

  'title.work': 'Werk',
  'title.signIn': 'Aanmelden',

  'nav.work': 'Werk',
  'nav.requestNew': 'Aanvraag',
  'nav.matchQueue': 'Matchen',
  'nav.offers': 'Aanbod',
  'nav.beds': 'Bedden',
  'nav.transportQueue': 'Vervoer',
  'nav.fleet': 'Vloot',
  'nav.myRide': 'Rit',
  'nav.phases': 'Fasen',
  'nav.shares': 'Verdeling',
  'nav.wishes': 'PECC',
  'nav.report': 'Rapport',
  'nav.board': 'Bord',
  'nav.dayPlan': 'Dagplan',
  'nav.letters': 'Brieven',
  'nav.people': 'Mensen',
  'nav.more': 'Meer',

  'line.live': 'Actueel',
  'line.connecting': 'Verbinding zoeken',
  'line.offline': 'Geen verbinding',
  'line.asOf': 'stand van {time}, {age}',
  'line.never': 'nog nooit opgehaald',
  'line.unsent': { one: '{count} te verzenden', other: '{count} te verzenden' },
  'line.refused': { one: '{count} geweigerd', other: '{count} geweigerd' },

  'update.title': 'Er is een nieuwe versie',
  'update.text': 'Wat u invulde blijft bewaard.',
  'update.now': 'Ververs nu',
  'update.partMissing':
    'Dit deel kon niet worden geladen. Ververs om verder te gaan; wat u invulde blijft bewaard.',

  'fault.title': 'Dit scherm liep vast',
  'fault.text':
    'Wat u invulde is bewaard en wat in de wachtrij stond wordt gewoon verzonden. Probeer het opnieuw, of ga terug naar uw werk. Blijft het misgaan, bel dan uw coördinatiecentrum.',
  'fault.toWork': 'Naar mijn werk',

  'account.open': 'Wie ik ben en instellingen: {label}',

  'work.waitsForYou': 'Wacht op u',
  'work.running': 'Loopt',
  'work.ended': 'Beëindigd',
  'work.nothingForYou': 'Er wacht nu niets op u',
  'work.nothingAtAll': 'Er zijn geen overplaatsingen voor u',
  'work.nothingText': 'Stand van {time}. Nieuw werk verschijnt hier vanzelf.',
  'work.notLoaded': 'De lijst kon niet worden geladen',
  'work.notLoadedText':
    'Er is geen verbinding en op dit toestel staat nog geen lijst. Of er werk wacht is dus niet bekend. Bel uw coördinatiecentrum als het niet kan wachten.',
  'work.newRequest': 'Vraag overplaatsing aan',
} as const

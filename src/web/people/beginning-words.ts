/** What a new force does first, in this order: without a head of communications nobody can let anybody write. */
export const beginningWords = {
  heading: 'What comes first',
  done: 'done',
  steps: [
    {
      id: 'headOfCommunications',
      heading: 'Add a head of communications',
      body: 'A product owner adds people but lets nobody write. The head of communications says who writes on which account.',
      act: 'Open People',
      to: '/people',
    },
    {
      id: 'accounts',
      heading: 'Bring your accounts',
      body: 'Network, handle, and who you think answers for it. Wrong or missing is fine. Accounts you have lost the keys to belong here too.',
      act: 'Bring a spreadsheet, or type them in',
      to: '/register/import',
    },
    {
      id: 'contributor',
      heading: 'Let the first person write',
      body: 'The head of communications opens an account and chooses who. Begin on the practice network: nothing leaves this building.',
      act: null,
      to: null,
    },
    {
      id: 'connected',
      heading: 'Connect one account',
      body: 'Whoever holds its password signs in once, on the account’s page. After that nobody here needs the password.',
      act: null,
      to: null,
    },
  ],
} as const

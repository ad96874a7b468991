import { refusal } from '../foundation/outcome.ts'

/** Everything that the register may say no to. The words are often replaced by a sentence about the very case. */
export const registerRefusals = {
  mayNotChangeRegister: refusal(
    'mayNotChangeRegister',
    'You may not change the register. Corporate communications, the head of communications or a product owner can.',
    403,
  ),
  mayNotGrant: refusal(
    'mayNotGrant',
    'You may not decide who writes on an account. Corporate communications or the head of communications can.',
    403,
  ),
  mayNotGiveKeys: refusal(
    'mayNotGiveKeys',
    'You may not handle the keys of accounts. The account holder, corporate communications or information security can.',
    403,
  ),
  mayNotDecideAccount: refusal(
    'mayNotDecideAccount',
    'You may not decide about this account. Corporate communications or the head of communications can, and never who asked.',
    403,
  ),
  mayNotAsk: refusal(
    'mayNotAsk',
    'You may not ask for an account. Whoever writes, approves or looks after this product can.',
    403,
  ),
  noRequest: refusal('noRequest', 'Nobody has asked for this account, or the request is another force’s.', 404),
  requestDecided: refusal(
    'requestDecided',
    'This request was decided, or taken back, meanwhile. Nothing of yours was saved. Read it again.',
  ),
  notYourRequest: refusal('notYourRequest', 'Somebody else asked for this account. Only they can take it back.', 403),
  redirectWhere: refusal(
    'redirectWhere',
    'Choose an account of the force that will do instead, and that is not closed or outside our control.',
    422,
  ),
  notReadyToOpen: refusal(
    'notReadyToOpen',
    'This account cannot be opened yet. Nothing was changed. Go through the list on its page.',
  ),
  openByList: refusal(
    'openByList',
    'An account is opened by the list on its page: handle, profile, owner, keys and cover. Nothing was changed.',
  ),
  closeByList: refusal(
    'closeByList',
    'An account that speaks for the force is closed by a list: its people and its public are told, its messages answered, its keys ended. Begin it on the account’s page. Nothing was changed.',
  ),
  keepByList: refusal(
    'keepByList',
    'The closing of this account stands on a list. Stop the list, and the account is back where it was. Nothing was changed.',
  ),
  noAccount: refusal('noAccount', 'There is no such account on the register.', 404),
  unknownNetwork: refusal('unknownNetwork', 'Nobody here knows this network. Choose one of the list.', 422),
  networkRetired: refusal(
    'networkRetired',
    'The force has left this network, so nothing can be opened or written there. Nothing was saved. What was published there stays in the archive.',
  ),
  handleTaken: refusal(
    'handleTaken',
    'An account with this handle on this network is already on the register. Open that one.',
  ),
  lookAlikeThere: refusal('lookAlikeThere', 'This handle on this network is noted already. Look at the list.'),
  noLookAlike: refusal('noLookAlike', 'There is no such look-alike in the list.', 404),
  officeUnknown: refusal('officeUnknown', 'There is no such office. Add it first, then choose it.', 422),
  officeThere: refusal('officeThere', 'There is already an office of this title. Choose that one.'),
  objectiveUnknown: refusal('objectiveUnknown', 'One of the objectives is not there. Nothing was saved.', 422),
  personUnknown: refusal('personUnknown', 'This person is not with the force, or no longer.', 422),
  changedMeanwhile: refusal(
    'changedMeanwhile',
    'Somebody else changed this account since you opened it. Nothing of yours was saved. Load it again and look.',
  ),
  handleConnected: refusal(
    'handleConnected',
    'This account is connected, and its network does not call it so. Change the handle there first, or end the keys here.',
  ),
  moveImpossible: refusal('moveImpossible', 'The account cannot go there from where it is now.'),
  nobodyToConfirm: refusal('nobodyToConfirm', 'Nobody holds the office that owns this account. Choose a holder first.'),
  accountClosed: refusal(
    'accountClosed',
    'This account is closed or outside our control, so nobody can be given a place on it.',
  ),
  alreadyContributor: refusal('alreadyContributor', 'This person already has a place on the account at that time.'),
  signatureTaken: refusal(
    'signatureTaken',
    'Somebody else on this account signs like this at that time. Give one of the two a middle initial.',
  ),
  initialsNotTheirs: refusal(
    'initialsNotTheirs',
    'These are not the person’s initials. Keep the first and the last, and put a middle one between.',
    422,
  ),
  datesWrong: refusal('datesWrong', 'The end must come after the beginning and after now.', 422),
  contributorEnded: refusal('contributorEnded', 'This place on the account has already ended.'),
  draftsOnly: refusal(
    'draftsOnly',
    'This person drafts on this account and does not sign there. Nothing was changed. Let them sign first.',
  ),
  notWithYourself: refusal('notWithYourself', 'Somebody else decides this about you.', 403),
  notYourName: refusal('notYourName', 'Only the officer in whose name it is can decide this.', 403),
  notWriting: refusal('notWriting', 'Both people need a place on this account first.'),
  notToYourself: refusal('notToYourself', 'Consent is given to somebody else.', 422),
  delegationEnded: refusal('delegationEnded', 'This consent has already ended.'),
  noKeysNeeded: refusal(
    'noKeysNeeded',
    'This account takes no keys: it is for practice, or its network cannot be reached from here.',
  ),
  keyFieldMissing: refusal('keyFieldMissing', 'One of the fields is empty. Nothing was kept.', 422),
  keysNotWorking: refusal('keysNotWorking', 'The network does not accept these keys. Nothing was kept.'),
  noProfileThere: refusal(
    'noProfileThere',
    'This network does not tell us its profiles. Nothing was changed. Read it there, and write it down here.',
  ),
  networkSilent: refusal(
    'networkSilent',
    'The network did not answer, so the keys could not be checked. Nothing was kept. Try again in a few minutes.',
  ),
  keysOfAnother: refusal('keysOfAnother', 'These keys belong to another account. Nothing was kept.'),
  noKeys: refusal('noKeys', 'There are no keys of this account in custody.'),
  noSignInThere: refusal('noSignInThere', 'Nobody can sign in at this network from here. Give the keys by hand.'),
  signInLost: refusal(
    'signInLost',
    'This sign-in was not begun here by you, or it took longer than 15 minutes. Nothing was kept. Begin again from the account’s page.',
  ),
} as const

const no = registerRefusals
/** What stops an account from being put on the register, also when it is only asked for. */
export const placeRefusals = [
  no.unknownNetwork,
  no.networkRetired,
  no.handleTaken,
  no.officeUnknown,
  no.objectiveUnknown,
] as const

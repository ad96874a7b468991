import { refusal } from '../foundation/outcome.ts'

export const archiveRefusals = {
  mayNotImport: refusal(
    'mayNotImport',
    'Corporate communications and the product owner bring files into the archive. Nothing was saved.',
    403,
  ),
  noAccount: refusal('noAccount', 'There is no such account on the register. Nothing was saved.', 404),
  noImport: refusal('noImport', 'There is no such import.', 404),
  noReader: refusal(
    'noReader',
    'No export of this network can be read here. Bring its posts as CSV or JSONL in the plain columns. Nothing was saved.',
  ),
  tooLargeFile: refusal('tooLargeFile', 'A file may have at most 8 GB. Nothing was saved.', 413),
  tooManyOpen: refusal(
    'tooManyOpen',
    'Twenty imports are already waiting. Confirm or delete one of them first. Nothing was saved.',
  ),
  notReceiving: refusal(
    'notReceiving',
    'This file has already come in whole, or its import is over. Nothing was changed.',
  ),
  otherPlace: refusal('otherPlace', 'The upload goes on from another place in the file. What came in before is kept.'),
  notHere: refusal(
    'notHere',
    'What came in before is no longer on this server. Delete this import and upload the file again.',
  ),
  notRead: refusal('notRead', 'This import cannot be confirmed as it stands. Nothing was changed.'),
  readAgain: refusal(
    'readAgain',
    'What was read is no longer all there, so the file is read again. Nothing was saved; confirm it when it is read.',
  ),
  otherAccount: refusal(
    'otherAccount',
    'The file says it is of another handle. Say that it is of this account all the same, or delete it. Nothing was saved.',
  ),
  noPicture: refusal('noPicture', 'There is no such picture in the archive.', 404),
  over: refusal('over', 'This import is over. Nothing was changed.'),
} as const

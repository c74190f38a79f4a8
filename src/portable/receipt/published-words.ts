/** What the comparison with a published checkpoint says, in words that can be read out in court. */
export const PUBLISHED_WORDS = {
  'published-checkpoint': {
    passed: {
      sentence: (count: number) =>
        count === 1
          ? 'The published checkpoint is of 1 entry, signed by the same log.'
          : `The published checkpoint is of ${count} entries, signed by the same log.`,
      means: 'It and the receipt can be held against each other: the same log vouches for both.',
      doesNotProve: 'When it was published, unless a witness signed it. Note down when and where you got it.',
    },
    failed: {
      sentence: () => 'The published checkpoint is not one that this log signed.',
      means: 'It cannot be held against the receipt. Get it again, word for word as it is published.',
      doesNotProve: 'Anything about the log. Anyone could have made such a file.',
    },
    'not-a-checkpoint': {
      sentence: () => 'What was given as the published checkpoint is not a checkpoint.',
      means: 'It was not compared. Fetch it again from /checkpoint and look that it is not an error message.',
      doesNotProve: 'Anything about the log or the receipt.',
    },
    'another-log': {
      sentence: () => 'The published checkpoint is of another log of this force. It was not compared.',
      means:
        'A force that had to begin a new log publishes the last checkpoint of the old one. That one is needed here.',
      doesNotProve: 'That anything is wrong with either log.',
    },
    'no-policy': {
      sentence: () => 'The published checkpoint was not compared: no policy was given.',
      means:
        'Without the policy anyone could have made it. Get the policy from where the force publishes it.',
      doesNotProve: 'That the log was changed, or that it was not.',
    },
    'receipt-not-signed': {
      sentence: () =>
        "The published checkpoint was not compared: the receipt's own is not shown to be signed.",
      means: 'The check of who signed what this receipt rests on comes first.',
      doesNotProve: 'That the log was changed, or that it was not.',
    },
  },
  'log-not-shorter': {
    passed: {
      sentence: () => 'The published log has no fewer entries than the log this receipt rests on.',
      means: 'The end of the log, as it was when the receipt was issued, was not cut off.',
      doesNotProve: 'That the entries are still the same ones. The next check is about that.',
    },
    failed: {
      sentence: (count: number) =>
        `The log signed for ${count} more ${count === 1 ? 'entry' : 'entries'} in this receipt than it publishes.`,
      means:
        'If it was fetched more than two minutes after the receipt was saved, as was said, the end of the log was ' +
        'cut off. Keep both files unaltered: both are signed by the log, so together they are proof.',
      doesNotProve:
        'That anything was cut off, if the checkpoint was published before the receipt: an old one looks the same. ' +
        'Nor who cut it off, or why.',
    },
    older: {
      sentence: (count: number) =>
        `The published checkpoint has ${count} ${count === 1 ? 'entry' : 'entries'} fewer: it may be older than this receipt.`,
      means:
        'What is published is renewed every minute. Fetch it again more than two minutes after the receipt was ' +
        'saved, keep both files, and say that it was fetched later (--later, or the box on the page).',
      doesNotProve: 'That the log was cut short, or that it was not.',
    },
    'not-comparable': {
      sentence: () => 'Whether the log was cut short was not checked.',
      means: 'The published checkpoint cannot be held against the receipt. The check before this says why.',
      doesNotProve: 'That the log was cut short, or that it was not.',
    },
  },
  'log-not-forked': {
    passed: {
      sentence: () => 'The published log holds what the log of this receipt held, unchanged and in order.',
      means: 'Every entry that was there when the receipt was issued is there still, in the same place.',
      doesNotProve: 'That everybody is shown the same log, or anything about entries that came later.',
    },
    failed: {
      sentence: () => 'The log signed two different histories of the same length.',
      means:
        'One of the two was rewritten. Keep both files unaltered: both are signed by the log, so together they are proof.',
      doesNotProve: 'Which of the two is the right one, who made the other, or why.',
    },
    'proof-fails': {
      sentence: () => 'The proof given does not lead from the log of this receipt to the published one.',
      means:
        'A log that was never rewritten can always give a proof that does. Ask the public site for it, as below.',
      doesNotProve: 'That the log was rewritten: this proof may be damaged, or of other sizes.',
    },
    'no-proof': {
      sentence: () => 'Whether the log was rewritten was not checked: no consistency proof was given.',
      means:
        "The published log is longer. Ask the force's public site for the proof, as below: an honest log can give it.",
      doesNotProve: 'That the log was rewritten, or that it was not.',
    },
    'not-a-proof': {
      sentence: () => 'What was given as the consistency proof is not one. Rewriting was not checked.',
      means: "Ask the force's public site again, as below, and look that the answer is not an error message.",
      doesNotProve: 'That the log was rewritten, or that it was not.',
    },
    shorter: {
      sentence: () => 'Whether the log was rewritten was not checked: the published one is shorter.',
      means: 'The check before this is the one that matters.',
      doesNotProve: 'That what is left of the log is unchanged.',
    },
    'not-comparable': {
      sentence: () => 'Whether the log was rewritten was not checked.',
      means: 'The published checkpoint cannot be held against the receipt. An earlier check says why.',
      doesNotProve: 'That the log was rewritten, or that it was not.',
    },
  },
  'record-code': {
    passed: {
      sentence: () => 'The record holds the event whose code was written down.',
      means: 'It is the one that ended sealing, and names what was sealed before it.',
      doesNotProve:
        'That nothing came after it. A code is short: whoever issued the record could, with much computing, have prepared two with one code.',
    },
    failed: {
      sentence: () => 'The record does not hold the event whose code was written down.',
      means:
        'The code is of another submission, was noted down wrongly, or this is not the record it was of.',
      doesNotProve: 'Which of these it is. Compare reference and code with the paper first.',
    },
  },
};

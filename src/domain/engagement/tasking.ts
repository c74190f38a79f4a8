/**
 * Reasons why free text to a submitter may be tasking, or tell them what they must not learn. A rule raises a flag; a person
 * decides. No flag does not mean that a text is harmless.
 */
export const TASKING_FLAGS = [
  'asks-for-contact',
  'keeps-talking',
  'asks-to-meet',
  'asks-to-delay',
  'tells-of-somebody',
  'who-raised-first',
  'asks-for-pictures',
] as const;
export type TaskingFlag = (typeof TASKING_FLAGS)[number];

export function isTaskingFlag(text: string): text is TaskingFlag {
  return (TASKING_FLAGS as readonly string[]).includes(text);
}

/** The stems that raise a flag, as words of English in any ending. The list errs towards raising one. */
const RULES: Readonly<Record<TaskingFlag, RegExp>> = {
  'asks-for-contact':
    /\b(contact|repl(y|ies|ied)|answer (him|her|them)|respond|messag(e|ing) (him|her|them|back)|text (him|her|them)|write (to|back)|call (him|her|them)|ring (him|her|them)|add (him|her|them)|friend request|log ?(in|on)|send (him|her|them))/iu,
  'keeps-talking':
    /\b(keep|carry on|continue|go on|stay|string|play) (on |along |up )?(talking|chatting|messaging|speaking|writing|texting|in touch|in contact|the (chat|conversation|contact)|with (him|her|them)|along|him|her|them)|\b(find out|get (him|her|them) to|ask (him|her|them)|pretend|pose as|profile)\b/iu,
  'asks-to-meet':
    /\b(meet|meets|meeting|arrange|follow|film|confront|go (to|round|there)|turn up|wait for (him|her|them))/iu,
  'asks-to-delay':
    /\b(delay|stall|hold off|wait until|buy (us )?time|before (he|she|they)|when (he|she|they) (next )?(come|write|message|text|call))/iu,
  'tells-of-somebody':
    /\b(known to|wanted|arrest|charg(e|ed|es|ing) (with|him|her|them)|suspect|convict|investigat|previous|register|others? (have |has )?report|somebody else|someone else|another (person|group|report|force|child)|operation|undercover)/iu,
  'who-raised-first':
    /\b(who|which of (you|them))\b[^.?!]{0,60}\b(first|raised|began|started|brought up|mentioned|suggested|proposed)/iu,
  'asks-for-pictures': /\b(picture|photo|image|video|screenshot|film|selfie|nude)s?\b/iu,
};

/** The flags that a text raises, in a fixed order. */
export function taskingFlags(text: string): readonly TaskingFlag[] {
  return TASKING_FLAGS.filter(flag => RULES[flag].test(text));
}

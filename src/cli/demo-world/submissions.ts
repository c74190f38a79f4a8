// The six hand-ins, one a state: what each person answered, wrote and sent.
import { groupChat, parentChat, platformChat, publicChat, schoolChat } from './demo-chats.ts';
import type { DemoSafeContact, DemoSubmission } from './world-shape.ts';

const NO_CONTACT: DemoSafeContact = { way: 'none', value: '', when: '', othersSeeDevice: '' };

/** All six, oldest first. */
export function demoSubmissions(): DemoSubmission[] {
  return [school(), platform(), memberOfThePublic(), group(), parent(), child()].sort((one, other) =>
    one.handedInAt < other.handedInAt ? -1 : 1,
  );
}

/** Two danger answers, then nothing: the form was left open on "What happened". */
function child(): DemoSubmission {
  return {
    key: 'child-not-finished',
    personId: 'child-no-name',
    submitterType: 'child',
    state: 'danger-not-finished',
    handedInAt: '2026-11-21T21:47:20Z',
    withOfficerId: null,
    danger: {
      happening: ['self-harm-risk', 'submitter-under-18'],
      what: 'he says hes going to send it to everyone at my school. i cant go in on monday',
      where: 'in my room. marlby',
      who: '',
      safeNumber: '',
      mayRing: null,
    },
    safeContact: NO_CONTACT,
    account: '',
    facts: null,
    chats: [],
    fingerprints: [],
  };
}

function parent(): DemoSubmission {
  const { chat, fingerprints } = parentChat();
  return {
    key: 'parent-kit',
    personId: 'helen-marsh',
    submitterType: 'parent-or-carer',
    state: 'received',
    handedInAt: '2026-11-21T20:04:33Z',
    withOfficerId: null,
    danger: {
      happening: ['meeting-planned', 'child-in-danger'],
      what: 'She has agreed to meet someone she has only met online. She does not know I have seen it.',
      where: 'Tarnwick leisure centre, 4.30 tomorrow, Sunday',
      who: 'My daughter, 14. He calls himself Kit.',
      safeNumber: '07700 900318',
      mayRing: true,
    },
    safeContact: {
      way: 'phone',
      value: '07700 900318',
      when: 'Any time tonight, before 3 tomorrow. Not the house phone',
      othersSeeDevice: 'no',
    },
    account: PARENT_ACCOUNT,
    facts: {
      platform: 'WhatsApp, and before that a drawing app called Inkpond',
      usernames: ['kit.draws.0417'],
      phoneNumbers: ['07700 900733'],
      when: '10 September to 21 November 2026',
      where: 'At home in Tarnwick, mostly evenings',
      childAge: '14',
      others: 'He mentions another girl from the app, no name.',
    },
    chats: [chat],
    fingerprints,
  };
}

const PARENT_ACCOUNT =
  'Freya left her phone charging in the kitchen and a message came up asking if she had got rid of me for tomorrow ' +
  'afternoon. I read back as far as I could bear. She calls him Kit. He told her he was 17 to begin with, then 19. ' +
  'He has paid for her drawing app since October. He asks who else looks at her phone and tells her to delete ' +
  'things. She has told him she is 14 more than once.\n\n' +
  'I exported the chat the way your page said, with the pictures staying on my phone. I have not said anything to ' +
  'Freya yet and I have not written to him. She is upstairs. Please tell me what to do about tomorrow.';

function school(): DemoSubmission {
  return {
    key: 'school-paste',
    personId: 'grace-adeyemi',
    submitterType: 'school-or-college',
    state: 'triage',
    handedInAt: '2026-11-19T10:26:08Z',
    withOfficerId: 'tom-fairley',
    danger: null,
    safeContact: {
      way: 'email',
      value: 'g.adeyemi@tarnwickhigh.example',
      when: 'School hours; I read it on Saturday mornings too',
      othersSeeDevice: 'yes',
    },
    account: SCHOOL_ACCOUNT,
    facts: {
      platform: 'WhatsApp',
      usernames: [],
      phoneNumbers: ['07700 900652'],
      when: '17 and 18 November 2026',
      where: 'Under-13s at a football club that trains on our astro pitch on Saturdays',
      childAge: '12',
      others: 'A friend, also 12, has seen the messages.',
    },
    chats: [schoolChat()],
    fingerprints: [],
  };
}

const SCHOOL_ACCOUNT =
  'A Year 8 pupil came to me at break today with a friend. She had the messages open on the school web page of ' +
  'WhatsApp and I copied them as they stood; she kept her phone. I asked her nothing beyond whether she was safe ' +
  'going home, and she is: her grandmother collects her. The person says he coaches the squad. The club is not ' +
  'ours but hires our pitch. I have rung the LADO and children’s services and written down the times. I have not ' +
  'contacted the club or the man.';

function platform(): DemoSubmission {
  return {
    key: 'platform-upload',
    personId: 'lena-brandt',
    submitterType: 'platform',
    state: 'assessment',
    handedInAt: '2026-11-12T14:41:57Z',
    withOfficerId: 'ida-lund',
    danger: null,
    safeContact: {
      way: 'email',
      value: 'safety-desk@chatterlake.example',
      when: 'Answered within a day',
      othersSeeDevice: 'yes',
    },
    account: PLATFORM_ACCOUNT,
    facts: {
      platform: 'Chatterlake, then WhatsApp',
      usernames: ['wes_onthelake', 'noor.k.reads'],
      phoneNumbers: ['07700 900385'],
      when: 'Early October 2026; the phone writes dates the American way, we think',
      where: 'Not known. The user’s account says Orrenby.',
      childAge: '13 by her own words. Our site is for adults.',
      others: 'Two other reports about the same account, each from somebody over 18.',
    },
    chats: [platformChat()],
    fingerprints: [],
  };
}

const PLATFORM_ACCOUNT =
  'A user reported account “wes_onthelake” through our form and uploaded the attached file, which we pass on ' +
  'unchanged. We did not make it and cannot say whether it is complete. The reporter wrote that she is 13, that ' +
  'she had said she was 18 to join, and that he moved her to WhatsApp on the second day. We have closed both ' +
  'accounts and kept what we hold. A request for it can be sent to the address above.';

function memberOfThePublic(): DemoSubmission {
  return {
    key: 'public-blocks-group',
    personId: 'bex-harker',
    submitterType: 'member-of-the-public',
    state: 'decision',
    handedInAt: '2026-11-16T18:15:02Z',
    withOfficerId: 'priya-nandra',
    danger: null,
    safeContact: {
      way: 'email',
      value: 'bex@harker.example',
      when: 'Any time',
      othersSeeDevice: 'no',
    },
    account: PUBLIC_ACCOUNT,
    facts: {
      platform: 'Telegram',
      usernames: ['gaz_builds', 'sprout_09'],
      phoneNumbers: [],
      when: '12 October to 15 November 2026',
      where: 'A group for a game server, about eight people, most in Tarnwick and Marlby',
      childAge: '11 or 12',
      others: 'I also help run the group. The others are my age or in sixth form.',
    },
    chats: [publicChat()],
    fingerprints: [],
  };
}

const PUBLIC_ACCOUNT =
  'I run a small game server with a friend and we have a Telegram group for it. Gaz joined in October. He is older ' +
  'than the rest of us and he was good company, so I did not think about it. Then I noticed he only ever answers ' +
  'sprout, who is in Year 7, gives him things in the game and keeps telling him to message privately. I removed ' +
  'Gaz on 15 November after he asked sprout to come to a meet-up by himself. Some of his messages have gone since. ' +
  'I exported the group from my computer the same night. I do not know sprout’s real name.';

function group(): DemoSubmission {
  const { chat, fingerprints } = groupChat();
  return {
    key: 'group-jay-r',
    personId: 'kev-moran',
    submitterType: 'activist-group-member',
    state: 'investigation',
    handedInAt: '2026-11-20T19:08:33Z',
    withOfficerId: 'amara-okoro',
    danger: {
      happening: ['confrontation'],
      what: 'Three of us spoke to a man on 14 November. It was streamed. Police came. Nobody was hurt.',
      where: 'Orrenby bus station, by the cafe',
      who: 'A man who calls himself Jay R. We have taken the stream down since.',
      safeNumber: '07700 900561',
      mayRing: true,
    },
    safeContact: {
      way: 'phone',
      value: '07700 900561',
      when: 'After 6pm',
      othersSeeDevice: 'no',
    },
    account: GROUP_ACCOUNT,
    facts: {
      platform: 'Chatterlake, then WhatsApp',
      usernames: ['jay_r_orrenby', 'elle.goalie'],
      phoneNumbers: ['07700 900417', '07700 900882'],
      when: '9 September to 13 November 2026, confronted on 14 November',
      where: 'Orrenby bus station',
      childAge: 'There is no child. “Elle” is one of us, an adult, who said 13.',
      others: 'One more of us has a second chat with him and is not ready to hand it in.',
    },
    chats: [chat],
    fingerprints,
  };
}

const GROUP_ACCOUNT =
  'This is the whole chat from the phone our member used as Elle. The profile on Chatterlake said 18 because the ' +
  'site makes you; she told him 13 on the first night. Some days are missing because that phone was broken and ' +
  'restored. Some messages he deleted and a few she deleted, mostly typing mistakes. We met him at the bus station ' +
  'on 14 November and streamed it. We know you would rather we had not. We have been told to stop contact and have.';

// Everybody in the demo world who is not a voice in a chat. All names are invented.
import type { DemoForce, DemoOfficer, DemoPerson } from './world-shape.ts';

export const NORTHSHIRE: DemoForce = {
  code: '901',
  name: 'Northshire Police',
  domain: 'northshire.police.example',
  controlRoomNumber: '07700 900101',
};

export const OFFICERS: readonly DemoOfficer[] = [
  { id: 'tom-fairley', name: 'Tom Fairley', role: 'intake-officer', rank: 'PC' },
  { id: 'ida-lund', name: 'Ida Lund', role: 'intake-officer', rank: 'PC' },
  { id: 'priya-nandra', name: 'Priya Nandra', role: 'supervisor', rank: 'Sgt' },
  { id: 'amara-okoro', name: 'Amara Okoro', role: 'investigator', rank: 'DC' },
  { id: 'rhys-calder', name: 'Rhys Calder', role: 'deconfliction-officer', rank: 'DS' },
  { id: 'edith-vance', name: 'Edith Vance', role: 'disclosure-officer', rank: 'DC' },
  { id: 'joan-whitlow', name: 'Joan Whitlow', role: 'auditor', rank: '' },
  { id: 'samir-holt', name: 'Samir Holt', role: 'administrator', rank: '' },
];

export const PEOPLE: readonly DemoPerson[] = [
  {
    id: 'child-no-name',
    name: '',
    submitterType: 'child',
    about: 'A child who answered two danger questions on a borrowed phone, gave no name and did not finish.',
  },
  {
    id: 'helen-marsh',
    name: 'Helen Marsh',
    submitterType: 'parent-or-carer',
    about: 'Mother of Freya, 14. Found the chat with “Kit” on Freya’s iPhone.',
  },
  {
    id: 'grace-adeyemi',
    name: 'Grace Adeyemi',
    submitterType: 'school-or-college',
    about: 'Safeguarding lead at Tarnwick High School. Pasted what a pupil showed her.',
  },
  {
    id: 'lena-brandt',
    name: 'Lena Brandt',
    submitterType: 'platform',
    about:
      'Trust and safety contact at Chatterlake, an invented chat site. Passes on a file a user uploaded.',
  },
  {
    id: 'bex-harker',
    name: 'Bex Harker',
    submitterType: 'member-of-the-public',
    about: 'Helps to run a Telegram group for a blocks game. Saw an adult press a younger player.',
  },
  {
    id: 'kev-moran',
    name: 'Kev Moran',
    submitterType: 'activist-group-member',
    about: 'Member of Lantern Watch, an invented group. Hands in a decoy’s whole chat with “Jay R”.',
  },
];

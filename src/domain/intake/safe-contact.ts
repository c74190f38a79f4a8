/** How it is safe to reach the submitter. The default is not at all. */
export type SafeContact = {
  readonly othersSeeDevice: 'no' | 'yes' | 'unsure' | '';
  readonly reach: 'none' | 'phone' | 'email';
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly whenAndAsWhom: string;
};

/** No outbound contact, no name: what holds until the visitor says otherwise. */
export const NO_CONTACT: SafeContact = {
  othersSeeDevice: '',
  reach: 'none',
  name: '',
  phone: '',
  email: '',
  whenAndAsWhom: '',
};

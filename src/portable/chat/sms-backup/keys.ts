function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** The elements that stand around messages, and what they hold. */
export const ROOTS = words('smses calls');
/** Each is one message. */
export const MESSAGES = words('sms mms call');
/** Elements that only hold others. */
export const LISTS = words('parts addrs');

/** Attributes that become fields of a message. */
export const TAKEN = {
  sms: words('date type body'),
  mms: words('date msg_box'),
  call: words('date type duration'),
};

/** Attributes that are known from descriptions and passed on as written. Those of an MMS vary by phone: none is unknown. */
const KNOWN = {
  sms: words(`
    protocol address contact_name subject toa sc_toa service_center read status locked date_sent sub_id readable_date
  `),
  call: words(
    'number contact_name presentation readable_date subscription_id subscription_component_name post_dial_digits',
  ),
};

/** Every attribute that is known. */
export const ALL_KNOWN = {
  sms: new Set([...KNOWN.sms, ...TAKEN.sms]),
  call: new Set([...KNOWN.call, ...TAKEN.call]),
};

export const NOTHING_TAKEN: ReadonlySet<string> = new Set();

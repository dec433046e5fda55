// How much the server takes. The apps stop a person at the same number, and say it, before anything is sent or paid.

/** Of texts, in characters as people count them (code points). */
export const limits = {
  /** Of a branch, an item, a group, an option; an address or a telephone number of a branch. */
  name: 200,
  description: 2_000,
  /** A request to the café, a message to the customer, each field of a delivery's destination. */
  note: 500,
  reason: 200,
  displayName: 80,
  /** Of one line of an order. */
  quantity: 50,
  /** Make-units of one order: drinks, mostly. */
  units: 100,
  /** Lines of one order. */
  lines: 30,
} as const;

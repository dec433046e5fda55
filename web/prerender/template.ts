// Makes templates, which the program fills with the API's JSON (src/adapters/web/template.hpp), out of rendered components.
//
// A component is rendered from a sample whose texts and numbers are placeholders ("slots"). Each placeholder in the HTML becomes
// a `value` of the template. Where the markup depends on the data, the sample is rendered once for each case ("cases"), and the
// template chooses between the results with an `if`. A component that reads a field which the sample lacks throws, so that no
// dependency on the data goes unnoticed.
export interface Condition {
  /** A path into the data, such as "cafe.name.ko"; alone it tests whether the value is neither missing nor empty. */
  of: string;
  is?: string | number;
  least?: number;
  /** Another path, to an equal value. */
  same?: string;
}

export type Part =
  | string
  | { value: string; as?: 'grouped' }
  | { each: string; as: string; by?: string; body: Part[] }
  | { if: Condition; yes: Part[]; no: Part[] }
  /** All data, as JSON for a <script>. */
  | { data: true };

/** Placeholders and the template parts that they stand for. */
export class Slots {
  private readonly parts = new Map<string, Part>();
  private count = 0;

  text(path: string): string {
    return this.mark({ value: path });
  }

  /** Replaces `drawn`, which must occur once, by a part made from it, such as a loop. */
  replace(html: string, drawn: string, part: Part): string {
    const pieces = html.split(drawn);
    if (pieces.length !== 2) throw new Error(`${pieces.length - 1} places instead of one for ${drawn} in ${html}`);
    return pieces.join(this.mark(part));
  }

  private mark(part: Part): string {
    const mark = `zq${String(this.count++).padStart(4, '0')}qz`;
    this.parts.set(mark, part);
    return mark;
  }

  /** A unique number close to `near`, for a component whose markup depends on the size. */
  number(path: string, near: number): number {
    const mark = near + (100 + this.count++) / 1_000_000;
    this.parts.set(String(mark), { value: path });
    return mark;
  }

  /** A number that is rendered with separators, such as a price. */
  grouped(path: string): number {
    const mark = 9_000_000_100 + this.count++;
    this.parts.set(new Intl.NumberFormat('en-US').format(mark), { value: path, as: 'grouped' });
    return mark;
  }

  in(html: string): Part[] {
    if (this.parts.size === 0) return [html];
    const longestFirst = [...this.parts.keys()].sort((a, b) => b.length - a.length);
    const marks = longestFirst.map((mark) => mark.replaceAll('.', '\\.')).join('|');
    return tidy(html.split(new RegExp(`(${marks})`)).map((piece) => this.parts.get(piece) ?? piece));
  }
}

/** Reading a member that the sample does not have throws. Optional members are given as undefined. */
export function strict<T extends object>(sample: T, name: string): T {
  return new Proxy(sample, {
    get(target, member, receiver) {
      if (typeof member === 'string' && !(member in target))
        throw new Error(`the first page knows no ${name}.${member}`);
      return Reflect.get(target, member, receiver);
    },
  });
}

interface Answer<Sample> {
  if: Condition;
  set?: (sample: Sample) => void;
}
/** The first answer that holds; else `otherwise`. */
export interface Question<Sample> {
  answers: Answer<Sample>[];
  otherwise?: (sample: Sample) => void;
}

/** Renders the sample for each combination of answers. Questions that make no difference are left out of the template. */
export function cases<Sample>(
  questions: readonly Question<Sample>[],
  sample: (slots: Slots) => Sample,
  draw: (sample: Sample, slots: Slots) => Part[],
): Part[] {
  const ask = (rest: readonly Question<Sample>[], said: readonly ((sample: Sample) => void)[]): Part[] => {
    const [question, ...later] = rest;
    if (!question) {
      const slots = new Slots();
      const answered = sample(slots);
      for (const say of said) say(answered);
      return draw(answered, slots);
    }
    const after = (set?: (sample: Sample) => void) => ask(later, set ? [...said, set] : said);
    return question.answers.reduceRight(
      (no, answer) => choice(answer.if, after(answer.set), no),
      after(question.otherwise),
    );
  };
  return ask(questions, []);
}

const same = (a: Part | undefined, b: Part | undefined) => a !== undefined && JSON.stringify(a) === JSON.stringify(b);

/** What is the same in both cases, before and after the difference, is there once. */
function choice(condition: Condition, yes: Part[], no: Part[]): Part[] {
  const [a, b] = [[...yes], [...no]];
  const before: Part[] = [];
  const after: Part[] = [];
  for (;;) {
    if (same(a[0], b[0])) {
      before.push(a.shift() as Part);
      b.shift();
    } else if (same(a.at(-1), b.at(-1))) {
      after.unshift(a.pop() as Part);
      b.pop();
    } else break;
  }
  const [head, tail] = [commonTags(a[0], b[0], 0), commonTags(a.at(-1), b.at(-1), -1)];
  if (head) {
    before.push(head);
    a[0] = (a[0] as string).slice(head.length);
    b[0] = (b[0] as string).slice(head.length);
  } else if (tail) {
    after.unshift(tail);
    a.push((a.pop() as string).slice(0, -tail.length));
    b.push((b.pop() as string).slice(0, -tail.length));
  }
  const [one, other] = [tidy(a), tidy(b)];
  if (head || tail) return tidy([...before, ...choice(condition, one, other), ...after]);
  if (one.length === 0 && other.length === 0) return tidy([...before, ...after]);
  return tidy([...before, { if: condition, yes: one, no: other }, ...after]);
}

/** The tags with which both texts begin (`side` 0) or end (-1): never half a tag. */
function commonTags(a: Part | undefined, b: Part | undefined, side: 0 | -1): string {
  if (typeof a !== 'string' || typeof b !== 'string') return '';
  const limit = Math.min(a.length, b.length);
  let length = 0;
  const at = (text: string) => (side === 0 ? text[length] : text[text.length - 1 - length]);
  while (length < limit && at(a) === at(b)) length++;
  if (side === 0) return a.slice(0, a.slice(0, length).lastIndexOf('>') + 1);
  const end = a.slice(a.length - length);
  const first = end.indexOf('<');
  return first < 0 ? '' : end.slice(first);
}

/** Texts that follow each other are one; empty ones are none. */
export function tidy(parts: readonly Part[]): Part[] {
  const all: Part[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (part === '') continue;
    if (typeof part === 'string' && typeof last === 'string') all[all.length - 1] = last + part;
    else all.push(part);
  }
  return all;
}

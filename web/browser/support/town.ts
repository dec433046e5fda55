// A street to test in: one program, the staff of a branch, a rider, the operator, and any number of customers.
import { Person, until } from './people.ts';
import { Server } from './server.ts';

export const cafe = 'euljiro';
/** Where the branch is; riders and customers who are near. */
export const nearby = { latitude: 37.5665, longitude: 126.9911 };

interface Line {
  menuId: string;
  quantity?: number;
  options?: string[];
}

export class Town {
  readonly server: Server;
  private known = new Map<string, Person>();

  constructor(flags: readonly string[] = []) {
    this.server = new Server(flags);
  }

  async open(): Promise<void> {
    await this.server.start();
  }
  get url(): string {
    return this.server.url;
  }
  /** "euljiro", "rider" or "operator"; good for one sign-in, on a screen or here, not both. */
  code(of: string): string {
    const code = this.server.codes.get(of);
    if (!code) throw new Error(`no code of ${of} was printed, only of ${[...this.server.codes.keys()]}`);
    return code;
  }
  /** Where that person signs in on a screen. */
  link(of: string): string {
    const app = of === 'operator' ? 'ops' : of === 'rider' ? 'rider' : 'store';
    return `${this.url}/${app}#code=${this.code(of)}`;
  }

  private async known_as(name: string): Promise<Person> {
    const person = this.known.get(name) ?? (await Person.byCode(this.url, this.code(name)));
    this.known.set(name, person);
    return person;
  }
  staff = () => this.known_as(cafe);
  operator = () => this.known_as('operator');
  rider = () => this.known_as('rider');
  guest = () => Person.guest(this.url);

  /** Another one-time link for somebody: the operator registers them. */
  async link_for(role: 'staff' | 'rider' | 'operator', loginName: string): Promise<string> {
    const operator = await this.operator();
    const registered = await operator.post('/accounts', {
      loginName,
      displayName: loginName,
      role,
      ...(role === 'staff' ? { cafes: [cafe] } : {}),
    });
    const app = role === 'operator' ? 'ops' : role === 'staff' ? 'store' : 'rider';
    return `${this.url}/${app}#code=${registered.oneTimeCode}`;
  }

  async order(customer: Person, lines: Line[] = [americano], more: object = {}): Promise<string> {
    const body = { cafeId: cafe, lines, payment: { method: 'card', token: 'approve' }, ...more };
    return (await customer.post('/orders', body)).orderId;
  }
  deliveryOrder(customer: Person, lines: Line[] = [americano]): Promise<string> {
    const destination = { address: '서울 중구 을지로 100', detail: '3층', phone: '01012345678', place: nearby };
    return this.order(customer, lines, { fulfilment: 'delivery', destination });
  }
  async ticket(orderId: string): Promise<void> {
    const staff = await this.staff();
    await until(`the ticket of ${orderId}`, () => staff.get(`/cafeOrders/${orderId}`));
  }
  /** The branch goes on with an order, step by step: 'approve', 'makeStart', 'makeComplete', 'handOver'. */
  async advance(orderId: string, ...steps: string[]): Promise<void> {
    await this.ticket(orderId);
    const staff = await this.staff();
    for (const step of steps) await staff.post(`/cafeOrders/${orderId}/${step}`);
  }
}

export const americano: Line = { menuId: 'americano', options: ['hot', 'regular', 'nutty'] };

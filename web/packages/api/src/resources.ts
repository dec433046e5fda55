// The contract's words, short enough to say.
import type { components } from './schema.d.ts';

type Schemas = components['schemas'];

export type Account = Schemas['Account'];
export type Basket = Schemas['Basket'];
export type BasketLine = Schemas['BasketLine'];
export type Cafe = Schemas['Cafe'];
export type CafeList = Schemas['CafeList'];
export type CafeOrder = Schemas['CafeOrder'];
export type CafeReason = Schemas['CafeReason'];
export type DeliveryFailure = Schemas['DeliveryFailure'];
export type Delivery = Schemas['Delivery'];
export type DeadLetter = Schemas['DeadLetter'];
export type Menu = Schemas['Menu'];
export type MenuItem = Schemas['MenuItem'];
export type Money = Schemas['Money'];
export type MyPage = Schemas['MyPage'];
export type Notification = Schemas['Notification'];
export type OfferFrame = Schemas['OfferFrame'];
export type OpeningHours = Schemas['OpeningHours'];
export type OptionGroup = Schemas['OptionGroup'];
export type Order = Schemas['Order'];
export type Payment = Schemas['Payment'];
export type Place = Schemas['Place'];
export type QueueLength = Schemas['QueueLength'];
export type QueuePosition = Schemas['QueuePosition'];
export type Quote = Schemas['Quote'];
export type Shift = Schemas['Shift'];
export type Text = Schemas['Text'];

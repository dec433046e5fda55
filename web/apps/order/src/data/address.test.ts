import { describe, expect, it } from 'vitest';
import { type Address, bound, destinationOf, isPlaced, lackOf } from './address.ts';

const here = { latitude: 37.5665, longitude: 126.9911 };
const complete: Address = {
  address: '서울 중구 을지로 100',
  detail: '3층',
  phone: '010-1234-5678',
  note: '',
  place: here,
  placeFor: '서울 중구 을지로 100',
};

describe('where to deliver', () => {
  it('is sent with the place that the customer has confirmed', () => {
    expect(lackOf(complete)).toBeUndefined();
    expect(destinationOf(complete)).toEqual({
      address: '서울 중구 을지로 100',
      detail: '3층',
      phone: '010-1234-5678',
      place: here,
    });
  });
  it('is nowhere without a place: never the place of the café', () => {
    const { place, ...lost } = complete;
    expect(lackOf(lost)).toBe('place');
    expect(destinationOf(lost)).toBeUndefined();
  });
  it('has to be confirmed again when another address is written', () => {
    const moved = { ...complete, address: '부산 해운대구 1' };
    expect(lackOf(moved)).toBe('moved');
    expect(destinationOf(moved)).toBeUndefined();
    expect(lackOf({ ...moved, placeFor: '부산 해운대구 1' })).toBeUndefined();
  });
  it('may be confirmed before the address is written, which then belongs to it', () => {
    const first = { ...complete, placeFor: '' };
    expect(lackOf({ ...first, address: '' })).toBe('address');
    expect(lackOf(first)).toBeUndefined();
    expect(lackOf({ ...bound(first), address: '부산 해운대구 1' })).toBe('moved');
  });
  it('of an earlier version, which did not note for which address, is confirmed again', () => {
    const { placeFor, ...old } = complete;
    expect(lackOf(old)).toBe('place');
    expect(isPlaced(old)).toBe(false);
  });
  it('needs a number that a rider can call', () => {
    for (const phone of ['', '1', '010-1234', '전화 주세요', 'call 01012345678 please']) {
      expect(lackOf({ ...complete, phone }), phone).toBe('phone');
    }
    for (const phone of ['02-555-0110', '+82 10 1234 5678', '01012345678', '(02) 555.0110']) {
      expect(lackOf({ ...complete, phone }), phone).toBeUndefined();
    }
  });
});

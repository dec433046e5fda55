import { Icon as Drawing } from '@dangol/ui';

const drawings = {
  todo: 'M12 3 22 20H2zM12 10v4M12 17v.5',
  orders: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM20 20l-4.6-4.6',
  riders: 'M6 19a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM18 19a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM6 16l4-7h5l3 7M9 5h3',
  cafes: 'M4 10v10h16V10M3 10l2-6h14l2 6a3 3 0 0 1-6 0 3 3 0 0 1-6 0 3 3 0 0 1-6 0M10 20v-5h4v5',
  people: 'M9 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM2 21c0-4 3-6 7-6s7 2 7 6M16 4a4 4 0 0 1 0 7M18 15c3 .6 4 2.6 4 6',
  money: 'M3 6h18v12H3zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM6.5 9.5v5M17.5 9.5v5',
  deadLetters: 'M3 5h18v14H3zM3 6l9 7 9-7M17 16l4 4M21 16l-4 4',
  audit: 'M5 3h14v18H5zM8.5 8l1.5 1.5L13 6.5M8.5 14l1.5 1.5 3-3M15 9h1.5M15 15h1.5',
  system: 'M4 4h16v6H4zM4 14h16v6H4zM8 7h.5M8 17h.5M12 7h5M12 17h5',
  phone: 'M6 3h3l2 5-2.5 1.5a11 11 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3C10 21 3 14 3 6a3 3 0 0 1 3-3Z',
} as const;

export type IconName = keyof typeof drawings;

export function Icon({ name }: { name: IconName }) {
  return (
    <Drawing>
      <path d={drawings[name]} />
    </Drawing>
  );
}

import { Icon } from '@dangol/ui';

export const BackIcon = () => (
  <Icon>
    <path d="M15 5l-7 7 7 7" />
  </Icon>
);
export const CupIcon = () => (
  <Icon>
    <path d="M5 9h11v6a5 5 0 0 1-5 5h-1a5 5 0 0 1-5-5zM16 10h2a2.5 2.5 0 0 1 0 5h-2M8 3v2.5M11.5 3v2.5" />
  </Icon>
);
export const ListIcon = () => (
  <Icon>
    <path d="M6 3h12v18l-3-2-3 2-3-2-3 2zM9.5 8h5M9.5 12h5" />
  </Icon>
);
export const PlaceIcon = () => (
  <Icon>
    <path d="M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11z" />
    <circle cx="12" cy="10" r="2.3" />
  </Icon>
);
export const CheckIcon = () => (
  <Icon>
    <path d="M5 12.5l4.5 4.5L19 7.5" />
  </Icon>
);
export const BellIcon = () => (
  <Icon>
    <path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 2h-15zM10 21h4" />
  </Icon>
);
export const WalkIcon = () => (
  <Icon>
    <circle cx="13" cy="4.2" r="1.8" />
    <path d="M8 21l2.5-6L9 11l2-4 3 1 1.5 3 2.5 1M13 13l2 3 .8 5M9.5 8L7 9.5 6.5 13" />
  </Icon>
);
export const ScooterIcon = () => (
  <Icon>
    <circle cx="6" cy="17.5" r="2.5" />
    <circle cx="18" cy="17.5" r="2.5" />
    <path d="M8.5 17.5h6c0-4 1-5.5 2.5-6.5L15.5 5H13M3.5 13.5c1.500-2 6-2 7 4" />
  </Icon>
);

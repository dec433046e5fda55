import { Icon } from '@dangol/ui';

export const BoardIcon = () => (
  <Icon>
    <rect x="3" y="4" width="5" height="16" rx="1.5" />
    <rect x="9.5" y="4" width="5" height="11" rx="1.5" />
    <rect x="16" y="4" width="5" height="7" rx="1.5" />
  </Icon>
);
export const CupIcon = () => (
  <Icon>
    <path d="M5 8h14l-1.4 11.2a2 2 0 0 1-2 1.8H8.4a2 2 0 0 1-2-1.8zM4 5h16v3H4zM8 5l1-2h6l1 2" />
  </Icon>
);
export const SoldOutIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="9" />
    <path d="M5.8 5.8l12.4 12.4" />
  </Icon>
);
export const MenuIcon = () => (
  <Icon>
    <rect x="5" y="3" width="14" height="18" rx="2" />
    <path d="M9 8h6M9 12h6M9 16h3" />
  </Icon>
);
export const HoursIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="9" />
    <path d="M12 7v5l3.5 2" />
  </Icon>
);
export const SalesIcon = () => (
  <Icon>
    <path d="M4 20h16M7 20v-6M12 20V6M17 20v-9" />
  </Icon>
);
export const SettingsIcon = () => (
  <Icon>
    <path d="M4 7h9M17 7h3M4 17h3M11 17h9" />
    <circle cx="15" cy="7" r="2" />
    <circle cx="9" cy="17" r="2" />
  </Icon>
);
export const PickupIcon = () => (
  <Icon>
    <path d="M6 8h12l1 12H5zM9 8V6a3 3 0 0 1 6 0v2" />
  </Icon>
);
export const DeliveryIcon = () => (
  <Icon>
    <circle cx="6.5" cy="17" r="2.5" />
    <circle cx="17.5" cy="17" r="2.5" />
    <path d="M9 17h6l-2-8h3l2 5M4 13h6" />
  </Icon>
);

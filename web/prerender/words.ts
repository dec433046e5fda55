// How the apps' pages introduce themselves: to browsers, search engines and messengers.
import { defineWords } from '@dangol/i18n';

export const pageWords = defineWords(
  {
    order: {
      title: '단골 – 줄 서지 않는 카페 주문',
      description: '대기 시간을 미리 보고 주문하고, 내 순번을 바로 확인하세요.',
    },
    menu: {
      title: (cafe: string) => `${cafe} – 단골`,
      description: (cafe: string) => `${cafe}. 대기 시간을 미리 보고 주문하고, 내 순번을 바로 확인하세요.`,
    },
    store: { title: '단골 매장', description: '주문 접수와 제조, 품절과 영업 상태' },
    rider: { title: '단골 라이더', description: '주변 배달과 오늘의 수입' },
    ops: { title: '단골 운영', description: '조치가 필요한 주문과 매장 현황' },
  },
  {
    order: {
      title: 'Dangol – order ahead at your café',
      description: 'See the wait before you order, and follow your drink as it is made.',
    },
    menu: {
      title: (cafe: string) => `${cafe} – Dangol`,
      description: (cafe: string) => `${cafe}. See the wait before you order, and follow your drink as it is made.`,
    },
    store: { title: 'Dangol Store', description: 'Orders, sold-out items and opening hours of a café' },
    rider: { title: 'Dangol Rider', description: 'Deliveries near you and today’s earnings' },
    ops: { title: 'Dangol Operations', description: 'What needs attention, and how the cafés are doing' },
  },
);

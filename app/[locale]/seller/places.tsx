import { Eye } from '@/components/ui/desk-icons';
import {
  ChartNoAxesColumn,
  FileText,
  KeyRound,
  MessageCircle,
  Package,
  Percent,
  RotateCcw,
  Sun,
  Tag,
  Truck,
  UserRound,
} from '@/components/ui/icons';
import type { Place } from '@/components/workspace/workspace-frame';
import { DESK, mayAtDesk } from '@/lib/http';
import type { Translator } from '@/lib/i18n';
import type { SellerRole } from '@/lib/identity/model';

/** The places of a seller's desk, each with the policy of its page. */
const PLACES = [
  { name: 'today', href: '/seller', policy: DESK.enter, Icon: Sun },
  { name: 'orders', href: '/seller/orders', policy: DESK.seeOrders, Icon: Package },
  { name: 'returns', href: '/seller/returns', policy: DESK.seeOrders, Icon: RotateCcw },
  { name: 'messages', href: '/seller/messages', policy: DESK.seeOrders, Icon: MessageCircle },
  { name: 'offers', href: '/seller/offers', policy: DESK.seeOffers, Icon: Tag },
  { name: 'promotions', href: '/seller/promotions', policy: DESK.seeOffers, Icon: Percent },
  { name: 'insight', href: '/seller/insight', policy: DESK.seeInsight, Icon: Eye },
  { name: 'shipping', href: '/seller/shipping', policy: DESK.changeShipping, Icon: Truck },
  { name: 'money', href: '/seller/money', policy: DESK.handleMoney, Icon: ChartNoAxesColumn },
  { name: 'invoices', href: '/seller/invoices', policy: DESK.handleMoney, Icon: FileText },
  { name: 'team', href: '/seller/team', policy: DESK.enter, Icon: UserRound },
  { name: 'programs', href: '/seller/programs', policy: DESK.runShop, Icon: KeyRound },
] as const;

/** Where a member of that role can go; nowhere without one. */
export function placesOf(role: SellerRole | undefined, t: Translator<'seller'>): Place[] {
  return PLACES.filter(({ policy }) => role !== undefined && mayAtDesk(role, policy)).map(
    ({ name, href, Icon }) => ({ href, label: t(`places.${name}`), icon: <Icon aria-hidden /> }),
  );
}

import { Badge, type Tone } from '@/components/ui/badge';
import { words } from '@/components/ui/words';
import type { ProductStatus } from '@/lib/catalog/model';
import type { OrderStatus } from '@/lib/orders/model';
import type { SellerStatus } from '@/lib/sellers/model';

const SELLER_TONES: Readonly<Record<SellerStatus, Tone>> = {
  applied: 'warning',
  approved: 'positive',
  declined: 'neutral',
  suspended: 'danger',
};

export async function SellerStatusBadge({ status }: { status: SellerStatus }) {
  const t = await words('admin');
  return <Badge tone={SELLER_TONES[status]}>{t(`sellerStatus.${status}`)}</Badge>;
}

const PRODUCT_TONES: Readonly<Record<ProductStatus, Tone>> = {
  draft: 'neutral',
  in_review: 'warning',
  live: 'positive',
  declined: 'neutral',
  retired: 'danger',
};

export async function ProductStatusBadge({ status }: { status: ProductStatus }) {
  const t = await words('admin');
  return <Badge tone={PRODUCT_TONES[status]}>{t(`productStatus.${status}`)}</Badge>;
}

const ORDER_TONES: Readonly<Record<OrderStatus, Tone>> = {
  pending_payment: 'warning',
  paid: 'positive',
  cancelled: 'danger',
};

export async function OrderStatusBadge({ status }: { status: OrderStatus }) {
  const t = await words('admin');
  return <Badge tone={ORDER_TONES[status]}>{t(`orderStatus.${status}`)}</Badge>;
}

export { OrderSkeleton as default } from '@/components/orders/orders-skeleton';

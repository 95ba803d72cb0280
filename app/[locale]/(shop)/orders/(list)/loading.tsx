export { OrdersSkeleton as default } from '@/components/orders/orders-skeleton';

export { CheckoutSkeleton as default } from '@/components/checkout/checkout-skeleton';

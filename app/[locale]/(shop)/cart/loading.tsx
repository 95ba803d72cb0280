export { CartSkeleton as default } from '@/components/cart/cart-skeleton';

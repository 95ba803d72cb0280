export { PageSkeleton as default } from '@/components/workspace/page-skeleton';

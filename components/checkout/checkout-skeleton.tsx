import { Skeleton } from '@/components/ui/skeleton';

/** The shape of the form and of the order beside it. */
export function CheckoutSkeleton() {
  return (
    <div className="page pt-6 pb-24 md:pt-10" aria-busy>
      <Skeleton className="h-8 w-40" />
      <div className="mt-8 grid items-start gap-8 md:grid-cols-[1fr_24rem] lg:gap-14">
        <div className="grid gap-10">
          <Skeleton className="h-32" />
          <Skeleton className="h-96" />
          <Skeleton className="h-40" />
        </div>
        <Skeleton className="h-96 rounded-lg" />
      </div>
    </div>
  );
}

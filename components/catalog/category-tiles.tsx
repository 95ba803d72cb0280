import { Photo } from '@/components/media/photo';
import { Link } from '@/components/ui/link';
import type { CategoryTile } from '@/lib/catalog/model';

/** Places to go, as round pictures with a name: swiped on phones, wrapped where there is room. */
export function CategoryTiles({
  categories,
  eager,
}: {
  categories: readonly CategoryTile[];
  eager?: boolean;
}) {
  return (
    <ul className="category-tiles">
      {categories.map((category) => (
        <li key={category.path}>
          <Link
            href={`/c/${category.path}`}
            className="group grid justify-items-center gap-2 rounded-lg text-center text-sm"
          >
            <Photo
              picture={category.image}
              sizes="(min-width: 56rem) 7rem, 5rem"
              eager={eager}
              decorative
              className="size-20 rounded-full transition group-hover:ring-2 group-hover:ring-accent md:size-26"
            />
            <span className="line-clamp-2 group-hover:underline">{category.name}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

import { Logo } from '@/components/shop/logo';
import { Link } from '@/components/ui/link';
import { words } from '@/components/ui/words';
import NotFoundInShop from './(shop)/not-found';

/** What a desk says to whoever may not sit at it: the same as where nothing is, and nothing of the desk around it. */
export default async function NotFound() {
  const t = await words('shop');
  return (
    <main className="page py-6">
      <Link href="/" aria-label={t('home')}>
        <Logo />
      </Link>
      <NotFoundInShop />
    </main>
  );
}

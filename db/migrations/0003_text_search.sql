-- English words by their stem, whatever accents they are written with: "Cafés" finds "cafe".
CREATE TEXT SEARCH CONFIGURATION souk_en (COPY = pg_catalog.english);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION souk_en
  ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;
--> statement-breakpoint
-- Words as they are written, for languages without stems here, corrections and completions.
CREATE TEXT SEARCH CONFIGURATION souk_words (COPY = pg_catalog.simple);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION souk_words
  ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;

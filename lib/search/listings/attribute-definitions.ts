import { sql, type SQL } from 'drizzle-orm';

/**
 * The CTE `definitions (category_id, key, type, facet, axis, choices)`: the attributes that
 * products of each category have. A category's schema is the latest version of its own or of its
 * nearest ancestor that has one. The JSON was validated when it was stored.
 */
export function attributeDefinitions(categoryIds: SQL): SQL {
  return sql`
    effective as materialized (
      select distinct on (c.id) c.id as category_id, s.definition
      from categories c
      cross join lateral unnest(c.lineage) with ordinality as ancestor(id, depth)
      join category_schemas s on s.category_id = ancestor.id
      where c.id in (${categoryIds})
      order by c.id, ancestor.depth desc, s.version desc
    ),
    definitions as materialized (
      select category_id, attribute->>'key' as key, attribute->>'type' as type,
        coalesce((attribute->>'facet')::boolean, false) as facet,
        coalesce((attribute->>'axis')::boolean, false) as axis,
        coalesce(attribute->'choices', '[]') as choices
      from effective
      cross join lateral jsonb_array_elements(definition->'attributes') as attribute
    )`;
}

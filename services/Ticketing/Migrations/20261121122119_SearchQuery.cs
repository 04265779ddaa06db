using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Ticketing.Migrations
{
    /// <inheritdoc />
    public partial class SearchQuery : Migration
    {
        // A beginning is costly to find, and short ones are in every ticket: only the last word, which somebody may still be typing, is one.
        internal const string Query = """
            create or replace function search_query(typed text, weights text) returns tsquery language plpgsql immutable strict parallel safe as $$
            declare
                typed_words text[] := (string_to_array(trim(search_folded(left(typed, 200))), ' '))[1:10];
                word text;
                place int := 0;
                suffix text := case when weights = '' then '' else ':' || weights end;
                form tsquery;
                stem tsquery;
                wanted tsquery;
            begin
                foreach word in array typed_words loop
                    place := place + 1;
                    continue when word = '';
                    form := to_tsquery('pg_catalog.simple', quote_literal(word)
                        || case when place = cardinality(typed_words) and (place = 1 or length(word) > 2) then ':*' || weights else suffix end);
                    foreach stem in array array[to_tsquery('pg_catalog.spanish', quote_literal(word) || suffix), to_tsquery('pg_catalog.english', quote_literal(word) || suffix)] loop
                        if stem <> to_tsquery('pg_catalog.simple', quote_literal(word) || suffix) then
                            form := form || stem;
                        end if;
                    end loop;
                    wanted := coalesce(wanted && form, form);
                end loop;
                return wanted;
            end $$;
            """;

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(Query);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                create or replace function search_query(typed text, weights text) returns tsquery language sql immutable strict parallel safe as $$
                    select to_tsquery('pg_catalog.simple', string_agg(quote_literal(word) || ':*' || weights, ' & ')) from unnest(string_to_array(trim(search_folded(left(typed, 200))), ' ')) word where word <> ''
                $$;
                """);

        }
    }
}

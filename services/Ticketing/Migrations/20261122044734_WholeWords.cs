using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Ticketing.Migrations
{
    /// <inheritdoc />
    public partial class WholeWords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What stands between two spaces may be several words to the database, as 66969e45ab, in which it sees a number: all of them belong together,
            // for the index of words too.
            migrationBuilder.Sql("""
                create function search_word(word text, open_end bool, weights text) returns tsquery language plpgsql immutable strict parallel safe as $$
                declare
                    suffix text := case when weights = '' then '' else ':' || weights end;
                    plain tsquery := to_tsquery('pg_catalog.simple', quote_literal(word) || suffix);
                    spanish tsquery := to_tsquery('pg_catalog.spanish', quote_literal(word) || suffix);
                    english tsquery := to_tsquery('pg_catalog.english', quote_literal(word) || suffix);
                    form tsquery := case when open_end then to_tsquery('pg_catalog.simple', quote_literal(word) || ':*' || weights) else plain end;
                begin
                    if numnode(spanish) > 0 and spanish <> plain then
                        form := form || spanish;
                    end if;
                    if numnode(english) > 0 and english <> plain and english <> spanish then
                        form := form || english;
                    end if;
                    return form;
                end $$;

                create or replace function search_query(typed text, weights text) returns tsquery language plpgsql immutable strict parallel safe as $$
                declare
                    typed_words text[] := (string_to_array(trim(search_folded(left(typed, 200))), ' '))[1:10];
                    word text;
                    place int := 0;
                    form tsquery;
                    wanted tsquery;
                begin
                    foreach word in array typed_words loop
                        place := place + 1;
                        form := search_word(word, place = cardinality(typed_words) and (place = 1 or length(word) > 2), weights);
                        continue when numnode(form) = 0;
                        wanted := coalesce(wanted && form, form);
                    end loop;
                    return wanted;
                end $$;

                create or replace function search_outlook(typed text, out asked tsquery, out all_asked bool, out beginning bool, out sampled int, out sampled_of float8) language plpgsql stable strict parallel safe as $$
                declare
                    typed_words text[] := (string_to_array(trim(search_folded(left(typed, 200))), ' '))[1:10];
                    word text;
                    place int := 0;
                    open_end bool;
                    query tsquery;
                    queries tsquery[] := '{}';
                    counts int[] := '{}';
                    everything tsquery;
                begin
                    foreach word in array typed_words loop
                        place := place + 1;
                        open_end := place = cardinality(typed_words) and (place = 1 or length(word) > 2);
                        query := search_word(word, open_end, '');
                        continue when numnode(query) = 0;
                        queries := queries || query;
                        everything := coalesce(everything && query, query);
                    end loop;
                    if everything is null then
                        return;
                    end if;
                    select greatest(c.reltuples, 0) / 256 into sampled_of from pg_class c where c.oid = 'search_words'::regclass;
                    asked := everything;
                    if cardinality(queries) > 1 then
                        foreach query in array queries loop
                            counts := counts || search_sampled(query);
                            -- A word that hardly any ticket has says enough, whatever the others are.
                            if counts[cardinality(counts)] <= 4 then
                                asked := query;
                                all_asked := false;
                                beginning := false;
                                sampled := counts[cardinality(counts)];
                                return;
                            end if;
                        end loop;
                        -- Beside a rare word a frequent one costs the index more than it spares, as does a beginning that many words have.
                        asked := null;
                        for i in 1 .. cardinality(queries) loop
                            continue when counts[i] > 8 * (select min(n) from unnest(counts) n) + 8 or counts[i] > 200 and open_end and i = cardinality(queries);
                            asked := coalesce(asked && queries[i], queries[i]);
                        end loop;
                    end if;
                    all_asked := asked = everything;
                    beginning := open_end and cardinality(queries) = 1;
                    sampled := search_sampled(asked);
                end $$;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop function search_outlook;");
            migrationBuilder.Sql(Faceted.Outlook);
            migrationBuilder.Sql(SearchQuery.Query);
            migrationBuilder.Sql("drop function search_word;");
        }
    }
}

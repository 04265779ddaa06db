using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Ticketing.Migrations
{
    /// <inheritdoc />
    public partial class Sampled : Migration
    {
        /// <summary>What the index of words knew of a ticket beside its words until lists had a part of their own in it.</summary>
        internal const string Facets = """
        create function search_facets(tags text[], category uuid, area uuid, priority smallint) returns text[] language sql immutable parallel safe as $$
            select tags || array['c:' || category::text, 'a:' || area::text, 'p:' || priority::text]
        $$;
        set local maintenance_work_mem = '256MB';
        create index ix_search_words_facets on search_words using gin (words, search_facets(tags, category_id, area_id, priority)) with (gin_pending_list_limit = 256);
        set local maintenance_work_mem to default;
        """;

        /// <summary>How a search decided its way until it asked for weeks too.</summary>
        internal const string Outlook = """
        create function search_outlook(typed text, out asked tsquery, out all_asked bool, out asked_share float8, out share float8, out tickets float8) language plpgsql stable strict parallel safe as $$
        declare
            typed_words text[] := (string_to_array(trim(search_folded(left(typed, 200))), ' '))[1:10];
            word text;
            place int := 0;
            forms text[];
            beginning bool;
            query tsquery;
            queries tsquery[] := '{}';
            counts int[] := '{}';
            everything tsquery;
            sample float8;
        begin
            select greatest(c.reltuples, 0), greatest(c.reltuples, 0) / 256 into tickets, sample from pg_class c where c.oid = 'search_words'::regclass;
            foreach word in array typed_words loop
                place := place + 1;
                forms := tsvector_to_array(to_tsvector('pg_catalog.simple', word) || to_tsvector('pg_catalog.spanish', word) || to_tsvector('pg_catalog.english', word));
                continue when cardinality(forms) = 0;
                beginning := place = cardinality(typed_words) and (place = 1 or length(word) > 2);
                query := to_tsquery('pg_catalog.simple', (select string_agg(quote_literal(f) || case when beginning and f = any (tsvector_to_array(to_tsvector('pg_catalog.simple', word))) then ':*' else '' end, ' | ') from unnest(forms) f));
                queries := queries || query;
                everything := coalesce(everything && query, query);
            end loop;
            if everything is null then
                return;
            end if;
            asked := everything;
            if cardinality(queries) > 1 then
                foreach query in array queries loop
                    counts := counts || search_sampled(query);
                    -- A word that hardly any ticket has says enough, whatever the others are.
                    if counts[cardinality(counts)] <= 4 then
                        asked := query;
                        all_asked := false;
                        asked_share := least((counts[cardinality(counts)] + 1) / (sample + 1), 1);
                        share := asked_share;
                        return;
                    end if;
                end loop;
                -- Beside a rare word a frequent one costs the index more than it spares, as does a beginning that many words have.
                asked := null;
                for i in 1 .. cardinality(queries) loop
                    continue when counts[i] > 8 * (select min(n) from unnest(counts) n) + 8 or counts[i] = 400 and beginning and i = cardinality(queries);
                    asked := coalesce(asked && queries[i], queries[i]);
                end loop;
            end if;
            share := least((search_sampled(everything) + 1) / (sample + 1), 1);
            all_asked := asked = everything;
            asked_share := case when all_asked then share else least((search_sampled(asked) + 1) / (sample + 1), 1) end;
        end $$;
        """;

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_search_words_words",
                table: "search_words");

            migrationBuilder.CreateIndex(
                name: "ix_ticket_open_by_area",
                table: "ticket",
                columns: new[] { "area_id", "updated_at", "id" },
                filter: "status <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "ix_ticket_open_by_category",
                table: "ticket",
                columns: new[] { "category_id", "updated_at", "id", "area_id" },
                filter: "status <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "ix_ticket_open_by_urgency",
                table: "ticket",
                columns: new[] { "priority", "updated_at", "id" },
                filter: "status <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "ix_search_words_sampled",
                table: "search_words",
                column: "words",
                filter: "get_byte(uuid_send(ticket_id), 15) = 0")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:StorageParameter:gin_pending_list_limit", 64);

            // What seldom changes stands in the index of words too, so that it finds what a list asks for and not all that has the words.
            migrationBuilder.Sql(Facets);

            // What a search does no longer depends on what the database has counted, and a plan is sooner made without.
            migrationBuilder.Sql("""
                alter table search_words alter words set statistics 0;
                drop function search_outlook;
                create function search_sampled(wanted tsquery) returns int language plpgsql stable strict parallel safe
                    set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
                begin
                    return (select count(*) from (select from search_words where words @@ wanted and get_byte(uuid_send(ticket_id), 15) = 0 limit 400) found);
                end $$;
                """);
            migrationBuilder.Sql(Outlook);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                drop function search_outlook, search_sampled;
                drop index ix_search_words_facets;
                drop function search_facets;
                alter table search_words alter words set statistics 300;
                """);
            migrationBuilder.Sql(Listed.Outlook);

            migrationBuilder.DropIndex(
                name: "ix_ticket_open_by_area",
                table: "ticket");

            migrationBuilder.DropIndex(
                name: "ix_ticket_open_by_category",
                table: "ticket");

            migrationBuilder.DropIndex(
                name: "ix_ticket_open_by_urgency",
                table: "ticket");

            migrationBuilder.DropIndex(
                name: "ix_search_words_sampled",
                table: "search_words");

            migrationBuilder.CreateIndex(
                name: "ix_search_words_words",
                table: "search_words",
                column: "words")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:StorageParameter:gin_pending_list_limit", 256);
        }
    }
}

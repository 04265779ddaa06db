using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Ticketing.Migrations
{
    /// <inheritdoc />
    public partial class Faceted : Migration
    {
        internal const string Outlook = """
            create function search_outlook(typed text, out asked tsquery, out all_asked bool, out beginning bool, out sampled int, out sampled_of float8) language plpgsql stable strict parallel safe as $$
            declare
                typed_words text[] := (string_to_array(trim(search_folded(left(typed, 200))), ' '))[1:10];
                word text;
                place int := 0;
                forms text[];
                open_end bool;
                query tsquery;
                queries tsquery[] := '{}';
                counts int[] := '{}';
                everything tsquery;
            begin
                foreach word in array typed_words loop
                    place := place + 1;
                    forms := tsvector_to_array(to_tsvector('pg_catalog.simple', word) || to_tsvector('pg_catalog.spanish', word) || to_tsvector('pg_catalog.english', word));
                    continue when cardinality(forms) = 0;
                    open_end := place = cardinality(typed_words) and (place = 1 or length(word) > 2);
                    query := to_tsquery('pg_catalog.simple', (select string_agg(quote_literal(f) || case when open_end and f = any (tsvector_to_array(to_tsvector('pg_catalog.simple', word))) then ':*' else '' end, ' | ') from unnest(forms) f));
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
            """;

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                drop index ix_search_words_facets;
                drop function search_facets;

                create function search_facets(said text[]) returns int[] language sql immutable strict parallel safe as $$
                    select coalesce(array_agg(('x' || left(md5(facet), 8))::bit(32)::int), '{}') from unnest(said) facet where facet is not null
                $$;

                create function search_ticket_facets(id uuid, tags text[], category uuid, area uuid, priority smallint, assignee uuid, customer uuid, updated timestamptz, opened timestamptz)
                returns int[] language sql immutable parallel safe as $$
                    select search_facets(tags
                        || array['c:' || category, 'a:' || area, 'p:' || priority, 'u:' || coalesce(assignee::text, 'nobody'), 'k:' || customer, case when get_byte(uuid_send(id), 15) < 8 then 'sampled:' end]
                        || array(select what || '/' || span || ':' || floor(extract(epoch from at) / (86400 * days)) from (values ('u', updated), ('o', opened), ('o' || priority, opened)) t (what, at), (values (0, 1), (1, 7), (2, 112), (3, 1792)) s (span, days)))
                $$;

                -- Columns, and no expressions in the index: only so a change of what they do not hold, as of the hour or from one open status to another, leaves the index as it is.
                alter table search_words
                    add open boolean not null generated always as (status <> 'Closed') stored,
                    add facets int[] not null generated always as (search_ticket_facets(ticket_id, tags, category_id, area_id, priority, assignee_id, customer_id, updated_at, opened_at)) stored;
                alter table search_words alter facets set statistics 0;
                set local maintenance_work_mem = '256MB';
                create index ix_search_words_facets on search_words using gin (words, facets) with (gin_pending_list_limit = 256);
                create index ix_search_words_open on search_words using gin (words, facets) with (gin_pending_list_limit = 64) where open;
                set local maintenance_work_mem to default;

                drop function search_outlook;
                """);
            migrationBuilder.Sql(Outlook);

            migrationBuilder.DropIndex(
                name: "ix_ticket_assignee_id_updated_at_id_area_id",
                table: "ticket");

            migrationBuilder.CreateIndex(
                name: "ix_ticket_assignee_id_updated_at_id_area_id",
                table: "ticket",
                columns: new[] { "assignee_id", "updated_at", "id", "area_id" })
                .Annotation("Npgsql:IndexInclude", new[] { "priority", "opened_at", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_ticket_sampled_by_age",
                table: "ticket",
                columns: new[] { "opened_at", "id" },
                filter: "get_byte(uuid_send(id), 15) < 16");

            migrationBuilder.CreateIndex(
                name: "ix_ticket_sampled_by_priority",
                table: "ticket",
                columns: new[] { "priority", "opened_at", "id" },
                descending: new[] { true, false, false },
                filter: "get_byte(uuid_send(id), 15) < 16");

            migrationBuilder.CreateIndex(
                name: "ix_ticket_sampled_by_update",
                table: "ticket",
                columns: new[] { "updated_at", "id" },
                filter: "get_byte(uuid_send(id), 15) < 16");

            migrationBuilder.CreateIndex(
                name: "ix_search_words_some",
                table: "search_words",
                column: "words",
                filter: "get_byte(uuid_send(ticket_id), 15) < 4")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:StorageParameter:gin_pending_list_limit", 64);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                drop function search_outlook;
                alter table search_words drop facets, drop open;
                drop function search_ticket_facets, search_facets;
                """);
            migrationBuilder.Sql(Sampled.Facets);
            migrationBuilder.Sql(Sampled.Outlook);

            migrationBuilder.DropIndex(
                name: "ix_ticket_assignee_id_updated_at_id_area_id",
                table: "ticket");

            migrationBuilder.DropIndex(
                name: "ix_ticket_sampled_by_age",
                table: "ticket");

            migrationBuilder.DropIndex(
                name: "ix_ticket_sampled_by_priority",
                table: "ticket");

            migrationBuilder.DropIndex(
                name: "ix_ticket_sampled_by_update",
                table: "ticket");

            migrationBuilder.DropIndex(
                name: "ix_search_words_some",
                table: "search_words");

            migrationBuilder.CreateIndex(
                name: "ix_ticket_assignee_id_updated_at_id_area_id",
                table: "ticket",
                columns: new[] { "assignee_id", "updated_at", "id", "area_id" });
        }
    }
}

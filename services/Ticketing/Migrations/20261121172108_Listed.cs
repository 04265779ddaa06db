using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Ticketing.Migrations
{
    /// <inheritdoc />
    public partial class Listed : Migration
    {
        /// <summary>How a search decided its way until tickets were sampled for it.</summary>
        internal const string Outlook = """
        create function search_outlook(typed text, out asked text, out asked_share float8, out share float8, out tickets float8) language plpgsql stable strict parallel safe as $$
        declare
            typed_words text[] := (string_to_array(trim(search_folded(left(typed, 200))), ' '))[1:10];
            counted text[];
            shares float4[];
            least_share float8;
            word text;
            place int := 0;
            forms text[];
            part float8;
            queries tsquery[] := '{}';
            parts float8[] := '{}';
            rarest float8 := 0.05;
            wanted tsquery;
            beginning bool := false;
        begin
            select s.most_common_elems::text::text[], s.most_common_elem_freqs into counted, shares from pg_stats s where s.schemaname = current_schema and s.tablename = 'search_words' and s.attname = 'words';
            select greatest(c.reltuples, 0) into tickets from pg_class c where c.oid = 'search_words'::regclass;
            -- After the shares of the words stands the least of them: what is not among them is rarer.
            least_share := coalesce(shares[cardinality(counted) + 1] / 2, 0.001);
            foreach word in array typed_words loop
                place := place + 1;
                forms := tsvector_to_array(to_tsvector('pg_catalog.simple', word) || to_tsvector('pg_catalog.spanish', word) || to_tsvector('pg_catalog.english', word));
                continue when cardinality(forms) = 0;
                beginning := place = cardinality(typed_words) and (place = 1 or length(word) > 2);
                part := coalesce((select sum(shares[array_position(counted, f)]) from unnest(forms) f), 0);
                if beginning then
                    part := part + coalesce((select sum(shares[e.n]) from unnest(counted) with ordinality e(form, n) where starts_with(e.form, word) and e.form <> all (forms)), 0);
                end if;
                part := least(greatest(part, least_share), 1);
                share := coalesce(share, 1) * part;
                parts := parts || part;
                queries := queries || to_tsquery('pg_catalog.simple', (select string_agg(quote_literal(f) || case when beginning and f = any (tsvector_to_array(to_tsvector('pg_catalog.simple', word))) then ':*' else '' end, ' | ') from unnest(forms) f));
                if not beginning then
                    rarest := least(rarest, part);
                end if;
            end loop;
            asked_share := 1;
            for i in 1 .. cardinality(parts) - beginning::int loop
                continue when parts[i] > 8 * rarest;
                wanted := coalesce(wanted && queries[i], queries[i]);
                asked_share := asked_share * parts[i];
            end loop;
            -- Few tickets are sooner looked at than a beginning is gathered, of which nobody knows how many words have it.
            if beginning and (wanted is null or asked_share * tickets > 3000 and parts[cardinality(parts)] <= 0.2) then
                wanted := coalesce(wanted && queries[cardinality(parts)], queries[cardinality(parts)]);
                asked_share := asked_share * parts[cardinality(parts)];
            end if;
            asked := wanted::text;
        end $$;
        """;

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_ticket_assignee_id_updated_at_id",
                table: "ticket");

            migrationBuilder.DropIndex(
                name: "ix_ticket_category_id_updated_at_id",
                table: "ticket");

            // A table that is written anew is soon done; if every row were changed, each would be sorted into the index of words again.
            migrationBuilder.Sql("""
                drop trigger search_message on message;
                drop trigger search_subject on ticket;
                create table search_words_listed with (fillfactor = 85) as
                    select w.ticket_id, w.words, t.status, t.priority, t.area_id, t.category_id, t.customer_id, t.assignee_id, t.opened_at, t.updated_at, t.waiting_since, t.tags
                    from search_words w join ticket t on t.id = w.ticket_id;
                drop table search_words;
                alter table search_words_listed rename to search_words;
                alter table search_words
                    alter words set not null, alter status set not null, alter priority set not null, alter area_id set not null, alter category_id set not null,
                    alter opened_at set not null, alter updated_at set not null, alter tags set not null,
                    add constraint pk_search_words primary key (ticket_id),
                    add constraint fk_search_words_ticket_ticket_id foreign key (ticket_id) references ticket (id) on delete cascade;
                -- What the database counts of words tells how to search for them: the more it counts, the rarer a word it knows.
                alter table search_words alter words set statistics 300;
                set local maintenance_work_mem = '256MB';
                create index ix_search_words_words on search_words using gin (words) with (gin_pending_list_limit = 256);
                set local maintenance_work_mem to default;
                analyze search_words;

                create or replace function search_message() returns trigger language plpgsql as $$
                declare
                    said tsvector := search_words(new.text, case new.kind when 'InternalNote' then 'D' else 'B' end::"char");
                begin
                    update search_words set words = words || said where ticket_id = new.ticket_id and length(words) < 5000;
                    if not found then
                        insert into search_words (ticket_id, words, status, priority, area_id, category_id, customer_id, assignee_id, opened_at, updated_at, waiting_since, tags)
                        select id, search_head(number, subject, customer_name, customer_email) || said, status, priority, area_id, category_id, customer_id, assignee_id, opened_at, updated_at, waiting_since, tags
                        from ticket where id = new.ticket_id on conflict do nothing;
                    end if;
                    return null;
                end $$;
                create trigger search_message after insert on message for each row when (new.text <> '') execute function search_message();
                create trigger search_subject after update of subject on ticket for each row when (old.subject <> new.subject) execute function search_subject();

                create function search_listed() returns trigger language plpgsql as $$
                begin
                    update search_words set (status, priority, area_id, category_id, customer_id, assignee_id, updated_at, waiting_since, tags)
                        = (new.status, new.priority, new.area_id, new.category_id, new.customer_id, new.assignee_id, new.updated_at, new.waiting_since, new.tags) where ticket_id = new.id;
                    return null;
                end $$;
                create trigger search_listed after update on ticket for each row
                    when ((old.status, old.priority, old.area_id, old.category_id, old.customer_id, old.assignee_id, old.updated_at, old.waiting_since, old.tags)
                        is distinct from (new.status, new.priority, new.area_id, new.category_id, new.customer_id, new.assignee_id, new.updated_at, new.waiting_since, new.tags))
                    execute function search_listed();
                """);

            // How many tickets have what is typed, by what the database has counted; and which of the words to ask the index for, with how many
            // tickets have those. Beside a rare word a frequent one costs the index more than it spares, as does a beginning that many words have.
            migrationBuilder.Sql("drop function search_rare_words(text)");
            migrationBuilder.Sql(Outlook);

            migrationBuilder.CreateIndex(
                name: "ix_ticket_assignee_id_updated_at_id_area_id",
                table: "ticket",
                columns: new[] { "assignee_id", "updated_at", "id", "area_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ticket_category_id_updated_at_id_area_id",
                table: "ticket",
                columns: new[] { "category_id", "updated_at", "id", "area_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ticket_open_by_assignee",
                table: "ticket",
                columns: new[] { "assignee_id", "updated_at", "id" },
                filter: "status <> 'Closed'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_ticket_assignee_id_updated_at_id_area_id",
                table: "ticket");

            migrationBuilder.DropIndex(
                name: "ix_ticket_category_id_updated_at_id_area_id",
                table: "ticket");

            migrationBuilder.DropIndex(
                name: "ix_ticket_open_by_assignee",
                table: "ticket");

            migrationBuilder.Sql("""
                drop trigger search_listed on ticket;
                drop function search_listed, search_outlook;
                create or replace function search_message() returns trigger language plpgsql as $$
                declare
                    said tsvector := search_words(new.text, case new.kind when 'InternalNote' then 'D' else 'B' end::"char");
                begin
                    update search_words set words = words || said where ticket_id = new.ticket_id and length(words) < 5000;
                    if not found then
                        insert into search_words (ticket_id, words)
                        select id, search_head(number, subject, customer_name, customer_email) || said from ticket where id = new.ticket_id on conflict do nothing;
                    end if;
                    return null;
                end $$;
                create function search_rare_words(typed text) returns tsquery language plpgsql stable strict parallel safe as $$
                declare
                    typed_words text[] := (string_to_array(trim(search_folded(left(typed, 200))), ' '))[1:10];
                    frequent text[] := (select most_common_elems::text::text[] from pg_stats where schemaname = current_schema and tablename = 'search_words' and attname = 'words');
                    word text;
                    forms text[];
                    form tsquery;
                    wanted tsquery;
                begin
                    foreach word in array typed_words[1:cardinality(typed_words) - 1] loop
                        forms := tsvector_to_array(to_tsvector('pg_catalog.simple', word) || to_tsvector('pg_catalog.spanish', word) || to_tsvector('pg_catalog.english', word));
                        continue when cardinality(forms) = 0 or forms && coalesce(frequent, '{}');
                        form := to_tsquery('pg_catalog.simple', (select string_agg(quote_literal(f), ' | ') from unnest(forms) f));
                        wanted := coalesce(wanted && form, form);
                    end loop;
                    return wanted;
                end $$;
                """);

            migrationBuilder.DropColumn(
                name: "area_id",
                table: "search_words");

            migrationBuilder.DropColumn(
                name: "assignee_id",
                table: "search_words");

            migrationBuilder.DropColumn(
                name: "category_id",
                table: "search_words");

            migrationBuilder.DropColumn(
                name: "customer_id",
                table: "search_words");

            migrationBuilder.DropColumn(
                name: "opened_at",
                table: "search_words");

            migrationBuilder.DropColumn(
                name: "priority",
                table: "search_words");

            migrationBuilder.DropColumn(
                name: "status",
                table: "search_words");

            migrationBuilder.DropColumn(
                name: "tags",
                table: "search_words");

            migrationBuilder.DropColumn(
                name: "updated_at",
                table: "search_words");

            migrationBuilder.DropColumn(
                name: "waiting_since",
                table: "search_words");

            migrationBuilder.AlterTable(
                name: "search_words")
                .OldAnnotation("Npgsql:StorageParameter:fillfactor", 85);

            migrationBuilder.CreateIndex(
                name: "ix_ticket_assignee_id_updated_at_id",
                table: "ticket",
                columns: new[] { "assignee_id", "updated_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_ticket_category_id_updated_at_id",
                table: "ticket",
                columns: new[] { "category_id", "updated_at", "id" });
        }
    }
}

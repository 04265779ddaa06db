using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace Helpdesk.Ticketing.Migrations
{
    /// <inheritdoc />
    public partial class Searching : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_ticket_area_id_updated_at",
                table: "ticket");

            migrationBuilder.DropIndex(
                name: "ix_ticket_assignee_id_updated_at",
                table: "ticket");

            migrationBuilder.DropIndex(
                name: "ix_ticket_customer_id_updated_at",
                table: "ticket");

            migrationBuilder.DropIndex(
                name: "ix_ticket_priority_opened_at",
                table: "ticket");

            migrationBuilder.DropIndex(
                name: "ix_ticket_status_updated_at",
                table: "ticket");

            migrationBuilder.DropIndex(
                name: "ix_ticket_updated_at",
                table: "ticket");

            migrationBuilder.DropIndex(
                name: "ix_ticket_words",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "words",
                table: "ticket");

            migrationBuilder.CreateTable(
                name: "search_words",
                columns: table => new
                {
                    ticket_id = table.Column<Guid>(type: "uuid", nullable: false),
                    words = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_words", x => x.ticket_id);
                    table.ForeignKey(
                        name: "fk_search_words_ticket_ticket_id",
                        column: x => x.ticket_id,
                        principalTable: "ticket",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_ticket_area_id_updated_at_id",
                table: "ticket",
                columns: new[] { "area_id", "updated_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_ticket_assignee_id_updated_at_id",
                table: "ticket",
                columns: new[] { "assignee_id", "updated_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_ticket_category_id_updated_at_id",
                table: "ticket",
                columns: new[] { "category_id", "updated_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_ticket_customer_id_updated_at_id",
                table: "ticket",
                columns: new[] { "customer_id", "updated_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_ticket_open_by_age",
                table: "ticket",
                columns: new[] { "opened_at", "id" },
                filter: "status <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "ix_ticket_open_by_priority",
                table: "ticket",
                columns: new[] { "priority", "opened_at", "id" },
                descending: new[] { true, false, false },
                filter: "status <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "ix_ticket_open_by_update",
                table: "ticket",
                columns: new[] { "updated_at", "id" },
                filter: "status <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "ix_ticket_open_counts",
                table: "ticket",
                columns: new[] { "area_id", "assignee_id", "customer_id", "priority", "status" },
                filter: "status <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "ix_ticket_opened_at_id",
                table: "ticket",
                columns: new[] { "opened_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_ticket_priority_opened_at_id",
                table: "ticket",
                columns: new[] { "priority", "opened_at", "id" },
                descending: new[] { true, false, false });

            migrationBuilder.CreateIndex(
                name: "ix_ticket_status_updated_at_id",
                table: "ticket",
                columns: new[] { "status", "updated_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_ticket_unassigned",
                table: "ticket",
                columns: new[] { "updated_at", "id" },
                filter: "status <> 'Closed' and assignee_id is null");

            migrationBuilder.CreateIndex(
                name: "ix_ticket_updated_at_id",
                table: "ticket",
                columns: new[] { "updated_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_ticket_waiting_since_id",
                table: "ticket",
                columns: new[] { "waiting_since", "id" },
                filter: "waiting_since is not null");

            // Folded in PostgreSQL's own terms, without an extension: accents off, lower case, words of letters and digits. What is longer
            // than a word can be is no word, and after five thousand words a ticket takes no more: a tsvector has a largest size.
            migrationBuilder.Sql("""
                create function search_folded(said text) returns text language sql immutable strict parallel safe as $$
                    select regexp_replace(regexp_replace(regexp_replace(lower(normalize(said, NFKD)),
                        '[\u0300-\u036f]+', '', 'g'),
                        '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u3003]+', ' ', 'g'),
                        '[^ ]{41,}', ' ', 'g')
                $$;

                create function search_words(said text, weight "char") returns tsvector language sql immutable strict parallel safe as $$
                    select setweight(as_said || ts_delete(to_tsvector('pg_catalog.spanish', folded), plain) || ts_delete(to_tsvector('pg_catalog.english', folded), plain), weight)
                    from (select folded, to_tsvector('pg_catalog.simple', folded) as as_said, tsvector_to_array(to_tsvector('pg_catalog.simple', folded)) as plain
                          from (select search_folded(said) as folded) f) w
                $$;

                create function search_query(typed text, weights text) returns tsquery language plpgsql immutable strict parallel safe as $$
                declare
                    word text;
                    form tsquery;
                    wanted tsquery;
                    suffix text := case when weights = '' then '' else ':' || weights end;
                begin
                    foreach word in array (string_to_array(trim(search_folded(left(typed, 200))), ' '))[1:10] loop
                        continue when word = '';
                        form := to_tsquery('pg_catalog.simple', quote_literal(word) || ':*' || weights)
                            || to_tsquery('pg_catalog.spanish', quote_literal(word) || suffix) || to_tsquery('pg_catalog.english', quote_literal(word) || suffix);
                        wanted := coalesce(wanted && form, form);
                    end loop;
                    return wanted;
                end $$;

                create function search_head(number text, subject text, customer_name text, customer_email text) returns tsvector language sql immutable parallel safe as $$
                    select search_words(concat_ws(' ', number, subject, customer_name, customer_email), 'A')
                $$;

                create function search_message() returns trigger language plpgsql as $$
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
                create trigger search_message after insert on message for each row when (new.text <> '') execute function search_message();

                create function search_subject() returns trigger language plpgsql as $$
                begin
                    update search_words set words = words || search_words(new.subject, 'A') where ticket_id = new.id and length(words) < 5000;
                    return null;
                end $$;
                create trigger search_subject after update of subject on ticket for each row when (old.subject <> new.subject) execute function search_subject();

                insert into search_words (ticket_id, words)
                select t.id, search_head(t.number, t.subject, t.customer_name, t.customer_email)
                    || search_words(coalesce((select left(string_agg(m.text, ' '), 100000) from message m where m.ticket_id = t.id and m.kind <> 'InternalNote'), ''), 'B')
                    || search_words(coalesce((select left(string_agg(m.text, ' '), 100000) from message m where m.ticket_id = t.id and m.kind = 'InternalNote'), ''), 'D')
                from ticket t;
                """);

            migrationBuilder.CreateIndex(
                name: "ix_search_words_words",
                table: "search_words",
                column: "words")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:StorageParameter:gin_pending_list_limit", 256);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                drop trigger search_subject on ticket;
                drop trigger search_message on message;
                drop function search_subject, search_message, search_head, search_query, search_words, search_folded;
                """);

            migrationBuilder.DropTable(
                name: "search_words");

            migrationBuilder.DropIndex(
                name: "ix_ticket_area_id_updated_at_id",
                table: "ticket");

            migrationBuilder.DropIndex(
                name: "ix_ticket_assignee_id_updated_at_id",
                table: "ticket");

            migrationBuilder.DropIndex(
                name: "ix_ticket_category_id_updated_at_id",
                table: "ticket");

            migrationBuilder.DropIndex(
                name: "ix_ticket_customer_id_updated_at_id",
                table: "ticket");

            migrationBuilder.DropIndex(
                name: "ix_ticket_open_by_age",
                table: "ticket");

            migrationBuilder.DropIndex(
                name: "ix_ticket_open_by_priority",
                table: "ticket");

            migrationBuilder.DropIndex(
                name: "ix_ticket_open_by_update",
                table: "ticket");

            migrationBuilder.DropIndex(
                name: "ix_ticket_open_counts",
                table: "ticket");

            migrationBuilder.DropIndex(
                name: "ix_ticket_opened_at_id",
                table: "ticket");

            migrationBuilder.DropIndex(
                name: "ix_ticket_priority_opened_at_id",
                table: "ticket");

            migrationBuilder.DropIndex(
                name: "ix_ticket_status_updated_at_id",
                table: "ticket");

            migrationBuilder.DropIndex(
                name: "ix_ticket_unassigned",
                table: "ticket");

            migrationBuilder.DropIndex(
                name: "ix_ticket_updated_at_id",
                table: "ticket");

            migrationBuilder.DropIndex(
                name: "ix_ticket_waiting_since_id",
                table: "ticket");

            migrationBuilder.AddColumn<NpgsqlTsVector>(
                name: "words",
                table: "ticket",
                type: "tsvector",
                nullable: true,
                computedColumnSql: "to_tsvector('simple', number || ' ' || subject || ' ' || customer_name || ' ' || customer_email)",
                stored: true);

            migrationBuilder.CreateIndex(
                name: "ix_ticket_area_id_updated_at",
                table: "ticket",
                columns: new[] { "area_id", "updated_at" });

            migrationBuilder.CreateIndex(
                name: "ix_ticket_assignee_id_updated_at",
                table: "ticket",
                columns: new[] { "assignee_id", "updated_at" });

            migrationBuilder.CreateIndex(
                name: "ix_ticket_customer_id_updated_at",
                table: "ticket",
                columns: new[] { "customer_id", "updated_at" });

            migrationBuilder.CreateIndex(
                name: "ix_ticket_priority_opened_at",
                table: "ticket",
                columns: new[] { "priority", "opened_at" });

            migrationBuilder.CreateIndex(
                name: "ix_ticket_status_updated_at",
                table: "ticket",
                columns: new[] { "status", "updated_at" });

            migrationBuilder.CreateIndex(
                name: "ix_ticket_updated_at",
                table: "ticket",
                column: "updated_at");

            migrationBuilder.CreateIndex(
                name: "ix_ticket_words",
                table: "ticket",
                column: "words")
                .Annotation("Npgsql:IndexMethod", "gin");
        }
    }
}

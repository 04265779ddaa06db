using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Ticketing.Migrations
{
    /// <inheritdoc />
    public partial class Alike : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "fingerprint",
                table: "spent_key");

            migrationBuilder.DropColumn(
                name: "ticket_id",
                table: "spent_key");
            // The words but the last that few tickets hold, by what the database has counted; null when there are none. A search asks the index for them alone.
            migrationBuilder.Sql("""
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop function search_rare_words(text)");

            migrationBuilder.AddColumn<byte[]>(
                name: "fingerprint",
                table: "spent_key",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ticket_id",
                table: "spent_key",
                type: "uuid",
                nullable: true);
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Ticketing.Migrations
{
    /// <inheritdoc />
    public partial class CustomerVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "customer_version",
                table: "timeline_entry",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "customer_updated_at",
                table: "ticket",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<long>(
                name: "customer_version",
                table: "ticket",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            // The history tells what a customer could know of each ticket; of one without, its opening is all.
            migrationBuilder.Sql("""
                update timeline_entry set customer_version = known.n from (
                    select ticket_id, version, row_number() over (partition by ticket_id order by version) as n from timeline_entry
                    where kind not in ('NoteAdded', 'TagsChanged', 'Linked', 'Unlinked', 'MergedFrom', 'AttachmentsPurgeStarted')) known
                where timeline_entry.ticket_id = known.ticket_id and timeline_entry.version = known.version;
                update ticket set (customer_version, customer_updated_at) = (
                    select coalesce(max(customer_version), 1), coalesce(max(at) filter (where customer_version is not null), ticket.opened_at)
                    from timeline_entry where ticket_id = ticket.id);
                """);

            // Tags are looked for as they are kept, in one form of each letter.
            migrationBuilder.Sql("""
                update ticket set tags = (select array_agg(distinct normalize(tag, nfc) collate "C" order by normalize(tag, nfc) collate "C") from unnest(tags) tag)
                where exists (select from unnest(tags) tag where tag is not nfc normalized);
                insert into tag (name) select normalize(name, nfc) from tag where name is not nfc normalized on conflict do nothing;
                delete from tag where name is not nfc normalized;
                """);

            migrationBuilder.CreateIndex(
                name: "ix_ticket_customer_id_customer_updated_at_id",
                table: "ticket",
                columns: new[] { "customer_id", "customer_updated_at", "id" },
                filter: "customer_id is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_ticket_customer_id_customer_updated_at_id",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "customer_version",
                table: "timeline_entry");

            migrationBuilder.DropColumn(
                name: "customer_updated_at",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "customer_version",
                table: "ticket");
        }
    }
}

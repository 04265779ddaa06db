using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Ticketing.Migrations
{
    /// <inheritdoc />
    public partial class Succession : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "awaits_dispatcher",
                table: "ticket",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "closing_promised_for",
                table: "ticket",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "continued_in_id",
                table: "ticket",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "link_leads_on",
                table: "ticket",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid[]>(
                name: "merged_from",
                table: "ticket",
                type: "uuid[]",
                nullable: false,
                defaultValue: new Guid[0]);

            migrationBuilder.AddColumn<Guid>(
                name: "merged_into_id",
                table: "ticket",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "touched",
                table: "ticket",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "agent_availability",
                columns: table => new
                {
                    agent_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    available = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agent_availability", x => x.agent_id);
                });

            migrationBuilder.CreateTable(
                name: "settings",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: true),
                    close_after = table.Column<TimeSpan>(type: "interval", nullable: true),
                    warn_after = table.Column<TimeSpan>(type: "interval", nullable: true),
                    reopen_window = table.Column<TimeSpan>(type: "interval", nullable: true),
                    purge_after = table.Column<TimeSpan>(type: "interval", nullable: true),
                    agents_see = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ticket_link",
                columns: table => new
                {
                    ticket_id = table.Column<Guid>(type: "uuid", nullable: false),
                    other_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    linked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ticket_link", x => new { x.ticket_id, x.other_id, x.kind });
                });

            migrationBuilder.CreateIndex(
                name: "ix_ticket_untouched",
                table: "ticket",
                columns: new[] { "assignee_id", "id" },
                filter: "status <> 'Closed' and not touched");

            migrationBuilder.CreateIndex(
                name: "ix_ticket_link_other_id",
                table: "ticket_link",
                column: "other_id");

            // What was done and told before these facts were kept stands in the histories.
            migrationBuilder.Sql("""
                update ticket set touched = true from timeline_entry e
                where e.ticket_id = ticket.id and e.actor_id = ticket.assignee_id and e.actor_kind = 'Staff' and e.kind not in ('Assigned', 'Unassigned') and ticket.status <> 'Closed';
                update ticket set closing_promised_for = (
                    select (e.details ->> 'closesAt')::timestamptz from timeline_entry e where e.ticket_id = ticket.id and e.kind = 'ClosingWarned' order by e.version desc limit 1)
                where closing_warned_at is not null;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agent_availability");

            migrationBuilder.DropTable(
                name: "settings");

            migrationBuilder.DropTable(
                name: "ticket_link");

            migrationBuilder.DropIndex(
                name: "ix_ticket_untouched",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "awaits_dispatcher",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "closing_promised_for",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "continued_in_id",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "link_leads_on",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "merged_from",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "merged_into_id",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "touched",
                table: "ticket");
        }
    }
}

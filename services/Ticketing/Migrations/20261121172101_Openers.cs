using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Ticketing.Migrations
{
    /// <inheritdoc />
    public partial class Openers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "opened_by_id",
                table: "ticket",
                type: "uuid",
                nullable: true);

            // The first entry of the history tells it of the tickets that are there.
            migrationBuilder.Sql("""
                update ticket set opened_by_id = entry.actor_id from timeline_entry entry
                where entry.ticket_id = ticket.id and entry.version = 1 and entry.actor_kind = 'Staff';
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "opened_by_id",
                table: "ticket");
        }
    }
}

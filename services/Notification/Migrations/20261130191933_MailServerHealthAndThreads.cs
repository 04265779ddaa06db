using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Notification.Migrations
{
    /// <inheritdoc />
    public partial class MailServerHealthAndThreads : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What waited for the mail server was to be brought forward when that is back; now it stays due.
            migrationBuilder.Sql("update delivery set next_attempt_at = now() where server_silent_at is not null and state = 'Queued'");

            migrationBuilder.DropIndex(
                name: "ix_delivery_waiting",
                table: "delivery");

            migrationBuilder.DropColumn(
                name: "planned_at",
                table: "delivery");

            migrationBuilder.RenameColumn(
                name: "server_silent_at",
                table: "delivery",
                newName: "waiting_since");

            migrationBuilder.AddColumn<string>(
                name: "thread_id",
                table: "delivery",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "thread_id",
                table: "delivery");

            migrationBuilder.RenameColumn(
                name: "waiting_since",
                table: "delivery",
                newName: "server_silent_at");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "planned_at",
                table: "delivery",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_delivery_waiting",
                table: "delivery",
                column: "server_silent_at",
                filter: "server_silent_at is not null");
        }
    }
}

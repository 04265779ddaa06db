using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Notification.Migrations
{
    /// <inheritdoc />
    public partial class OutOfTurn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "planned_at",
                table: "delivery",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "server_silent_at",
                table: "delivery",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_delivery_waiting",
                table: "delivery",
                column: "server_silent_at",
                filter: "server_silent_at is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_delivery_waiting",
                table: "delivery");

            migrationBuilder.DropColumn(
                name: "planned_at",
                table: "delivery");

            migrationBuilder.DropColumn(
                name: "server_silent_at",
                table: "delivery");
        }
    }
}

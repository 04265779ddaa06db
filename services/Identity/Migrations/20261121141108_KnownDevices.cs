using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Identity.Migrations
{
    /// <inheritdoc />
    public partial class KnownDevices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Counts of the past hour, by another key.
            migrationBuilder.Sql("delete from mail_budget");

            migrationBuilder.DropPrimaryKey(
                name: "pk_mail_budget",
                table: "mail_budget");

            migrationBuilder.AddColumn<string>(
                name: "successor",
                table: "refresh_token",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "purpose",
                table: "mail_budget",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "known_failed_count",
                table: "account",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "known_lockout_end",
                table: "account",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "pk_mail_budget",
                table: "mail_budget",
                columns: new[] { "purpose", "recipient" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // Counts of the past hour, by another key.
            migrationBuilder.Sql("delete from mail_budget");

            migrationBuilder.DropPrimaryKey(
                name: "pk_mail_budget",
                table: "mail_budget");

            migrationBuilder.DropColumn(
                name: "successor",
                table: "refresh_token");

            migrationBuilder.DropColumn(
                name: "purpose",
                table: "mail_budget");

            migrationBuilder.DropColumn(
                name: "known_failed_count",
                table: "account");

            migrationBuilder.DropColumn(
                name: "known_lockout_end",
                table: "account");

            migrationBuilder.AddPrimaryKey(
                name: "pk_mail_budget",
                table: "mail_budget",
                column: "recipient");
        }
    }
}

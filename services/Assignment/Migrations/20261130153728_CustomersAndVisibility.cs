using System;
using Helpdesk.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Assignment.Migrations
{
    /// <inheritdoc />
    public partial class CustomersAndVisibility : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "customer_email",
                table: "ticket",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "customer_id",
                table: "ticket",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "canonical_email",
                table: "agent",
                type: "text",
                nullable: true);

            // The rest is filled in by code, which knows IDNA.
            migrationBuilder.Sql($"update agent set canonical_email = {CanonicalEmails.InSql("email")}");

            migrationBuilder.CreateTable(
                name: "settings",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    agents_see = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settings", x => x.id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "settings");

            migrationBuilder.DropColumn(
                name: "customer_email",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "customer_id",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "canonical_email",
                table: "agent");
        }
    }
}

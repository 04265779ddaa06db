using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Ticketing.Migrations
{
    /// <inheritdoc />
    public partial class Covered : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_ticket_area_id_updated_at_id",
                table: "ticket");

            migrationBuilder.DropIndex(
                name: "ix_ticket_updated_at_id",
                table: "ticket");

            migrationBuilder.CreateIndex(
                name: "ix_ticket_area_id_updated_at_id",
                table: "ticket",
                columns: new[] { "area_id", "updated_at", "id" })
                .Annotation("Npgsql:IndexInclude", new[] { "priority", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_ticket_updated_at_id",
                table: "ticket",
                columns: new[] { "updated_at", "id" })
                .Annotation("Npgsql:IndexInclude", new[] { "area_id", "priority", "status" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_ticket_area_id_updated_at_id",
                table: "ticket");

            migrationBuilder.DropIndex(
                name: "ix_ticket_updated_at_id",
                table: "ticket");

            migrationBuilder.CreateIndex(
                name: "ix_ticket_area_id_updated_at_id",
                table: "ticket",
                columns: new[] { "area_id", "updated_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_ticket_updated_at_id",
                table: "ticket",
                columns: new[] { "updated_at", "id" });
        }
    }
}

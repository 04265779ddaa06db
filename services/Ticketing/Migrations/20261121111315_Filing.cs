using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Ticketing.Migrations
{
    /// <inheritdoc />
    public partial class Filing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "last_reply_at",
                table: "ticket",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "reply_count",
                table: "ticket",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string[]>(
                name: "tags",
                table: "ticket",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.CreateTable(
                name: "tag",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tag", x => x.name);
                });

            migrationBuilder.CreateIndex(
                name: "ix_ticket_tags",
                table: "ticket",
                column: "tags")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.Sql("""
                update ticket set reply_count = said.count, last_reply_at = said.last
                from (select ticket_id, count(*)::int as count, max(at) as last from message where kind = 'PublicReply' and position > 1 group by ticket_id) said
                where said.ticket_id = ticket.id;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "tag");

            migrationBuilder.DropIndex(
                name: "ix_ticket_tags",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "last_reply_at",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "reply_count",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "tags",
                table: "ticket");
        }
    }
}

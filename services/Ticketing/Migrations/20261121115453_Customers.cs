using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Ticketing.Migrations
{
    /// <inheritdoc />
    public partial class Customers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "rated_at",
                table: "ticket",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<short>(
                name: "score",
                table: "ticket",
                type: "smallint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "score_comment",
                table: "ticket",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "email_confirmed",
                table: "account",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "canned_reply",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    area_id = table.Column<Guid>(type: "uuid", nullable: true),
                    title = table.Column<string>(type: "text", nullable: false),
                    text_es = table.Column<string>(type: "text", nullable: true),
                    text_en = table.Column<string>(type: "text", nullable: true),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_canned_reply", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "draft",
                columns: table => new
                {
                    ticket_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_draft", x => new { x.ticket_id, x.account_id });
                    table.ForeignKey(
                        name: "fk_draft_ticket_ticket_id",
                        column: x => x.ticket_id,
                        principalTable: "ticket",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "kept_answer",
                columns: table => new
                {
                    key = table.Column<byte[]>(type: "bytea", nullable: false),
                    fingerprint = table.Column<byte[]>(type: "bytea", nullable: false),
                    forget_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: true),
                    location = table.Column<string>(type: "text", nullable: true),
                    content_type = table.Column<string>(type: "text", nullable: true),
                    sealed_body = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kept_answer", x => x.key);
                });

            migrationBuilder.CreateIndex(
                name: "ix_canned_reply_title_id",
                table: "canned_reply",
                columns: new[] { "title", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_draft_updated_at",
                table: "draft",
                column: "updated_at");

            migrationBuilder.CreateIndex(
                name: "ix_kept_answer_forget_at",
                table: "kept_answer",
                column: "forget_at");

            // Who confirms an address gets what was opened with it, in whichever case it was typed; and what is opened later.
            migrationBuilder.Sql("""
                create index ix_ticket_unclaimed on ticket (lower(customer_email)) where customer_id is null;
                create index ix_account_address on account (lower(email)) where email_confirmed and active;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop index ix_ticket_unclaimed; drop index ix_account_address;");

            migrationBuilder.DropTable(
                name: "canned_reply");

            migrationBuilder.DropTable(
                name: "draft");

            migrationBuilder.DropTable(
                name: "kept_answer");

            migrationBuilder.DropColumn(
                name: "rated_at",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "score",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "score_comment",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "email_confirmed",
                table: "account");
        }
    }
}

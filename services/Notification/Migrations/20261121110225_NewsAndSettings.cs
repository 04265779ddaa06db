using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Notification.Migrations
{
    /// <inheritdoc />
    public partial class NewsAndSettings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "ticket_number",
                table: "delivery",
                type: "text",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AlterColumn<Guid>(
                name: "ticket_id",
                table: "delivery",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<string>(
                name: "cause",
                table: "delivery",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "recipient_id",
                table: "delivery",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "account",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    email = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    roles = table.Column<string[]>(type: "text[]", nullable: false),
                    active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "agent_areas",
                columns: table => new
                {
                    agent_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    area_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agent_areas", x => x.agent_id);
                });

            migrationBuilder.CreateTable(
                name: "bounce",
                columns: table => new
                {
                    address = table.Column<string>(type: "text", nullable: false),
                    refusals = table.Column<int>(type: "integer", nullable: false),
                    last_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bounce", x => x.address);
                });

            migrationBuilder.CreateTable(
                name: "news",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    ticket_number = table.Column<string>(type: "text", nullable: false),
                    ticket_subject = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    delivery_id = table.Column<Guid>(type: "uuid", nullable: true),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_news", x => x.id);
                    table.ForeignKey(
                        name: "fk_news_delivery_delivery_id",
                        column: x => x.delivery_id,
                        principalTable: "delivery",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "preference",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    manner = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_preference", x => new { x.account_id, x.kind });
                });

            migrationBuilder.CreateTable(
                name: "settings",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: true),
                    zone = table.Column<string>(type: "text", nullable: true),
                    language = table.Column<string>(type: "text", nullable: true),
                    close_after = table.Column<TimeSpan>(type: "interval", nullable: true),
                    warn_after = table.Column<TimeSpan>(type: "interval", nullable: true),
                    agents_see = table.Column<string>(type: "text", nullable: true),
                    mail_server = table.Column<string>(type: "text", nullable: true),
                    mail_user = table.Column<string>(type: "text", nullable: true),
                    sealed_mail_password = table.Column<string>(type: "text", nullable: true),
                    mail_from = table.Column<string>(type: "text", nullable: true),
                    mail_sender = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ticket",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    area_id = table.Column<Guid>(type: "uuid", nullable: false),
                    assignee_id = table.Column<Guid>(type: "uuid", nullable: true),
                    customer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    opened_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ticket", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_delivery_recipient_address_created_at",
                table: "delivery",
                columns: new[] { "recipient_address", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_account_roles",
                table: "account",
                column: "roles")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_news_delivery_id",
                table: "news",
                column: "delivery_id");

            migrationBuilder.CreateIndex(
                name: "ix_news_ticket_number",
                table: "news",
                column: "ticket_number");

            migrationBuilder.CreateIndex(
                name: "ix_news_waiting",
                table: "news",
                columns: new[] { "created_at", "account_id" },
                filter: "settled_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_preference_kind_manner",
                table: "preference",
                columns: new[] { "kind", "manner" });

            migrationBuilder.CreateIndex(
                name: "ix_ticket_number",
                table: "ticket",
                column: "number");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account");

            migrationBuilder.DropTable(
                name: "agent_areas");

            migrationBuilder.DropTable(
                name: "bounce");

            migrationBuilder.DropTable(
                name: "news");

            migrationBuilder.DropTable(
                name: "preference");

            migrationBuilder.DropTable(
                name: "settings");

            migrationBuilder.DropTable(
                name: "ticket");

            migrationBuilder.DropIndex(
                name: "ix_delivery_recipient_address_created_at",
                table: "delivery");

            migrationBuilder.DropColumn(
                name: "cause",
                table: "delivery");

            migrationBuilder.DropColumn(
                name: "recipient_id",
                table: "delivery");

            migrationBuilder.AlterColumn<string>(
                name: "ticket_number",
                table: "delivery",
                type: "text",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "ticket_id",
                table: "delivery",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);
        }
    }
}

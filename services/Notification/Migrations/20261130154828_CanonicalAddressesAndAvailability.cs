using System;
using Helpdesk.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Notification.Migrations
{
    /// <inheritdoc />
    public partial class CanonicalAddressesAndAvailability : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_delivery_recipient_address_created_at",
                table: "delivery");

            migrationBuilder.AddColumn<string>(
                name: "customer_canonical_email",
                table: "ticket",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "customer_email",
                table: "ticket",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "customer_language",
                table: "ticket",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "customer_name",
                table: "ticket",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "merged_into_id",
                table: "ticket",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "tracking_token",
                table: "ticket",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "unverified",
                table: "ticket",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "canonical_address",
                table: "delivery",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "canonical_email",
                table: "account",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "email_confirmed",
                table: "account",
                type: "boolean",
                nullable: true);

            migrationBuilder.Sql($"update delivery set canonical_address = {CanonicalEmails.InSql("recipient_address")}");
            migrationBuilder.Sql($"update account set canonical_email = {CanonicalEmails.InSql("email")}");

            migrationBuilder.CreateTable(
                name: "agent_availability",
                columns: table => new
                {
                    agent_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    available = table.Column<bool>(type: "boolean", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agent_availability", x => x.agent_id);
                });

            migrationBuilder.CreateTable(
                name: "quota",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    resets_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_quota", x => x.key);
                });

            // What strangers caused within this hour stays counted.
            migrationBuilder.Sql("""
                insert into quota (key, count, resets_at)
                select split_part(mailbox, ' ', 1) || ' to anybody: ' || substr(mailbox, strpos(mailbox, ' ') + 1), mails, since + interval '1 hour'
                from strangers_mail
                """);

            migrationBuilder.DropTable(
                name: "strangers_mail");

            migrationBuilder.CreateIndex(
                name: "ix_ticket_merged_into_id",
                table: "ticket",
                column: "merged_into_id",
                filter: "merged_into_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_delivery_canonical_address_created_at",
                table: "delivery",
                columns: new[] { "canonical_address", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_account_canonical_email",
                table: "account",
                column: "canonical_email");

            migrationBuilder.CreateIndex(
                name: "ix_quota_resets_at",
                table: "quota",
                column: "resets_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agent_availability");

            migrationBuilder.DropTable(
                name: "quota");

            migrationBuilder.DropIndex(
                name: "ix_ticket_merged_into_id",
                table: "ticket");

            migrationBuilder.DropIndex(
                name: "ix_delivery_canonical_address_created_at",
                table: "delivery");

            migrationBuilder.DropIndex(
                name: "ix_account_canonical_email",
                table: "account");

            migrationBuilder.DropColumn(
                name: "customer_canonical_email",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "customer_email",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "customer_language",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "customer_name",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "merged_into_id",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "tracking_token",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "unverified",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "canonical_address",
                table: "delivery");

            migrationBuilder.DropColumn(
                name: "canonical_email",
                table: "account");

            migrationBuilder.DropColumn(
                name: "email_confirmed",
                table: "account");

            migrationBuilder.CreateTable(
                name: "strangers_mail",
                columns: table => new
                {
                    mailbox = table.Column<string>(type: "text", nullable: false),
                    mails = table.Column<int>(type: "integer", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_strangers_mail", x => x.mailbox);
                });

            migrationBuilder.CreateIndex(
                name: "ix_delivery_recipient_address_created_at",
                table: "delivery",
                columns: new[] { "recipient_address", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_strangers_mail_since",
                table: "strangers_mail",
                column: "since");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Identity.Migrations
{
    /// <inheritdoc />
    public partial class CanonicalEmailsAndQuotas : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mail_budget");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "authenticated_at",
                table: "session",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AlterColumn<string>(
                name: "normalized_user_name",
                table: "account",
                type: "character varying(318)",
                maxLength: 318,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(256)",
                oldMaxLength: 256,
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "normalized_email",
                table: "account",
                type: "character varying(318)",
                maxLength: 318,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(256)",
                oldMaxLength: 256,
                oldNullable: true);

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

            migrationBuilder.CreateIndex(
                name: "ix_quota_resets_at",
                table: "quota",
                column: "resets_at");

            // The canonical forms are filled in by code, after the migrations: what has none yet is to be done (CanonicalAccounts).
            migrationBuilder.Sql("""
                update account set normalized_email = null, normalized_user_name = null;
                update session set authenticated_at = started_at;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("update account set normalized_email = upper(email), normalized_user_name = upper(email);");

            migrationBuilder.DropTable(
                name: "quota");

            migrationBuilder.DropColumn(
                name: "authenticated_at",
                table: "session");

            migrationBuilder.AlterColumn<string>(
                name: "normalized_user_name",
                table: "account",
                type: "character varying(256)",
                maxLength: 256,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(318)",
                oldMaxLength: 318,
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "normalized_email",
                table: "account",
                type: "character varying(256)",
                maxLength: 256,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(318)",
                oldMaxLength: 318,
                oldNullable: true);

            migrationBuilder.CreateTable(
                name: "mail_budget",
                columns: table => new
                {
                    purpose = table.Column<string>(type: "text", nullable: false),
                    recipient = table.Column<string>(type: "text", nullable: false),
                    mails = table.Column<int>(type: "integer", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mail_budget", x => new { x.purpose, x.recipient });
                });

            migrationBuilder.CreateIndex(
                name: "ix_mail_budget_since",
                table: "mail_budget",
                column: "since");
        }
    }
}

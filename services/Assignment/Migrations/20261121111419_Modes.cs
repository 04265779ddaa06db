using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Assignment.Migrations
{
    /// <inheritdoc />
    public partial class Modes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_receipt_ticket_id_cause",
                table: "receipt");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "asked_at",
                table: "ticket",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "asks_at",
                table: "ticket",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "cause_version",
                table: "ticket",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<Guid[]>(
                name: "gave_back",
                table: "ticket",
                type: "uuid[]",
                nullable: false,
                defaultValue: new Guid[0]);

            migrationBuilder.AddColumn<Guid>(
                name: "handed_back_by",
                table: "ticket",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "hands_version",
                table: "ticket",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<bool>(
                name: "held",
                table: "ticket",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "pending",
                table: "ticket",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "subject",
                table: "ticket",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "waits",
                table: "ticket",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "cause_version",
                table: "receipt",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<bool>(
                name: "used",
                table: "category",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<TimeSpan>(
                name: "fallback_after",
                table: "area",
                type: "interval",
                nullable: false,
                defaultValue: new TimeSpan(0, 0, 15, 0, 0));

            migrationBuilder.AddColumn<string>(
                name: "hours",
                table: "area",
                type: "json",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "mode",
                table: "area",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "used",
                table: "area",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "availability_version",
                table: "agent",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<bool>(
                name: "available",
                table: "agent",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "away_note",
                table: "agent",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "away_until",
                table: "agent",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "capacity",
                table: "agent",
                type: "integer",
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "title_key",
                table: "category",
                type: "text",
                nullable: true,
                computedColumnSql: "lower(regexp_replace(regexp_replace(normalize(title, NFD), '[\\u0300-\\u036f]', '', 'g'), '\\s+', ' ', 'g'))",
                stored: true,
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true,
                oldComputedColumnSql: "lower(title)",
                oldStored: true);

            migrationBuilder.AlterColumn<string>(
                name: "name_key",
                table: "area",
                type: "text",
                nullable: true,
                computedColumnSql: "lower(regexp_replace(regexp_replace(normalize(name, NFD), '[\\u0300-\\u036f]', '', 'g'), '\\s+', ' ', 'g'))",
                stored: true,
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true,
                oldComputedColumnSql: "lower(name)",
                oldStored: true);

            migrationBuilder.CreateTable(
                name: "absence",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agent_id = table.Column<Guid>(type: "uuid", nullable: false),
                    because = table.Column<string>(type: "text", nullable: false),
                    began_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_absence", x => x.id);
                    table.ForeignKey(
                        name: "fk_absence_agent_agent_id",
                        column: x => x.agent_id,
                        principalTable: "agent",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "change",
                columns: table => new
                {
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    fields = table.Column<string>(type: "json", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change", x => new { x.subject_id, x.version });
                });

            // Nobody wrote down until now where tickets had come, so whatever is there counts as used.
            migrationBuilder.Sql("UPDATE category SET used = true");
            migrationBuilder.Sql("UPDATE area SET used = true");
            migrationBuilder.Sql("""
                INSERT INTO absence (id, agent_id, because, began_at)
                SELECT gen_random_uuid(), id, CASE WHEN active THEN 'not-an-agent' ELSE 'disabled' END, now() FROM agent WHERE NOT (active AND is_agent)
                """);

            migrationBuilder.CreateIndex(
                name: "ix_ticket_waiting",
                table: "ticket",
                columns: new[] { "priority", "opened_at", "id" },
                descending: new[] { true, false, false },
                filter: "waiting_since IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_receipt_ticket_id_cause_cause_version",
                table: "receipt",
                columns: new[] { "ticket_id", "cause", "cause_version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_absence_agent_id_began_at",
                table: "absence",
                columns: new[] { "agent_id", "began_at" });

            migrationBuilder.CreateIndex(
                name: "ix_absence_lasting",
                table: "absence",
                column: "agent_id",
                unique: true,
                filter: "ended_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "absence");

            migrationBuilder.DropTable(
                name: "change");

            migrationBuilder.DropIndex(
                name: "ix_ticket_waiting",
                table: "ticket");

            migrationBuilder.DropIndex(
                name: "ix_receipt_ticket_id_cause_cause_version",
                table: "receipt");

            migrationBuilder.DropColumn(
                name: "asked_at",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "asks_at",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "cause_version",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "gave_back",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "handed_back_by",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "hands_version",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "held",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "pending",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "subject",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "waits",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "cause_version",
                table: "receipt");

            migrationBuilder.DropColumn(
                name: "used",
                table: "category");

            migrationBuilder.DropColumn(
                name: "fallback_after",
                table: "area");

            migrationBuilder.DropColumn(
                name: "hours",
                table: "area");

            migrationBuilder.DropColumn(
                name: "mode",
                table: "area");

            migrationBuilder.DropColumn(
                name: "used",
                table: "area");

            migrationBuilder.DropColumn(
                name: "availability_version",
                table: "agent");

            migrationBuilder.DropColumn(
                name: "available",
                table: "agent");

            migrationBuilder.DropColumn(
                name: "away_note",
                table: "agent");

            migrationBuilder.DropColumn(
                name: "away_until",
                table: "agent");

            migrationBuilder.DropColumn(
                name: "capacity",
                table: "agent");

            migrationBuilder.AlterColumn<string>(
                name: "title_key",
                table: "category",
                type: "text",
                nullable: true,
                computedColumnSql: "lower(title)",
                stored: true,
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true,
                oldComputedColumnSql: "lower(regexp_replace(regexp_replace(normalize(title, NFD), '[\\u0300-\\u036f]', '', 'g'), '\\s+', ' ', 'g'))",
                oldStored: true);

            migrationBuilder.AlterColumn<string>(
                name: "name_key",
                table: "area",
                type: "text",
                nullable: true,
                computedColumnSql: "lower(name)",
                stored: true,
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true,
                oldComputedColumnSql: "lower(regexp_replace(regexp_replace(normalize(name, NFD), '[\\u0300-\\u036f]', '', 'g'), '\\s+', ' ', 'g'))",
                oldStored: true);

            migrationBuilder.CreateIndex(
                name: "ix_receipt_ticket_id_cause",
                table: "receipt",
                columns: new[] { "ticket_id", "cause" },
                unique: true);
        }
    }
}

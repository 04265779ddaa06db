using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Identity.Migrations
{
    /// <inheritdoc />
    public partial class WordsOfTheField : Migration
    {
        static readonly string[] Indexes = ["account_id", "expires_at", "hash", "normalized_email"];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn("known_lockout_end", "account", "known_device_lockout_end");
            migrationBuilder.RenameColumn("known_failed_count", "account", "known_device_failed_count");
            Rename(migrationBuilder, "link", "one_time_link");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn("known_device_lockout_end", "account", "known_lockout_end");
            migrationBuilder.RenameColumn("known_device_failed_count", "account", "known_failed_count");
            Rename(migrationBuilder, "one_time_link", "link");
        }

        static void Rename(MigrationBuilder migrationBuilder, string from, string to)
        {
            migrationBuilder.RenameTable(name: from, newName: to);
            foreach (var index in Indexes)
                migrationBuilder.RenameIndex($"ix_{from}_{index}", $"ix_{to}_{index}", to);
            migrationBuilder.Sql($"alter table {to} rename constraint pk_{from} to pk_{to};");
            migrationBuilder.Sql($"alter table {to} rename constraint fk_{from}_account_account_id to fk_{to}_account_account_id;");
        }
    }
}

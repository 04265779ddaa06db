using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Captcha.Migrations
{
    /// <inheritdoc />
    public partial class ProtectedSaltAndExposedAnswer : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(name: "sealed_salt", table: "challenge", newName: "protected_salt");
            migrationBuilder.RenameColumn(name: "answer_for_tests", table: "challenge", newName: "exposed_answer");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(name: "protected_salt", table: "challenge", newName: "sealed_salt");
            migrationBuilder.RenameColumn(name: "exposed_answer", table: "challenge", newName: "answer_for_tests");
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Captcha.Migrations
{
    /// <inheritdoc />
    public partial class TokenKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "token_keys",
                columns: table => new
                {
                    id = table.Column<short>(type: "smallint", nullable: false),
                    jwks = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_token_keys", x => x.id);
                    table.CheckConstraint("ck_token_keys_one", "id = 1");
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "token_keys");
        }
    }
}

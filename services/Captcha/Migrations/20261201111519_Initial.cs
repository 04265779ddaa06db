using System;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Captcha.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(CaptchaDbContext))]
    [Migration("20261201111519_Initial")]
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void BuildTargetModel(ModelBuilder modelBuilder) =>
            modelBuilder.HasAnnotation("ProductVersion", "10.0.15");

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "challenge",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    protected_salt = table.Column<byte[]>(type: "bytea", nullable: false),
                    answer_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    exposed_answer = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_challenge", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "proof",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    seed = table.Column<string>(type: "text", nullable: false),
                    parts = table.Column<int>(type: "integer", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    solved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proof", x => x.id);
                });

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

            migrationBuilder.CreateIndex(
                name: "ix_challenge_expires_at",
                table: "challenge",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_proof_expires_at",
                table: "proof",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_proof_solved_at",
                table: "proof",
                column: "solved_at",
                filter: "solved_at is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "challenge");

            migrationBuilder.DropTable(
                name: "proof");

            migrationBuilder.DropTable(
                name: "token_keys");
        }
    }
}

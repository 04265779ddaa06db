using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Assignment.Migrations
{
    /// <inheritdoc />
    public partial class RoundRobinStateAndQueueColumns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_round_area_area_id",
                table: "round");

            migrationBuilder.DropPrimaryKey(
                name: "pk_round",
                table: "round");

            migrationBuilder.RenameTable(
                name: "round",
                newName: "round_robin_state");

            migrationBuilder.AddPrimaryKey(
                name: "pk_round_robin_state",
                table: "round_robin_state",
                column: "area_id");

            migrationBuilder.AddForeignKey(
                name: "fk_round_robin_state_area_area_id",
                table: "round_robin_state",
                column: "area_id",
                principalTable: "area",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.RenameColumn(
                name: "waits",
                table: "ticket",
                newName: "wait_count");

            migrationBuilder.RenameColumn(
                name: "hands_version",
                table: "ticket",
                newName: "assignee_version");

            migrationBuilder.RenameColumn(
                name: "gave_back",
                table: "ticket",
                newName: "returned_by");

            migrationBuilder.RenameColumn(
                name: "asks_at",
                table: "ticket",
                newName: "fallback_due_at");

            migrationBuilder.RenameColumn(
                name: "asked_at",
                table: "ticket",
                newName: "dispatchers_asked_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_round_robin_state_area_area_id",
                table: "round_robin_state");

            migrationBuilder.DropPrimaryKey(
                name: "pk_round_robin_state",
                table: "round_robin_state");

            migrationBuilder.RenameTable(
                name: "round_robin_state",
                newName: "round");

            migrationBuilder.AddPrimaryKey(
                name: "pk_round",
                table: "round",
                column: "area_id");

            migrationBuilder.AddForeignKey(
                name: "fk_round_area_area_id",
                table: "round",
                column: "area_id",
                principalTable: "area",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.RenameColumn(
                name: "wait_count",
                table: "ticket",
                newName: "waits");

            migrationBuilder.RenameColumn(
                name: "returned_by",
                table: "ticket",
                newName: "gave_back");

            migrationBuilder.RenameColumn(
                name: "fallback_due_at",
                table: "ticket",
                newName: "asks_at");

            migrationBuilder.RenameColumn(
                name: "dispatchers_asked_at",
                table: "ticket",
                newName: "asked_at");

            migrationBuilder.RenameColumn(
                name: "assignee_version",
                table: "ticket",
                newName: "hands_version");
        }
    }
}

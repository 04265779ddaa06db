using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Notification.Migrations
{
    /// <inheritdoc />
    public partial class TicketsByMailbox : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_ticket_customer_canonical_email",
                table: "ticket",
                column: "customer_canonical_email");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_ticket_customer_canonical_email",
                table: "ticket");
        }
    }
}

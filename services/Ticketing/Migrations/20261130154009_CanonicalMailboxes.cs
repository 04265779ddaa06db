using System;
using Helpdesk.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Ticketing.Migrations
{
    /// <inheritdoc />
    public partial class CanonicalMailboxes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What the rules of the database alone gave to an account, where they took two mailboxes for one.
            migrationBuilder.Sql("""
                drop index ix_ticket_unclaimed;
                drop index ix_account_address;
                update ticket set customer_id = null from account
                where customer_id = account.id and lower(customer_email) = lower(account.email)
                    and translate(customer_email, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')
                        <> translate(account.email, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz');
                """);

            migrationBuilder.AddColumn<string>(
                name: "customer_email_canonical",
                table: "ticket",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "tracking_renewed_at",
                table: "ticket",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "typed_email",
                table: "ticket",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "typed_name",
                table: "ticket",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "verification",
                table: "ticket",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "verification",
                table: "message",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "suspended",
                table: "agent_availability",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "canonical_email",
                table: "account",
                type: "text",
                nullable: true);

            migrationBuilder.Sql($"""
                update account set canonical_email = {CanonicalEmails.InSql("email")};
                update ticket set customer_email_canonical = {CanonicalEmails.InSql("customer_email")};

                create function search_contact() returns trigger language plpgsql as $$
                begin
                    update search_words set words = words || search_words(concat_ws(' ', new.customer_name, new.customer_email), 'A')
                    where ticket_id = new.id and length(words) < 5000;
                    return null;
                end $$;
                create trigger search_contact after update of customer_name, customer_email on ticket for each row
                    when ((old.customer_name, old.customer_email) is distinct from (new.customer_name, new.customer_email))
                    execute function search_contact();
                """);

            migrationBuilder.CreateIndex(
                name: "ix_ticket_unclaimed",
                table: "ticket",
                column: "customer_email_canonical",
                filter: "customer_id is null");

            migrationBuilder.CreateIndex(
                name: "ix_ticket_without_mailbox",
                table: "ticket",
                column: "id",
                filter: "customer_email_canonical is null");

            migrationBuilder.CreateIndex(
                name: "ix_account_mailbox",
                table: "account",
                column: "canonical_email",
                filter: "email_confirmed and active");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop trigger search_contact on ticket; drop function search_contact;");

            migrationBuilder.DropIndex(
                name: "ix_ticket_unclaimed",
                table: "ticket");

            migrationBuilder.DropIndex(
                name: "ix_ticket_without_mailbox",
                table: "ticket");

            migrationBuilder.DropIndex(
                name: "ix_account_mailbox",
                table: "account");

            migrationBuilder.DropColumn(
                name: "customer_email_canonical",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "tracking_renewed_at",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "typed_email",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "typed_name",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "verification",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "verification",
                table: "message");

            migrationBuilder.DropColumn(
                name: "suspended",
                table: "agent_availability");

            migrationBuilder.DropColumn(
                name: "canonical_email",
                table: "account");

            migrationBuilder.Sql("""
                create index ix_ticket_unclaimed on ticket (lower(customer_email)) where customer_id is null;
                create index ix_account_address on account (lower(email)) where email_confirmed and active;
                """);
        }
    }
}

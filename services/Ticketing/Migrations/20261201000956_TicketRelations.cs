using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Ticketing.Migrations
{
    /// <inheritdoc />
    public partial class TicketRelations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameTable(name: "spent_key", newName: "consumed_key");
            migrationBuilder.RenameColumn(name: "forget_at", table: "consumed_key", newName: "expires_at");
            migrationBuilder.RenameIndex(name: "ix_spent_key_forget_at", table: "consumed_key", newName: "ix_consumed_key_expires_at");
            migrationBuilder.Sql("alter table consumed_key rename constraint pk_spent_key to pk_consumed_key");
            migrationBuilder.AddColumn<string>(
                name: "relations", table: "ticket", type: "jsonb", nullable: false, defaultValueSql: "'[]'");
            migrationBuilder.Sql("""
                update ticket set relations =
                    coalesce((select jsonb_agg(jsonb_build_object('kind', 'MergedFrom', 'ticketId', id, 'shownToLink', false) order by place)
                        from unnest(merged_from) with ordinality as merged (id, place)), '[]')
                    || case when merged_into_id is null then '[]' else jsonb_build_array(
                        jsonb_build_object('kind', 'MergedInto', 'ticketId', merged_into_id, 'shownToLink', link_leads_on)) end
                    || case when continued_in_id is null then '[]' else jsonb_build_array(
                        jsonb_build_object('kind', 'ContinuedIn', 'ticketId', continued_in_id, 'shownToLink', false)) end
                where merged_into_id is not null or continued_in_id is not null or merged_from <> '{}'
                """);
            migrationBuilder.Sql("alter function search_outlook(text) rename to search_plan");
            foreach (var column in new[] { "continued_in_id", "link_leads_on", "merged_from", "merged_into_id" })
                migrationBuilder.DropColumn(name: column, table: "ticket");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("alter function search_plan(text) rename to search_outlook");
            migrationBuilder.AddColumn<Guid>(name: "continued_in_id", table: "ticket", type: "uuid", nullable: true);
            migrationBuilder.AddColumn<bool>(
                name: "link_leads_on", table: "ticket", type: "boolean", nullable: false, defaultValue: false);
            migrationBuilder.AddColumn<Guid[]>(
                name: "merged_from", table: "ticket", type: "uuid[]", nullable: false, defaultValue: Array.Empty<Guid>());
            migrationBuilder.AddColumn<Guid>(name: "merged_into_id", table: "ticket", type: "uuid", nullable: true);
            migrationBuilder.Sql("""
                update ticket set
                    merged_from = array(select (x ->> 'ticketId')::uuid from jsonb_array_elements(relations) x where x ->> 'kind' = 'MergedFrom'),
                    merged_into_id = (select (x ->> 'ticketId')::uuid from jsonb_array_elements(relations) x where x ->> 'kind' = 'MergedInto'),
                    link_leads_on = exists (
                        select from jsonb_array_elements(relations) x where x ->> 'kind' = 'MergedInto' and (x ->> 'shownToLink')::bool),
                    continued_in_id = (select (x ->> 'ticketId')::uuid from jsonb_array_elements(relations) x where x ->> 'kind' = 'ContinuedIn')
                where relations <> '[]'
                """);
            migrationBuilder.DropColumn(name: "relations", table: "ticket");
            migrationBuilder.Sql("alter table consumed_key rename constraint pk_consumed_key to pk_spent_key");
            migrationBuilder.RenameIndex(name: "ix_consumed_key_expires_at", table: "consumed_key", newName: "ix_spent_key_forget_at");
            migrationBuilder.RenameColumn(name: "expires_at", table: "consumed_key", newName: "forget_at");
            migrationBuilder.RenameTable(name: "consumed_key", newName: "spent_key");
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpdesk.Notification.Migrations
{
    /// <inheritdoc />
    public partial class DigestItems : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameTable(name: "news", newName: "digest_item");
            migrationBuilder.Sql("alter table digest_item rename constraint pk_news to pk_digest_item;");
            migrationBuilder.Sql("alter table digest_item rename constraint fk_news_delivery_delivery_id to fk_digest_item_delivery_delivery_id;");
            migrationBuilder.Sql("alter index ix_news_delivery_id rename to ix_digest_item_delivery_id;");
            migrationBuilder.Sql("alter index ix_news_ticket_number rename to ix_digest_item_ticket_number;");
            migrationBuilder.Sql("alter index ix_news_waiting rename to ix_digest_item_waiting;");
            migrationBuilder.RenameColumn(name: "manner", table: "preference", newName: "mode");
            migrationBuilder.RenameIndex(name: "ix_preference_kind_manner", table: "preference", newName: "ix_preference_kind_mode");
            migrationBuilder.Sql("update delivery set cause = 'OwnAction' where cause = 'OwnAct';");
            migrationBuilder.Sql("update delivery set cause = 'OptedOut' where cause = 'NotWanted';");
            migrationBuilder.Sql("update delivery set cause = 'Coalesced' where cause = 'ToldTogether';");
            migrationBuilder.Sql("update delivery set cause = 'RateLimited' where cause = 'TooMany';");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("update delivery set cause = 'OwnAct' where cause = 'OwnAction';");
            migrationBuilder.Sql("update delivery set cause = 'NotWanted' where cause = 'OptedOut';");
            migrationBuilder.Sql("update delivery set cause = 'ToldTogether' where cause = 'Coalesced';");
            migrationBuilder.Sql("update delivery set cause = 'TooMany' where cause = 'RateLimited';");
            migrationBuilder.RenameTable(name: "digest_item", newName: "news");
            migrationBuilder.Sql("alter table news rename constraint pk_digest_item to pk_news;");
            migrationBuilder.Sql("alter table news rename constraint fk_digest_item_delivery_delivery_id to fk_news_delivery_delivery_id;");
            migrationBuilder.Sql("alter index ix_digest_item_delivery_id rename to ix_news_delivery_id;");
            migrationBuilder.Sql("alter index ix_digest_item_ticket_number rename to ix_news_ticket_number;");
            migrationBuilder.Sql("alter index ix_digest_item_waiting rename to ix_news_waiting;");
            migrationBuilder.RenameColumn(name: "mode", table: "preference", newName: "manner");
            migrationBuilder.RenameIndex(name: "ix_preference_kind_mode", table: "preference", newName: "ix_preference_kind_manner");
        }
    }
}

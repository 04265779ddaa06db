using Helpdesk.ServiceDefaults.Database;

namespace Helpdesk.ServiceDefaults.Tests;

public sealed class Names_in_the_database
{
    [Theory]
    [InlineData("OpenedAt", "opened_at")]
    [InlineData("Id", "id")]
    [InlineData("PK_Tickets", "pk_tickets")]
    [InlineData("IX_Tickets_AssigneeId_Status", "ix_tickets_assignee_id_status")]
    [InlineData("already_snake", "already_snake")]
    public void Are_spelt_in_snake_case(string name, string expected) => Assert.Equal(expected, SnakeCaseNames.Of(name));
}

using Helpdesk.Api.Accounts;
using Helpdesk.Api.Deliveries;
using Helpdesk.Api.Preferences;
using Helpdesk.Notification.LocalCopies;
using Helpdesk.Notification.Recipients;
using Helpdesk.Notification.Settings;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Notification.Tests;

public sealed class Which_of_the_staff_may_be_told
{
    static readonly Guid Me = Guid.NewGuid();
    static readonly Guid Area = Guid.NewGuid();

    [Theory]
    [InlineData(nameof(AgentsSee.Assigned), true, false, true)]
    [InlineData(nameof(AgentsSee.Assigned), false, true, false)]
    [InlineData(nameof(AgentsSee.TheirAreas), true, false, true)]
    [InlineData(nameof(AgentsSee.TheirAreas), false, true, true)]
    [InlineData(nameof(AgentsSee.TheirAreas), false, false, false)]
    [InlineData(nameof(AgentsSee.Everything), false, false, true)]
    public void G7_an_agent_as_the_installation_lets_agents_see(string see, bool assigned, bool ofTheArea, bool told)
    {
        var refusal = CauseOf(
            Me, Account(true, AccountRoles.Agent), ofTheArea ? [Area] : [Guid.NewGuid()], Ticket(assigned), NotificationKind.CommentAdded,
                Enum.Parse<AgentsSee>(see));
        Assert.Equal(told ? null : DeliveryCause.NoAccess, refusal);
    }

    [Theory]
    [InlineData(AccountRoles.Dispatcher)]
    [InlineData(AccountRoles.Admin)]
    public void G7_who_distributes_tickets_of_every_one(string role) =>
        Assert.Null(CauseOf(Me, Account(true, role), [], null, NotificationKind.AwaitsDispatcher, AgentsSee.Assigned));

    [Theory]
    [InlineData(NotificationKind.CustomerReplied, AccountRoles.Customer)]
    [InlineData(NotificationKind.TicketAssigned)]
    [InlineData(NotificationKind.AwaitsDispatcher, AccountRoles.Agent)]
    [InlineData(NotificationKind.AwaitsDispatcher, AccountRoles.Agent, AccountRoles.Customer)]
    public void G7_nobody_who_lost_the_role_that_a_mail_is_for(NotificationKind kind, params string[] roles) =>
        Assert.Equal(DeliveryCause.NoAccess,
            CauseOf(Me, Account(true, roles), [Area], Ticket(true), kind, AgentsSee.Everything));

    [Fact]
    public void G7_nobody_who_is_suspended_whatever_the_role() =>
        Assert.Equal(DeliveryCause.Disabled,
            CauseOf(Me, Account(false, AccountRoles.Admin), [], Ticket(true), null, AgentsSee.Everything));

    [Fact]
    public void G7_who_was_not_heard_of_yet_only_of_what_is_assigned_to_them()
    {
        Assert.Null(CauseOf(Me, null, [], Ticket(true), NotificationKind.TicketAssigned, AgentsSee.TheirAreas));
        Assert.Equal(DeliveryCause.NoAccess,
            CauseOf(Me, null, [Area], Ticket(false), NotificationKind.TicketAssigned, AgentsSee.Everything));
        Assert.Equal(
            DeliveryCause.NoAccess, CauseOf(Me, null, [Area], null, NotificationKind.TicketAssigned, AgentsSee.Everything));
    }

    static DeliveryCause? CauseOf(Guid person, Account? account, Guid[] areas, Ticket? ticket, NotificationKind? kind, AgentsSee see) =>
        StaffAccess.IsDenied(person, account, areas, ticket, kind, see, out var cause) ? cause : null;

    static Account Account(bool active, params string[] roles) =>
        new()
        {
            Id = Me, Version = 1, Name = "Persona", Email = "p@example.org", CanonicalEmail = "p@example.org", EmailConfirmed = true,
            Language = "es", Roles = roles, Active = active,
        };

    static Ticket Ticket(bool assigned) =>
        new()
        {
            Id = Guid.NewGuid(), Number = "HD-000001", Version = 1, AreaId = Area, AssigneeId = assigned ? Me : Guid.NewGuid(),
            CustomerName = "Ana", CustomerEmail = "ana@example.org", CustomerCanonicalEmail = "ana@example.org", CustomerLanguage = "es",
            TrackingToken = "sealed",
        };
}

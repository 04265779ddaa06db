using Helpdesk.Contracts;
using Helpdesk.Ticketing.LocalCopies;
using Helpdesk.Ticketing.Model;

namespace Helpdesk.Ticketing.Tests.Model;

public sealed class A_ticket_that_is_refiled : ModelTest
{
    readonly Guid _category = Guid.NewGuid(), _elsewhere = Guid.NewGuid();

    [Fact]
    public void Priority_is_told_with_the_one_before()
    {
        var ticket = Open();
        ticket.ChangePriority(TicketPriority.Urgent, Dora, Now);
        var changed = Event<TicketPriorityChanged>(ticket);
        Assert.Equal((TicketPriority.Medium, TicketPriority.Urgent), (changed.From, changed.To));
    }

    [Fact]
    public void Same_priority_changes_nothing() => Unchanged(x => x.ChangePriority(TicketPriority.Medium, Dora, Now));

    [Fact]
    public void Subject_is_told_with_the_one_before()
    {
        var ticket = Open();
        ticket.ChangeSubject("Printer on ice", Dora, Now);
        Assert.Equal(("Printer on fire", "Printer on ice"), (Event<TicketSubjectChanged>(ticket).From, ticket.Subject));
    }

    [Fact]
    public void Same_subject_changes_nothing() => Unchanged(x => x.ChangeSubject("Printer on fire", Dora, Now));

    [Fact]
    public void Tags_are_told_by_what_came_and_what_went()
    {
        var ticket = Open();
        ticket.SetTags(["fraud", "printer"], Dora, Now);
        Without(ticket).SetTags(["printer", "urgent"], Dora, Now);
        var changed = Event<TicketTagsChanged>(ticket);
        Assert.Equal(["urgent"], changed.Added);
        Assert.Equal(["fraud"], changed.Removed);
        Assert.Equal(("urgent", "fraud"), (Last(ticket).Details["added"], Last(ticket).Details["removed"]));
    }

    [Fact]
    public void Same_tags_change_nothing()
    {
        var ticket = Open();
        ticket.SetTags(["a", "b"], Dora, Now);
        var version = Without(ticket).Version;
        ticket.SetTags(["b", "a"], Dora, Now);
        Assert.Equal(version, ticket.Version);
        Assert.Empty(ticket.TakeEvents());
    }

    [Fact]
    public void Customer_sees_no_trace_of_tags()
    {
        var ticket = Open();
        ticket.SetTags(["fraud"], Dora, Now.AddHours(1));
        Assert.Equal((1L, Now), (ticket.CustomerVersion, ticket.CustomerUpdatedAt));
    }

    [Fact]
    public void Category_is_told_with_where_it_was()
    {
        var ticket = Open();
        var before = ticket.CategoryId;
        ticket.ChangeCategory(_category, "Scanners", _elsewhere, agentServesArea: false, Dora, Now);
        var changed = Event<TicketRecategorized>(ticket);
        Assert.Equal((before, "Printers", Area), (changed.FromCategoryId, changed.FromCategoryTitle, changed.FromAreaId));
        Assert.Equal((_category, "Scanners", _elsewhere), (ticket.CategoryId, ticket.CategoryTitle, ticket.AreaId));
    }

    [Fact]
    public void Same_category_changes_nothing() =>
        Unchanged(x => x.ChangeCategory(x.CategoryId, "Other title", _elsewhere, agentServesArea: false, Dora, Now));

    [Fact]
    public void Agent_who_serves_the_other_area_keeps_it()
    {
        var ticket = OpenFor(Ana);
        ticket.ChangeCategory(_category, "Scanners", _elsewhere, agentServesArea: true, Dora, Now);
        Assert.Equal(Ana.Id, ticket.AssigneeId);
    }

    [Fact]
    public void Agent_who_does_not_serve_the_other_area_hands_it_back()
    {
        var ticket = OpenFor(Ana);
        ticket.ChangeCategory(_category, "Scanners", _elsewhere, agentServesArea: false, Dora, Now);
        var changed = Event<AssigneeChanged>(ticket);
        Assert.Equal((AssigneeCause.HandedBack, Dora), (changed.Cause, changed.ChangedBy));
    }

    [Fact]
    public void Agent_keeps_it_in_the_same_area()
    {
        var ticket = OpenFor(Ana);
        ticket.ChangeCategory(_category, "Scanners", Area, agentServesArea: false, Dora, Now);
        Assert.Equal(Ana.Id, ticket.AssigneeId);
    }

    [Fact]
    public void Closed_ticket_keeps_its_agent_in_every_area()
    {
        var ticket = OpenFor(Ana);
        ticket.Close(Dora, ClosingReason.ByStaff, Now, Window);
        ticket.ChangeCategory(_category, "Scanners", _elsewhere, agentServesArea: false, Dora, Now);
        Assert.Equal(Ana.Id, ticket.AssigneeId);
    }

    [Fact]
    public void Another_area_ends_the_wait_for_a_dispatcher_and_another_category_does_not()
    {
        var ticket = OpenFor(Ana);
        Done(ticket.Assign(null, Dora, AssigneeCause.Unassigned, null, Now));
        ticket.ChangeCategory(Guid.NewGuid(), "Scanners", Area, agentServesArea: false, Dora, Now);
        Assert.True(ticket.AwaitsDispatcher);
        ticket.ChangeCategory(_category, "Plotters", _elsewhere, agentServesArea: false, Dora, Now);
        Assert.False(ticket.AwaitsDispatcher);
    }

    void Unchanged(Action<Ticket> change)
    {
        var ticket = Open();
        change(ticket);
        Assert.Equal((1L, "Printers"), (ticket.Version, ticket.CategoryTitle));
        Assert.Empty(ticket.TakeEvents());
    }
}
